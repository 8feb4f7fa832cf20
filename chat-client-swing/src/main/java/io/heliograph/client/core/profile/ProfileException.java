package io.heliograph.client.core.profile;

/** The profile cannot be used. The message is one sentence for people: what is wrong where, and what to do. */
public final class ProfileException extends Exception {
    public ProfileException(String message) {
        super(message);
    }
}
