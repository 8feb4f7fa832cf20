package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.id;
import static io.heliograph.common.codec.Elements.name;
import static io.heliograph.common.codec.Elements.notice;
import static io.heliograph.common.codec.Elements.number;
import static io.heliograph.common.codec.Elements.request;
import static io.heliograph.common.codec.Elements.room;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.AdminResult;
import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.common.message.ServerMessage.Appended;
import io.heliograph.common.message.ServerMessage.Conversation;
import io.heliograph.common.message.ServerMessage.DeviceList;
import io.heliograph.common.message.ServerMessage.Done;
import io.heliograph.common.message.ServerMessage.Gap;
import io.heliograph.common.message.ServerMessage.Invited;
import io.heliograph.common.message.ServerMessage.Left;
import io.heliograph.common.message.ServerMessage.MemberList;
import io.heliograph.common.message.ServerMessage.OwnMarks;
import io.heliograph.common.message.ServerMessage.Page;
import io.heliograph.common.message.ServerMessage.Posted;
import io.heliograph.common.message.ServerMessage.Preferred;
import io.heliograph.common.message.ServerMessage.Presence;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.ServerMessage.Receipts;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.message.ServerMessage.RoomList;
import io.heliograph.common.message.ServerMessage.Typing;
import io.heliograph.common.message.ServerMessage.Users;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the table "From the server" in protocol.md 6. What holds a number of a later version where one
 * is needed is read as null, to be ignored.
 */
final class ServerMessageCodec {
    private static final List<MessageFormat<ServerMessage, ?>> FORMATS = List.of(
            new MessageFormat<>(32, Welcome.class, 13, WelcomeCodec::write, WelcomeCodec::read),
            new MessageFormat<>(
                    33,
                    Refused.class,
                    3,
                    (out, m) -> out.uint(m.request()).text(m.code()).text(m.text()),
                    in -> new Refused(request(in), name(in), notice(in))),
            new MessageFormat<>(34, Done.class, 1, (out, m) -> out.uint(m.request()), in -> new Done(request(in))),
            new MessageFormat<>(
                    35,
                    Conversation.class,
                    2,
                    (out, m) -> ConversationCodec.write(out.uint(m.request()), m.state()),
                    ServerMessageCodec::readConversation),
            new MessageFormat<>(36, Left.class, 5, ServerMessageCodec::writeLeft, ServerMessageCodec::readLeft),
            new MessageFormat<>(
                    37,
                    Appended.class,
                    2,
                    (out, m) -> EntryCodec.write(out.uint(m.conversation()), m.entry()),
                    in -> new Appended(number(in), EntryCodec.read(in))),
            new MessageFormat<>(38, Page.class, 6, ServerMessageCodec::writePage, ServerMessageCodec::readPage),
            new MessageFormat<>(
                    39,
                    Posted.class,
                    4,
                    (out, m) -> out.octets(m.id().octets())
                            .uint(m.conversation())
                            .uint(m.seq())
                            .uint(m.timeMs()),
                    in -> new Posted(id(in), number(in), number(in), number(in))),
            new MessageFormat<>(
                    40,
                    Rejected.class,
                    4,
                    (out, m) -> out.octets(m.id().octets())
                            .text(m.code())
                            .text(m.text())
                            .uint(m.retryMs()),
                    in -> new Rejected(id(in), name(in), notice(in), number(in))),
            new MessageFormat<>(
                    41,
                    OwnMarks.class,
                    3,
                    (out, m) ->
                            out.uint(m.conversation()).uint(m.deliveredSeq()).uint(m.readSeq()),
                    in -> new OwnMarks(number(in), number(in), number(in))),
            new MessageFormat<>(
                    42,
                    Receipts.class,
                    2,
                    (out, m) -> Elements.list(out.uint(m.conversation()), m.marks(), ListElementCodec::writeMark),
                    in -> new Receipts(
                            number(in), Elements.list(in, Bounds.MAX_LIST_ENTRIES, ListElementCodec::readMark))),
            new MessageFormat<>(
                    43,
                    Users.class,
                    2,
                    (out, m) -> Elements.list(out.bool(m.more()), m.users(), ListElementCodec::writeUser),
                    in -> new Users(in.bool(), readUsers(in))),
            new MessageFormat<>(
                    44,
                    Presence.class,
                    1,
                    (out, m) -> Elements.list(out, m.users(), ListElementCodec::writeUser),
                    in -> new Presence(readUsers(in))),
            new MessageFormat<>(
                    45,
                    Typing.class,
                    2,
                    (out, m) -> out.text(m.from()).text(m.to()),
                    in -> new Typing(name(in), room(in))),
            new MessageFormat<>(
                    46,
                    Announce.class,
                    2,
                    (out, m) -> out.text(m.text()).uint(m.timeMs()),
                    in -> new Announce(notice(in), number(in))),
            new MessageFormat<>(
                    47,
                    AdminResult.class,
                    3,
                    (out, m) -> Elements.list(out.uint(m.request()).bool(m.ok()), m.lines(), CborWriter::text),
                    in -> new AdminResult(
                            request(in),
                            in.bool(),
                            Elements.list(in, Bounds.MAX_ADMIN_RESULT_LINES, CborReader::text))),
            new MessageFormat<>(
                    48,
                    Gap.class,
                    3,
                    (out, m) -> out.uint(m.conversation()).uint(m.fromSeq()).uint(m.toSeq()),
                    in -> new Gap(number(in), number(in), number(in))),
            new MessageFormat<>(
                    49,
                    MemberList.class,
                    4,
                    (out, m) -> Elements.list(
                            out.uint(m.request()).uint(m.conversation()).bool(m.more()),
                            m.members(),
                            ListElementCodec::writeMember),
                    in -> new MemberList(
                            request(in),
                            number(in),
                            in.bool(),
                            Elements.list(in, Bounds.MAX_LIST_ENTRIES, ListElementCodec::readMember))),
            new MessageFormat<>(
                    50,
                    RoomList.class,
                    3,
                    (out, m) ->
                            Elements.list(out.uint(m.request()).bool(m.more()), m.rooms(), ListElementCodec::writeRoom),
                    in -> new RoomList(
                            request(in),
                            in.bool(),
                            Elements.list(in, Bounds.MAX_LIST_ENTRIES, ListElementCodec::readRoom))),
            new MessageFormat<>(
                    51,
                    DeviceList.class,
                    2,
                    (out, m) -> Elements.list(out.uint(m.request()), m.devices(), ListElementCodec::writeDevice),
                    in -> new DeviceList(
                            request(in), Elements.list(in, Bounds.MAX_DEVICES, ListElementCodec::readDevice))),
            new MessageFormat<>(
                    52, Profile.class, 5, ServerMessageCodec::writeProfile, ServerMessageCodec::readProfile),
            new MessageFormat<>(
                    53,
                    Invited.class,
                    2,
                    (out, m) -> out.text(m.room()).text(m.by()),
                    in -> new Invited(room(in), name(in))),
            new MessageFormat<>(
                    54,
                    Preferred.class,
                    1,
                    (out, m) -> ListElementCodec.writePreferences(out, m.preferences()),
                    in -> new Preferred(ListElementCodec.readPreferences(in))));

