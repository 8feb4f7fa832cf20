package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.coded;
import static io.heliograph.common.codec.Elements.id;
import static io.heliograph.common.codec.Elements.number;
import static io.heliograph.common.codec.Elements.request;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Admin;
import io.heliograph.common.message.ClientMessage.Devices;
import io.heliograph.common.message.ClientMessage.History;
import io.heliograph.common.message.ClientMessage.Join;
import io.heliograph.common.message.ClientMessage.Leave;
import io.heliograph.common.message.ClientMessage.Login;
import io.heliograph.common.message.ClientMessage.Marks;
import io.heliograph.common.message.ClientMessage.Members;
import io.heliograph.common.message.ClientMessage.Moderate;
import io.heliograph.common.message.ClientMessage.Pin;
import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.ClientMessage.Prefer;
import io.heliograph.common.message.ClientMessage.Revoke;
import io.heliograph.common.message.ClientMessage.Rooms;
import io.heliograph.common.message.ClientMessage.Secrets;
import io.heliograph.common.message.ClientMessage.SetPassword;
import io.heliograph.common.message.ClientMessage.SetPresence;
import io.heliograph.common.message.ClientMessage.SetRoom;
import io.heliograph.common.message.ClientMessage.Typing;
import io.heliograph.common.message.ClientMessage.Unusable;
import io.heliograph.common.message.ClientMessage.UnusablePost;
import io.heliograph.common.message.ClientMessage.Whois;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.List;

/**
 * The messages of the table "From the client" in protocol.md 6. The records check the bounds. What holds a
 * number of a later version becomes {@link Unusable} or {@link UnusablePost}, for the server to refuse.
 */
final class ClientMessageCodec {
    private static final List<MessageFormat<ClientMessage, ?>> FORMATS = List.of(
            new MessageFormat<>(1, Login.class, 10, ClientMessageCodec::writeLogin, ClientMessageCodec::readLogin),
            new MessageFormat<>(
                    2,
                    Join.class,
                    3,
                    (out, m) -> out.uint(m.request()).text(m.room()).text(m.password()),
                    in -> new Join(request(in), in.text(), in.text())),
            new MessageFormat<>(
                    3,
                    Leave.class,
                    2,
                    (out, m) -> out.uint(m.request()).uint(m.conversation()),
                    in -> new Leave(request(in), number(in))),
            new MessageFormat<>(4, Post.class, 5, ClientMessageCodec::writePost, ClientMessageCodec::readPost),
            new MessageFormat<>(5, Typing.class, 1, (out, m) -> out.text(m.to()), in -> new Typing(in.text())),
            new MessageFormat<>(
                    6,
                    Admin.class,
                    2,
                    (out, m) -> out.uint(m.request()).text(m.line()),
                    in -> new Admin(request(in), in.text())),
            new MessageFormat<>(7, History.class, 6, ClientMessageCodec::writeHistory, ClientMessageCodec::readHistory),
            new MessageFormat<>(
                    8,
                    Marks.class,
                    3,
                    (out, m) ->
                            out.uint(m.conversation()).uint(m.deliveredSeq()).uint(m.readSeq()),
                    in -> new Marks(number(in), number(in), number(in))),
            new MessageFormat<>(
                    9,
                    Members.class,
                    3,
                    (out, m) -> out.uint(m.request()).uint(m.conversation()).text(m.after()),
                    in -> new Members(request(in), number(in), in.text())),
            new MessageFormat<>(
                    10,
                    Rooms.class,
                    3,
                    (out, m) -> out.uint(m.request()).text(m.pattern()).text(m.after()),
                    in -> new Rooms(request(in), in.text(), in.text())),
            new MessageFormat<>(
                    11, SetRoom.class, 4, ClientMessageCodec::writeSetRoom, ClientMessageCodec::readSetRoom),
            new MessageFormat<>(
                    12, Moderate.class, 7, ClientMessageCodec::writeModerate, ClientMessageCodec::readModerate),
            new MessageFormat<>(
                    13,
                    Pin.class,
                    4,
                    (out, m) -> out.uint(m.request())
                            .uint(m.conversation())
                            .uint(m.seq())
                            .bool(m.pinned()),
                    in -> new Pin(request(in), number(in), number(in), in.bool())),
            new MessageFormat<>(
                    14,
                    SetPresence.class,
                    4,
                    ClientMessageCodec::writeSetPresence,
                    ClientMessageCodec::readSetPresence),
            new MessageFormat<>(
                    15,
                    Prefer.class,
                    3,
                    (out, m) ->
                            out.uint(m.request()).uint(m.preference().code()).bool(m.on()),
                    ClientMessageCodec::readPrefer),
            new MessageFormat<>(
                    16,
                    SetPassword.class,
                    3,
                    (out, m) -> out.uint(m.request()).text(m.oldPassword()).text(m.newPassword()),
                    in -> new SetPassword(request(in), in.text(), in.text())),
            new MessageFormat<>(
                    17, Devices.class, 1, (out, m) -> out.uint(m.request()), in -> new Devices(request(in))),
            new MessageFormat<>(
                    18,
                    Revoke.class,
                    2,
                    (out, m) -> out.uint(m.request()).octets(m.device()),
                    in -> new Revoke(request(in), in.octets())),
            new MessageFormat<>(
                    19,
                    Whois.class,
                    2,
                    (out, m) -> out.uint(m.request()).text(m.name()),
                    in -> new Whois(request(in), in.text())));

