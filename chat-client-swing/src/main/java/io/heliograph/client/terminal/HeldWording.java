package io.heliograph.client.terminal;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;

/** Why something waits or is not believed, in one clause: for people, and as the member {@code reason} for scripts. */
final class HeldWording {
    private HeldWording() {}

    static String alarm(AlarmCause cause) {
        return switch (cause) {
            case LIST_GONE -> "the server shows no list of its members any more";
            case OTHER_BEGINNING -> "the server shows another beginning of this room than before";
            case OLDER_LIST -> "the server shows an older list of members than before";
            case OTHER_LIST -> "the server shows another list of members than before";
            case TOO_LONG -> "the list of its members is longer than any may be";
        };
    }

    /** Not safe to show: it names the conversation. */
    static String held(ClientEvent.HeldBack held) {
        Target to = held.where();
        return switch (held.cause()) {
            case DEVICE_UNCONFIRMED -> "this device has to be confirmed on your first device";
            case ROOM_ALARM -> {
                AlarmCause alarm = held.alarm();
                String how = alarm == null ? "its members are shown otherwise than before" : alarm(alarm);
                yield how + ": look into it, then /trust " + to + " accept";
            }
            case ROOM_BROKEN -> "the list of members of " + to + " is broken: leave it and make another room";
            case NOT_ADMITTED -> "nobody of " + to + " has admitted you yet";
            case KEY_CHANGED -> "the key of " + to + " has changed: compare it, then /trust " + to + " accept";
            case NO_DEVICE -> to + " has no device yet that can read it";
        };
    }
}
