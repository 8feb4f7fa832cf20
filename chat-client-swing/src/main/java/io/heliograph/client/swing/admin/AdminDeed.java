package io.heliograph.client.swing.admin;

/**
 * Something that can be done with a row.
 *
 * @param line of the operator console, with the row's name at {0}
 * @param asks the user is asked first
 */
record AdminDeed(String line, boolean asks) {
    static AdminDeed at(String line) {
        return new AdminDeed(line, false);
    }

    static AdminDeed ask(String line) {
        return new AdminDeed(line, true);
    }

    String lineFor(String name) {
        return line.replace("{0}", name);
    }

    /** The end of the keys of its words. */
    String word() {
        return line.replace(" {0}", "").replace(' ', '-');
    }
}
