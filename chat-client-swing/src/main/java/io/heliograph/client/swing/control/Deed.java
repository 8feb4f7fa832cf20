package io.heliograph.client.swing.control;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;

/** Something that a button does inside its own panel. */
public final class Deed extends AbstractAction {
    private static final long serialVersionUID = 1L;

    private final transient Runnable deed;

    public Deed(String name, Runnable deed) {
        super(name);
        this.deed = deed;
    }

    @Override
    public void actionPerformed(ActionEvent event) {
        deed.run();
    }
}
