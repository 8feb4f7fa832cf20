package io.heliograph.client.core.search;

/** Nothing was exported. The message is one sentence for people: what is wrong, and what to do. */
public final class ExportException extends Exception {
    public ExportException(String message) {
        super(message);
    }
}
