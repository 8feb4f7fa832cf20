package io.heliograph.client.swing.command;

/**
 * One thing a user can do. The same object stands behind the menu item, the key, the button and the slash command; its
 * texts are in the bundle under {@code command.ID}, its key under {@code command.ID.key}.
 */
public interface DeskCommand {
    /** Also the word behind the slash. */
    String id();

    /** {@code argument} is what stands behind the word; empty for menu, key and button. */
    void run(Desk desk, String argument);

    /** Whether menus show it now; a slash and a key say why it cannot be done. */
    default boolean isOffered(Desk desk) {
        return true;
    }
}
