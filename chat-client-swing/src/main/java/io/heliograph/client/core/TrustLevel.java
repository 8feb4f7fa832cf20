package io.heliograph.client.core;

/** How sure the user can be whose key somebody's is (protocol.md 13.9). */
public enum TrustLevel {
    UNKNOWN("unknown", "○"),
    CONFIRMED("confirmed by this server's administrator", "◐"),
    VERIFIED("verified", "●");

    private final String words;
    private final String shape;

    TrustLevel(String words, String shape) {
        this.words = words;
        this.shape = shape;
    }

    public String words() {
        return words;
    }

    /** One character that tells the levels apart without colour. */
    public String shape() {
        return shape;
    }
}
