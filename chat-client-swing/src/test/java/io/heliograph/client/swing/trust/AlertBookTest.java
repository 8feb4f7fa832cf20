package io.heliograph.client.swing.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.HeldCause;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.dialog.SampleKeys;
import io.heliograph.common.message.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlertBookTest {
    private static final Target ROOM = Target.room("#platform");
    private static final Target BEN = Target.user("ben");

    private final AlertBook book = new AlertBook();
    private final RecordedDesk desk = new RecordedDesk()
            .connected(false)
            .inRoom(ROOM, Role.MEMBER, RecordedDesk.member("ann", Role.MEMBER), RecordedDesk.member("ben", Role.OWNER));

    @Test
    void aKeyThatWaitsStandsWhereItsOwnerIs() {
        book.onEvent(new ClientEvent.KeyChanged("ben", true));
        assertEquals(Alert.Kind.KEY_WAITS, kindAt(BEN));
        assertEquals(Alert.Kind.KEY_WAITS, kindAt(ROOM));
        assertNull(kindAt(Target.user("eva")));
    }

    @Test
    void acceptingAKeySettlesIt() {
        book.onEvent(new ClientEvent.KeyChanged("ben", true));
        book.onEvent(new ClientEvent.HeldBack(BEN, HeldCause.KEY_CHANGED, null));
        book.onEvent(new ClientEvent.Done(new ClientCommand.AcceptKey(BEN)));
        assertNull(kindAt(BEN));
    }

    @Test
    void whatIsAskedOfAKeyTellsWhetherItWaits() {
        book.onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, true));
        assertEquals(Alert.Kind.KEY_WAITS, kindAt(BEN));
        book.onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, false));
        assertNull(kindAt(BEN));
    }

    @Test
    void theMostPressingIsShownAlone() {
        book.onEvent(new ClientEvent.NotAdmitted(ROOM, List.of("eva")));
        book.onEvent(new ClientEvent.RoomAlarm(ROOM, AlarmCause.OLDER_LIST));
        assertEquals(Alert.Kind.ROOM_ALARM, kindAt(ROOM));
        book.onEvent(new ClientEvent.Done(new ClientCommand.AcceptKey(ROOM)));
        assertEquals(Alert.Kind.NOT_ADMITTED, kindAt(ROOM));
    }

    @Test
    void whoIsAdmittedIsNoLongerNamed() {
        book.onEvent(new ClientEvent.NotAdmitted(ROOM, List.of("eva", "kim")));
        book.onEvent(new ClientEvent.Admitted(ROOM, "eva", "ben"));
        Alert rest = book.mostPressing(ROOM, desk.model());
        assertNotNull(rest);
        assertEquals(List.of("kim"), rest.names());
        book.onEvent(new ClientEvent.Done(new ClientCommand.Admit(ROOM, "kim")));
        assertNull(kindAt(ROOM));
    }

    @Test
    void aDeviceThatWaitsIsToldEverywhereUntilItIsApproved() {
        book.onEvent(new ClientEvent.DevicesWaiting(List.of(SampleKeys.key(4))));
        assertEquals(Alert.Kind.WAITING_DEVICES, kindAt(BEN));
        book.onEvent(new ClientEvent.Done(new ClientCommand.ApproveDevice(SampleKeys.key(4))));
        assertNull(kindAt(BEN));
    }

    @Test
    void onlyWhatSomebodyElseHasToDoHasNoRemedy() {
        for (HeldCause cause : HeldCause.values()) {
            Alert alert = new Alert(Alert.Kind.HELD_BACK, BEN, List.of("ben"), "", cause, null);
            assertEquals(cause == HeldCause.NO_DEVICE, alert.remedies().isEmpty(), cause.name());
        }
    }

    private Alert.@Nullable Kind kindAt(Target where) {
        Alert alert = book.mostPressing(where, desk.model());
        return alert == null ? null : alert.kind();
    }
}