    static final MessageTable<ClientMessage> TABLE =
            new MessageTable<>(List.of(FORMATS, EndToEndCodec.FROM_CLIENTS, FileCodec.FROM_CLIENTS));

    private ClientMessageCodec() {}

    private static void writeLogin(CborWriter out, Login login) throws IOException {
        Secrets secrets = login.secrets();
        out.text(login.name())
                .octets(login.device())
                .octets(login.proof())
                .text(secrets.serverPassword())
                .text(secrets.password())
                .text(secrets.inviteToken())
                .text(secrets.adminToken())
                .bool(login.register())
                .text(login.deviceName())
                .text(login.clientVersion());
    }

    private static Login readLogin(CborReader in) throws MalformedException {
        return new Login(
                in.text(),
                in.octets(),
                in.octets(),
                new Secrets(in.text(), in.text(), in.text(), in.text()),
                in.bool(),
                in.text(),
                in.text());
    }

    private static void writePost(CborWriter out, Post post) throws IOException {
        out.octets(post.id().octets())
                .text(post.to())
                .uint(post.kind().code())
                .uint(post.refSeq())
                .octets(post.body());
    }

    private static ClientMessage readPost(CborReader in) throws MalformedException {
        MessageId id = id(in);
        String to = in.text();
        EntryKind kind = coded(in, EntryKind.class);
        long refSeq = number(in);
        Bytes body = in.octets();
        return kind == null || !kind.isPosted() ? new UnusablePost(id) : new Post(id, to, kind, refSeq, body);
    }

    private static void writeHistory(CborWriter out, History history) throws IOException {
        out.uint(history.request())
                .uint(history.conversation())
                .uint(history.afterSeq())
                .uint(history.beforeSeq())
                .bool(history.newest())
                .uint(history.limit());
    }

    private static History readHistory(CborReader in) throws MalformedException {
        return new History(request(in), number(in), number(in), number(in), in.bool(), Elements.small(in));
    }

    private static void writeSetRoom(CborWriter out, SetRoom message) throws IOException {
        out.uint(message.request())
                .uint(message.conversation())
                .uint(message.setting().code())
                .text(message.value());
    }

    private static ClientMessage readSetRoom(CborReader in) throws MalformedException {
        int request = request(in);
        long conversation = number(in);
        RoomSetting setting = coded(in, RoomSetting.class);
        String value = in.text();
        return setting == null ? new Unusable(request) : new SetRoom(request, conversation, setting, value);
    }

    private static void writeModerate(CborWriter out, Moderate message) throws IOException {
        out.uint(message.request())
                .uint(message.conversation())
                .text(message.name())
                .uint(message.action().code())
                .uint(message.role().code())
                .uint(message.durationS())
                .text(message.reason());
    }

    private static ClientMessage readModerate(CborReader in) throws MalformedException {
        int request = request(in);
        long conversation = number(in);
        String name = in.text();
        Moderation action = coded(in, Moderation.class);
        Role known = coded(in, Role.class);
        // protocol.md 6: only set-role looks at it.
        Role role = known == null && action != Moderation.SET_ROLE ? Role.MEMBER : known;
        long durationS = number(in);
        String reason = in.text();
        return action == null || role == null
                ? new Unusable(request)
                : new Moderate(request, conversation, name, action, role, durationS, reason);
    }

    private static void writeSetPresence(CborWriter out, SetPresence message) throws IOException {
        out.uint(message.request())
                .uint(message.state().code())
                .text(message.text())
                .uint(message.durationS());
    }

    private static ClientMessage readSetPresence(CborReader in) throws MalformedException {
        int request = request(in);
        PresenceState state = coded(in, PresenceState.class);
        String text = in.text();
        long durationS = number(in);
        return state == null ? new Unusable(request) : new SetPresence(request, state, text, durationS);
    }

    private static ClientMessage readPrefer(CborReader in) throws MalformedException {
        int request = request(in);
        Preference preference = coded(in, Preference.class);
        boolean on = in.bool();
        return preference == null ? new Unusable(request) : new Prefer(request, preference, on);
    }
}
