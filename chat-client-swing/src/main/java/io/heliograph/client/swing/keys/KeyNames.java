package io.heliograph.client.swing.keys;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.KeyStroke;

/** What keys are called on their caps, in the language of the toolkit. */
public final class KeyNames {
    private KeyNames() {}

    public static String of(KeyStroke key) {
        if (key.getKeyChar() != KeyEvent.CHAR_UNDEFINED) {
            return String.valueOf(key.getKeyChar()).toUpperCase(Locale.ROOT);
        }
        String modifiers = InputEvent.getModifiersExText(key.getModifiers());
        String name = KeyEvent.getKeyText(key.getKeyCode());
        return modifiers.isEmpty() ? name : modifiers + "+" + name;
    }

    /** One behind the other. */
    public static String of(List<KeyStroke> keys) {
        return keys.stream().map(KeyNames::of).collect(Collectors.joining("   "));
    }

    /** A key that only holds others down is none by itself. */
    static boolean isComplete(KeyEvent event) {
        return switch (event.getKeyCode()) {
            case KeyEvent.VK_SHIFT,
                    KeyEvent.VK_CONTROL,
                    KeyEvent.VK_ALT,
                    KeyEvent.VK_ALT_GRAPH,
                    KeyEvent.VK_META,
                    KeyEvent.VK_UNDEFINED -> false;
            default -> true;
        };
    }

    /** What is typed into texts must stay free: letters and the like need a key that is held down beside them. */
    static boolean isFree(KeyStroke key) {
        boolean held = (key.getModifiers()
                        & (InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK))
                != 0;
        boolean function = key.getKeyCode() >= KeyEvent.VK_F1 && key.getKeyCode() <= KeyEvent.VK_F12;
        return held || function;
    }
}
