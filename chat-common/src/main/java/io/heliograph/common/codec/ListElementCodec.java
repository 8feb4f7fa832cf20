package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.coded;
import static io.heliograph.common.codec.Elements.name;
import static io.heliograph.common.codec.Elements.number;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The small arrays inside messages: mark, user, member, room, device, card, preferences (protocol.md 6). */
final class ListElementCodec {
    private ListElementCodec() {}

    static void writeMark(CborWriter out, Mark mark) throws IOException {
        out.begin(3)
                .text(mark.name())
                .uint(mark.deliveredSeq())
                .uint(mark.readSeq())
                .end();
    }

    static Mark readMark(CborReader in) throws MalformedException {
        in.beginArray();
        Mark mark = new Mark(name(in), number(in), number(in));
        in.endArray();
        return mark;
    }

    static void writeUser(CborWriter out, UserEntry user) throws IOException {
        out.begin(4)
                .text(user.name())
                .uint(user.state().code())
                .text(user.text())
                .uint(user.lastSeenMs())
                .end();
    }

    /** Null for a state of a later version. */
    static @Nullable UserEntry readUser(CborReader in) throws MalformedException {
        in.beginArray();
        String name = name(in);
        PresenceState state = coded(in, PresenceState.class);
        String text = in.text(Bounds.MAX_STATUS_BYTES);
        long lastSeenMs = number(in);
        in.endArray();
        return state == null ? null : new UserEntry(name, state, text, lastSeenMs);
    }

    static void writeMember(CborWriter out, MemberEntry member) throws IOException {
        out.begin(5)
                .text(member.name())
                .uint(member.role().code())
                .uint(member.deliveredSeq())
                .uint(member.readSeq())
                .uint(member.mutedUntilMs())
                .end();
    }

    /** Null for a role of a later version. */
    static @Nullable MemberEntry readMember(CborReader in) throws MalformedException {
        in.beginArray();
        String name = name(in);
        Role role = coded(in, Role.class);
        long deliveredSeq = number(in);
        long readSeq = number(in);
        long mutedUntilMs = number(in);
        in.endArray();
        return role == null ? null : new MemberEntry(name, role, deliveredSeq, readSeq, mutedUntilMs);
    }

    static void writeRoom(CborWriter out, RoomEntry room) throws IOException {
        out.begin(6)
                .text(room.name())
                .text(room.topic())
                .uint(room.access().code())
                .uint(room.memberCount())
                .uint(room.lastActivityMs())
                .bool(room.joined())
                .end();
    }

    /** Null for an access of a later version. */
    static @Nullable RoomEntry readRoom(CborReader in) throws MalformedException {
        in.beginArray();
        String name = Elements.room(in);
        String topic = Elements.notice(in);
        RoomAccess access = coded(in, RoomAccess.class);
        int memberCount = Elements.small(in);
        long lastActivityMs = number(in);
        boolean joined = in.bool();
        in.endArray();
        return access == null ? null : new RoomEntry(name, topic, access, memberCount, lastActivityMs, joined);
    }

    static void writeDevice(CborWriter out, DeviceEntry device) throws IOException {
        out.begin(5)
                .octets(device.key())
                .text(device.name())
                .uint(device.enrolledMs())
                .uint(device.lastSeenMs())
                .bool(device.online())
                .end();
    }

    static DeviceEntry readDevice(CborReader in) throws MalformedException {
        in.beginArray();
        DeviceEntry device = new DeviceEntry(readKey(in), name(in), number(in), number(in), in.bool());
        in.endArray();
        return device;
    }

    /** A device's public key. */
    static Bytes readKey(CborReader in) throws MalformedException {
        return in.octets(DeviceEntry.KEY_BYTES, DeviceEntry.KEY_BYTES);
    }

    static void writeCard(CborWriter out, CardEntry card) throws IOException {
        out.begin(3).text(card.name()).octets(card.list());
        Elements.list(out, card.prekeys(), CborWriter::octets);
        out.end();
    }

    static CardEntry readCard(CborReader in) throws MalformedException {
        in.beginArray();
        CardEntry card = new CardEntry(
                name(in),
                in.octets(0, Bounds.MAX_DEVICE_LIST_BYTES),
                Elements.list(in, Bounds.MAX_DEVICES, each -> each.octets(1, Bounds.MAX_PREKEY_BYTES)));
        in.endArray();
        return card;
    }

    static void writePreferences(CborWriter out, Preferences preferences) throws IOException {
        out.begin(3)
                .bool(preferences.tellsDelivered())
                .bool(preferences.tellsRead())
                .bool(preferences.tellsLastSeen())
                .end();
    }

    static Preferences readPreferences(CborReader in) throws MalformedException {
        in.beginArray();
        Preferences preferences = new Preferences(in.bool(), in.bool(), in.bool());
        in.endArray();
        return preferences;
    }
}
