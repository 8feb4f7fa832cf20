package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.DirectRoom;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number that a conversation has end to end, and the conversation of a number.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Places {
    private final OwnDevice own;
    private final Contacts contacts;
    private final RoomRolls rolls;

    Places(OwnDevice own, Contacts contacts, RoomRolls rolls) {
        this.own = own;
        this.contacts = contacts;
        this.rolls = rolls;
    }

    /** Null while keys or members are not known, and for a room whose roll is void. */
    @Nullable
    Place of(Target where) {
        if (!where.isRoom()) {
            Contact contact = contacts.find(where.name());
            DeviceList list = own.list();
            if (contact == null || list == null) {
                return null;
            }
            Bytes room = DirectRoom.id(list.accountKey(), contact.accountKey());
            return new Place(where, room, room, null);
        }
        RoomRoll room = rolls.find(where);
        Roll roll = room == null ? null : room.roll();
        Bytes number = roll == null || !roll.isUsable() ? null : roll.room();
        return roll == null || number == null ? null : new Place(where, number, roll.head(), roll);
    }

    /** The place with that number which {@code name} is a member of with its key; null if there is none. */
    @Nullable
    Place shared(Bytes number, Contact contact) {
        Place direct = of(Target.user(contact.name()));
        if (direct != null && direct.room().equals(number)) {
            return direct;
        }
        for (RoomRoll room : rolls.all()) {
            Place place = of(room.where());
            if (place != null && place.room().equals(number)) {
                return isMember(place, contact) ? place : null;
            }
        }
        return null;
    }

    /** The rooms whose members are known. */
    List<Place> rooms() {
        List<Place> rooms = new ArrayList<>();
        for (RoomRoll room : rolls.all()) {
            Place place = of(room.where());
            if (place != null) {
                rooms.add(place);
            }
        }
        return rooms;
    }

    /** Whether the roll that has {@code number} hands earlier keys on. */
    boolean handsKeysOn(Bytes number) {
        for (RoomRoll room : rolls.all()) {
            Bytes known = room.roll().room();
            if (known != null && known.equals(number)) {
                return room.roll().givesHistory();
            }
        }
        return false;
    }

    static boolean isMember(Place place, Contact contact) {
        Roll roll = place.roll();
        var member = roll == null ? null : roll.member(contact.name());
        return roll == null || (member != null && member.accountKey().equals(contact.accountKey()));
    }
}
