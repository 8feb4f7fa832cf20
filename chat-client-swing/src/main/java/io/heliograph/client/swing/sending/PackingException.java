package io.heliograph.client.swing.sending;

import java.io.Serial;

/** Something cannot be sent as it was wanted. */
final class PackingException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** {@code key} names a text with one place, for {@code name}. */
    PackingException(String key, String name) {
        super(key);
        this.name = name;
    }

    private final String name;

    String name() {
        return name;
    }
}
