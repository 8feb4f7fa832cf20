package io.heliograph.server.config;

/** A configuration that cannot be used; the message names the place, the key and what to do. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
