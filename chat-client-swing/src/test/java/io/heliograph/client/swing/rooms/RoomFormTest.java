package io.heliograph.client.swing.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoomFormTest {
    private static final RoomForm BEFORE = form("plans", RoomAccess.PUBLIC, "");

    @Test
    void onlyWhatHasChangedIsSet() {
        assertEquals(Map.of(), BEFORE.changesFrom(BEFORE));
        assertEquals(
                Map.of(RoomSetting.TOPIC, "dates"),
                form("dates", RoomAccess.PUBLIC, "").changesFrom(BEFORE));
    }

    @Test
    void aPasswordMakesTheRoomOneWithAPassword() {
        RoomForm guarded = form("plans", RoomAccess.PASSWORD, "open sesame");
        assertEquals(Map.of(RoomSetting.PASSWORD, "open sesame"), guarded.changesFrom(BEFORE));
    }

    @Test
    void anEmptyPasswordKeepsThePresentOne() {
        RoomForm guarded = form("plans", RoomAccess.PASSWORD, "");
        assertEquals(Map.of(), guarded.changesFrom(guarded));
        assertFalse(guarded.lacksPassword(guarded));
        assertTrue(guarded.lacksPassword(BEFORE));
    }

    @Test
    void thePasswordIsInNoText() {
        assertFalse(form("plans", RoomAccess.PASSWORD, "open sesame").toString().contains("sesame"));
    }

    private static RoomForm form(String topic, RoomAccess access, String password) {
        return new RoomForm(topic, "", access, password, false, 0, 30, false);
    }
}
