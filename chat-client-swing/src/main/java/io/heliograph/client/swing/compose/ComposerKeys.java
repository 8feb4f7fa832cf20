package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.settings.Settings;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.function.Supplier;

/** What keys do in the field, before the text takes them. Event dispatch thread only. */
final class ComposerKeys {
    /** In the settings: {@value #CTRL_ENTER} for Ctrl+Enter, else Enter sends. */
    static final String SEND_KEY = "compose.sendKey";

    static final String CTRL_ENTER = "ctrl-enter";

    private final WritingPane text;
    private final CompletionCard completion;
    private final Settings settings;

    ComposerKeys(WritingPane text, CompletionCard completion, Settings settings) {
        this.text = text;
        this.completion = completion;
        this.settings = settings;
    }

    void bind(Supplier<ComposerPanel.Gestures> gestures) {
        text.addKeyListener(new KeyAdapter() {
            @Override
            public void keyPressed(KeyEvent event) {
                // Some platforms hand on the Enter that decides what is composed: it is no end of a line either.
                boolean decides = text.isComposing() && event.getKeyCode() == KeyEvent.VK_ENTER;
                if (decides || (!text.isComposing() && take(event, gestures.get()))) {
                    event.consume();
                }
                // Tab takes a word while there are any, and else leaves the field.
                text.setFocusTraversalKeysEnabled(!completion.isShown());
            }

            @Override
            public void keyTyped(KeyEvent event) {
                text.setFocusTraversalKeysEnabled(!completion.isShown());
            }
        });
        text.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                completion.hide();
                text.setFocusTraversalKeysEnabled(true);
            }
        });
    }

    private boolean take(KeyEvent event, ComposerPanel.Gestures gestures) {
        boolean plain = event.getModifiersEx() == 0;
        boolean withCtrl = event.getModifiersEx() == InputEvent.CTRL_DOWN_MASK
                || event.getModifiersEx() == InputEvent.META_DOWN_MASK;
        if (plain && completion.isShown() && takeWord(event.getKeyCode())) {
            return true;
        }
        return switch (event.getKeyCode()) {
            case KeyEvent.VK_ENTER -> enter(plain, withCtrl, gestures);
            case KeyEvent.VK_ESCAPE -> escape(plain, gestures);
            case KeyEvent.VK_UP -> (plain && editLast(gestures)) || recall(withCtrl, true, gestures);
            case KeyEvent.VK_SPACE -> withCtrl && completion.isShown() && takeFirst();
            case KeyEvent.VK_DOWN -> recall(withCtrl, false, gestures);
            default -> false;
        };
    }

    private static boolean escape(boolean plain, ComposerPanel.Gestures gestures) {
        if (plain) {
            gestures.onEscape();
        }
        return plain;
    }

    private boolean editLast(ComposerPanel.Gestures gestures) {
        boolean empty = text.getDocument().getLength() == 0;
        if (empty) {
            gestures.onEditLast();
        }
        return empty;
    }

    private boolean enter(boolean plain, boolean withCtrl, ComposerPanel.Gestures gestures) {
        boolean ctrlSends = settings.get().kept(SEND_KEY).equals(CTRL_ENTER);
        if (ctrlSends ? withCtrl : plain) {
            gestures.onSend();
            return true;
        } else if (withCtrl) {
            text.replaceSelection("\n");
            return true;
        }
        return false; // a new line, as the text has it
    }

    private static boolean recall(boolean withCtrl, boolean older, ComposerPanel.Gestures gestures) {
        if (withCtrl) {
            gestures.onRecall(older);
        }
        return withCtrl;
    }

    private boolean takeWord(int key) {
        return switch (key) {
            case KeyEvent.VK_UP -> move(-1);
            case KeyEvent.VK_DOWN -> move(1);
            case KeyEvent.VK_TAB -> takeFirst();
            case KeyEvent.VK_ENTER -> completion.takeChosen();
            case KeyEvent.VK_ESCAPE -> {
                completion.hide();
                yield true;
            }
            default -> false;
        };
    }

    private boolean takeFirst() {
        completion.takeFirst();
        return true;
    }

    private boolean move(int step) {
        completion.move(step);
        return true;
    }
}
