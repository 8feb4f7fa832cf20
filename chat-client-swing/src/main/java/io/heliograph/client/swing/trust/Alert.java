package io.heliograph.client.swing.trust;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.HeldCause;
import io.heliograph.client.core.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about keys that the user should know, and mostly has to decide.
 *
 * @param where the conversation that it is about; null for all of them
 * @param names who it is about; may be empty
 * @param reason what more there is to say; may be empty
 * @param held why something waits; null where nothing does, or another kind says it
 * @param alarm how the members of the room differ; null where they do not
 */
record Alert(
        Kind kind,
        @Nullable Target where,
        List<String> names,
        String reason,
        @Nullable HeldCause held,
        @Nullable AlarmCause alarm) {
    Alert {
        names = List.copyOf(names);
    }

    Alert(Kind kind, @Nullable Target where, List<String> names, String reason) {
        this(kind, where, names, reason, null, null);
    }

    /** What has happened, the most pressing first. */
    enum Kind {
        /** A verified key has changed: what is said waits. */
        KEY_WAITS,
        ROOM_ALARM,
        HELD_BACK,
        NOT_ADMITTED,
        /** This device is given no keys yet. */
        UNCONFIRMED,
        /** Another device of the account waits for this one's yes. */
        WAITING_DEVICES,
        DIRECTORY_SIGNER,
        CHANGE_NOT_ACCEPTED,
        /** A key that nobody has verified has changed, and is believed. */
        KEY_CHANGED,
        DEVICES_CHANGED
    }

    /** What helps. */
    enum Remedy {
        COMPARE,
        ACCEPT,
        ADMIT,
        SHOW_MEMBERS,
        SHOW_DEVICES,
        SHOW_FINGERPRINT
    }

    /** What can be done, the safest first; nothing where only somebody else can. */
    List<Remedy> remedies() {
        return switch (kind) {
            case KEY_WAITS -> List.of(Remedy.COMPARE, Remedy.ACCEPT);
            case ROOM_ALARM -> List.of(Remedy.SHOW_MEMBERS, Remedy.ACCEPT);
            case HELD_BACK -> held == null ? List.of() : remediesOf(held);
            case NOT_ADMITTED -> List.of(Remedy.COMPARE, Remedy.ADMIT);
            case UNCONFIRMED -> List.of(Remedy.SHOW_FINGERPRINT, Remedy.SHOW_DEVICES);
            case WAITING_DEVICES -> List.of(Remedy.SHOW_DEVICES);
            case DIRECTORY_SIGNER -> List.of(Remedy.SHOW_FINGERPRINT, Remedy.ACCEPT);
            case CHANGE_NOT_ACCEPTED, KEY_CHANGED, DEVICES_CHANGED -> List.of(Remedy.COMPARE);
        };
    }

    private static List<Remedy> remediesOf(HeldCause cause) {
        return switch (cause) {
            case DEVICE_UNCONFIRMED -> List.of(Remedy.SHOW_DEVICES);
            case ROOM_ALARM -> List.of(Remedy.SHOW_MEMBERS, Remedy.ACCEPT);
            case ROOM_BROKEN, NOT_ADMITTED -> List.of(Remedy.SHOW_MEMBERS);
            case KEY_CHANGED -> List.of(Remedy.COMPARE, Remedy.ACCEPT);
            case NO_DEVICE -> List.of();
        };
    }

    /** Somebody may be in between, or something is kept from the user. */
    boolean isWarning() {
        return switch (kind) {
            case KEY_WAITS, ROOM_ALARM, HELD_BACK, NOT_ADMITTED, DIRECTORY_SIGNER, CHANGE_NOT_ACCEPTED -> true;
            case UNCONFIRMED, WAITING_DEVICES, KEY_CHANGED, DEVICES_CHANGED -> false;
        };
    }

    /** It may be put away undecided: nothing waits for it, or nothing of the user's does. */
    boolean canWait() {
        return kind != Kind.KEY_WAITS && kind != Kind.ROOM_ALARM;
    }
}
