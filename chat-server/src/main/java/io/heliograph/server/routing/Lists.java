package io.heliograph.server.routing;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.ServerMessage.MemberList;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.RoomList;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Who is in a conversation, and which rooms there are (protocol.md 8.2, 8.3).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Lists {
    /** A page of rooms with long topics still fits into a message. */
    private static final int MAX_ROOM_LIST_BYTES = 48 * 1024;

    private static final int ROOM_OVERHEAD_BYTES = 32;
    private static final int MAX_BYTES_PER_CHAR = 3;

    private final Directory directory;

    Lists(Directory directory) {
        this.directory = directory;
    }

    void onMembers(Session session, Account account, ClientMessage.Members asked) {
        Conversation conversation = directory.conversations().find(asked.conversation());
        if (conversation == null || !conversation.hasMember(account)) {
            session.send(new Refused(asked.request(), RefusalCode.NOT_A_MEMBER, "You are not in this conversation."));
            return;
        }
        List<Member> behind = conversation.members().stream()
                .filter(member -> member.account().name().compareTo(asked.after()) > 0)
                .sorted(Comparator.comparing((Member member) -> member.account().name()))
                .limit(Bounds.MAX_LIST_ENTRIES + 1L)
                .toList();
        boolean more = behind.size() > Bounds.MAX_LIST_ENTRIES;
        List<MemberEntry> page = behind.stream()
                .limit(Bounds.MAX_LIST_ENTRIES)
                .map(member -> entryOf(member, account))
                .toList();
        session.send(new MemberList(asked.request(), conversation.id(), more, page));
    }

    void onRooms(Session session, Account account, ClientMessage.Rooms asked) {
        String pattern = asked.pattern().toLowerCase(Locale.ROOT);
        List<RoomEntry> page = new ArrayList<>();
        boolean more = false;
        int bytes = 0;
        for (Conversation room : directory.conversations().roomsAfter(asked.after())) {
            boolean joined = room.hasMember(account);
            boolean shown = joined || room.access() != RoomAccess.HIDDEN || room.inviteOf(account) != null;
            if (shown && isLike(room, pattern)) {
                bytes += sizeOf(room);
                more = page.size() == Bounds.MAX_LIST_ENTRIES || bytes > MAX_ROOM_LIST_BYTES;
                if (more) {
                    break;
                }
                page.add(new RoomEntry(
                        room.name(),
                        room.settings().topic(),
                        room.access(),
                        room.memberCount(),
                        room.lastActivityMs(),
                        joined));
            }
        }
        session.send(new RoomList(asked.request(), more, page));
    }

    private static MemberEntry entryOf(Member member, Account viewer) {
        Mark mark = member.account() == viewer
                ? new Mark(viewer.name(), member.deliveredSeq(), member.readSeq())
                : Receipts.told(member);
        return new MemberEntry(mark.name(), member.role(), mark.deliveredSeq(), mark.readSeq(), member.mutedUntilMs());
    }

    private static boolean isLike(Conversation room, String pattern) {
        return room.name().toLowerCase(Locale.ROOT).contains(pattern)
                || room.settings().topic().toLowerCase(Locale.ROOT).contains(pattern);
    }

    private static int sizeOf(Conversation room) {
        return (room.name().length() + room.settings().topic().length()) * MAX_BYTES_PER_CHAR + ROOM_OVERHEAD_BYTES;
    }
}
