package io.heliograph.client.swing.dialog;

import java.util.function.Consumer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** Tells what stands in a field whenever it changes. */
public record TextChange(JTextComponent field, Consumer<String> told) implements DocumentListener {
    public static void on(JTextComponent field, Consumer<String> told) {
        field.getDocument().addDocumentListener(new TextChange(field, told));
    }

    @Override
    public void insertUpdate(DocumentEvent event) {
        told.accept(field.getText());
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
        told.accept(field.getText());
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
        told.accept(field.getText());
    }
}
