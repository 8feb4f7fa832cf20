package io.heliograph.client.swing.dialog;

import io.heliograph.client.core.TrustLevel;

/** How far a key is trusted, by a shape of its own for each level; colour only says it again. */
public final class Trusted {
    private Trusted() {}

    public static String icon(TrustLevel level) {
        return switch (level) {
            case VERIFIED -> "shield-check";
            case CONFIRMED -> "shield-half";
            case UNKNOWN -> "shield";
        };
    }

    public static String colour(TrustLevel level) {
        return switch (level) {
            case VERIFIED -> "online";
            case CONFIRMED -> "accent";
            case UNKNOWN -> "muted";
        };
    }

    /** The key of its words. */
    public static String key(TrustLevel level) {
        return switch (level) {
            case VERIFIED -> "key.verified";
            case CONFIRMED -> "key.confirmed";
            case UNKNOWN -> "key.unknown";
        };
    }
}