    static final MessageTable<ServerMessage> TABLE =
            new MessageTable<>(List.of(FORMATS, EndToEndCodec.FROM_SERVER, FileCodec.FROM_SERVER));

    private ServerMessageCodec() {}

    private static @Nullable Conversation readConversation(CborReader in) throws MalformedException {
        int request = request(in);
        ConversationState state = ConversationCodec.read(in);
        return state == null ? null : new Conversation(request, state);
    }

    private static void writeLeft(CborWriter out, Left m) throws IOException {
        out.uint(m.request())
                .uint(m.conversation())
                .uint(m.cause().code())
                .text(m.by())
                .text(m.reason());
    }

    private static @Nullable Left readLeft(CborReader in) throws MalformedException {
        int request = request(in);
        long conversation = number(in);
        LeaveCause cause = Elements.coded(in, LeaveCause.class);
        String by = name(in);
        String reason = notice(in);
        return cause == null ? null : new Left(request, conversation, cause, by, reason);
    }

    private static void writePage(CborWriter out, Page m) throws IOException {
        out.uint(m.request()).uint(m.conversation()).bool(m.more());
        Elements.list(out, m.entries(), EntryCodec::write);
        Elements.list(out, m.amendments(), EntryCodec::write);
        out.bool(m.cut());
    }

    private static Page readPage(CborReader in) throws MalformedException {
        int request = request(in);
        long conversation = number(in);
        boolean more = in.bool();
        List<Entry> entries = Elements.list(in, Bounds.MAX_PAGE_ENTRIES, EntryCodec::read);
        List<Entry> amendments = Elements.list(in, Bounds.MAX_AMENDMENTS, EntryCodec::read);
        return new Page(request, conversation, more, entries, amendments, in.bool());
    }

    private static List<UserEntry> readUsers(CborReader in) throws MalformedException {
        return Elements.list(in, Bounds.MAX_LIST_ENTRIES, ListElementCodec::readUser);
    }

    private static void writeProfile(CborWriter out, Profile m) throws IOException {
        ListElementCodec.writeUser(out.uint(m.request()), m.user());
        out.uint(m.createdMs()).bool(m.admin());
        Elements.list(out, m.devices(), CborWriter::octets);
    }

    private static @Nullable Profile readProfile(CborReader in) throws MalformedException {
        int request = request(in);
        UserEntry user = ListElementCodec.readUser(in);
        long createdMs = number(in);
        boolean admin = in.bool();
        List<Bytes> devices = Elements.list(in, Bounds.MAX_DEVICES, ListElementCodec::readKey);
        return user == null ? null : new Profile(request, user, createdMs, admin, devices);
    }
}
