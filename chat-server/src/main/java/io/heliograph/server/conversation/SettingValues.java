package io.heliograph.server.conversation;

import io.heliograph.common.message.Coded;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.server.store.RoomSettings;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a room's settings may be set to (protocol.md 8.3).
 *
 * <p>Thread-safe: pure functions.
 */
public final class SettingValues {
    private static final int MAX_TOPIC_BYTES = 390;
    private static final int MAX_SLOW_MODE_S = 21_600;
    private static final int MAX_RETENTION_DAYS = 3_650;
    private static final int MAX_DIGITS = 9;

    private SettingValues() {}

    /** The settings with one changed; null for a value that is none. {@code hash}: of a password that is not empty. */
    public static @Nullable RoomSettings apply(RoomSettings now, RoomSetting setting, String value, String hash) {
        return switch (setting) {
            case TOPIC -> bytes(value) > MAX_TOPIC_BYTES || hasControls(value) ? null : now.withTopic(value);
            case DESCRIPTION -> now.withDescription(value);
            case ACCESS -> withAccess(now, Coded.ofWord(RoomAccess.class, value));
            case PASSWORD -> withPassword(now, hash);
            case ANNOUNCE_ONLY -> withAnnounceOnly(now, value);
            case SLOW_MODE -> withSlowMode(now, number(value, MAX_SLOW_MODE_S));
            case RETENTION -> withRetention(now, number(value, MAX_RETENTION_DAYS));
        };
    }

    /** One sentence for who gave a value that is none. */
    public static String usage(RoomSetting setting) {
        return switch (setting) {
            case TOPIC -> "A topic is one line of at most " + MAX_TOPIC_BYTES + " bytes.";
            case DESCRIPTION -> "A description has at most 2000 bytes.";
            case ACCESS -> "Access is one of public, password, private, hidden.";
            case PASSWORD -> "A password has at most 1024 bytes.";
            case ANNOUNCE_ONLY -> "Announce-only is on or off.";
            case SLOW_MODE -> "Slow mode is a number of seconds from 0 to " + MAX_SLOW_MODE_S + ".";
            case RETENTION -> "Retention is a number of days from 0 to " + MAX_RETENTION_DAYS + ".";
        };
    }

    private static @Nullable RoomSettings withAccess(RoomSettings now, @Nullable RoomAccess access) {
        return access == null
                ? null
                : now.withAccess(access.code(), access == RoomAccess.PASSWORD ? now.passwordHash() : "");
    }

    private static RoomSettings withPassword(RoomSettings now, String hash) {
        return now.withAccess((hash.isEmpty() ? RoomAccess.PUBLIC : RoomAccess.PASSWORD).code(), hash);
    }

    private static @Nullable RoomSettings withAnnounceOnly(RoomSettings now, String value) {
        return value.equals("on") || value.equals("off") ? now.withAnnounceOnly(value.equals("on")) : null;
    }

    private static @Nullable RoomSettings withSlowMode(RoomSettings now, int seconds) {
        return seconds < 0 ? null : now.withSlowModeS(seconds);
    }

    private static @Nullable RoomSettings withRetention(RoomSettings now, int days) {
        return days < 0 ? null : now.withRetentionDays(days);
    }

    /** Below 0 for what is no number up to {@code max}. */
    private static int number(String text, int max) {
        boolean digits =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = digits ? Integer.parseInt(text) : -1;
        return value <= max ? value : -1;
    }

    private static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
