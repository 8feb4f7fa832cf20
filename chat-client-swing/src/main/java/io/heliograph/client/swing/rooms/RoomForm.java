package io.heliograph.client.swing.rooms;

import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a room is set, as a form has it. {@link #toString} hides the password.
 *
 * @param password a new one; empty for the one that there is
 * @param slowModeS seconds between two messages of one member; 0 for none
 * @param retentionDays 0 as long as the server keeps
 * @param handsHistoryOn newcomers may be given the keys to what was said before
 */
record RoomForm(
        String topic,
        String description,
        RoomAccess access,
        String password,
        boolean announceOnly,
        int slowModeS,
        int retentionDays,
        boolean handsHistoryOn) {
    /** {@code handsHistoryOn} is what the members' devices know and the server does not. */
    static RoomForm of(ConversationState state, boolean handsHistoryOn) {
        return new RoomForm(
                state.topic(),
                state.description(),
                state.access(),
                "",
                state.announceOnly(),
                state.slowModeS(),
                state.retentionDays(),
                handsHistoryOn);
    }

    /** What has to be set to come from {@code before} to this, in an order that the server takes. */
    Map<RoomSetting, String> changesFrom(RoomForm before) {
        Map<RoomSetting, String> changes = new LinkedHashMap<>();
        put(changes, RoomSetting.TOPIC, before.topic, topic);
        put(changes, RoomSetting.DESCRIPTION, before.description, description);
        if (access == RoomAccess.PASSWORD) {
            put(changes, RoomSetting.PASSWORD, "", password); // makes the room one with a password
        } else {
            put(changes, RoomSetting.ACCESS, before.access.word(), access.word());
        }
        put(changes, RoomSetting.ANNOUNCE_ONLY, before.announceOnly ? "on" : "off", announceOnly ? "on" : "off");
        put(changes, RoomSetting.SLOW_MODE, String.valueOf(before.slowModeS), String.valueOf(slowModeS));
        put(changes, RoomSetting.RETENTION, String.valueOf(before.retentionDays), String.valueOf(retentionDays));
        return changes;
    }

    /** A room with a password needs one. */
    boolean lacksPassword(RoomForm before) {
        return access == RoomAccess.PASSWORD && before.access != RoomAccess.PASSWORD && password.isEmpty();
    }

    @Override
    public String toString() {
        return "RoomForm[" + access.word() + "]";
    }

    private static void put(Map<RoomSetting, String> changes, RoomSetting setting, String before, String now) {
        if (!before.equals(now)) {
            changes.put(setting, now);
        }
    }
}
