package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;
import java.util.List;

/** What the relay says to a client (protocol.md 6, codes 32 and up). Times are milliseconds since 1970, UTC. */
public sealed interface ServerMessage {

    /**
     * The login succeeded.
     *
     * @param name as the server writes it
     * @param motd the server's greeting; empty for none
     * @param conversationCount how many {@link Conversation}s follow
     * @param chosen the presence that the user has chosen
     */
    record Welcome(
            String name,
            InstanceId instance,
            String serverName,
            long timeMs,
            boolean admin,
            String serverVersion,
            int maxBodyBytes,
            String motd,
            int conversationCount,
            boolean registered,
            boolean hasPassword,
            Preferences preferences,
            UserEntry chosen)
            implements ServerMessage {}

    /** The account's preferences (protocol.md 7.4). */
    record Preferences(boolean tellsDelivered, boolean tellsRead, boolean tellsLastSeen) {}

    /** A request failed; {@code request} is 0 for the login. */
    record Refused(int request, String code, String text) implements ServerMessage {}

    /** A request without an answer of its own has been carried out. */
    record Done(int request) implements ServerMessage {}

    /** A conversation of the user, at login, after a join ({@code request}), or because it changed (0). */
    record Conversation(int request, ConversationState state) implements ServerMessage {}

    /** A membership has ended; {@code request} 0 if nobody asked here. */
    record Left(int request, long conversation, LeaveCause cause, String by, String reason) implements ServerMessage {}

    /** Something was said or done. */
    record Appended(long conversation, Entry entry) implements ServerMessage {}

    /**
     * The answer to {@link ClientMessage.History}.
     *
     * @param more the range asked for holds further entries
     * @param amendments later entries that refer to entries of the page
     * @param cut not all of those fitted: the others are found by paging on
     */
    record Page(int request, long conversation, boolean more, List<Entry> entries, List<Entry> amendments, boolean cut)
            implements ServerMessage {
        public Page {
            entries = List.copyOf(entries);
            amendments = List.copyOf(amendments);
        }
    }

    /** The relay has stored a post as entry {@code seq} of {@code conversation}. */
    record Posted(MessageId id, long conversation, long seq, long timeMs) implements ServerMessage {}

    /** The relay does not take a post; {@code retryMs} above 0 asks for another try after that time. */
    record Rejected(MessageId id, String code, String text, long retryMs) implements ServerMessage {}

    /** The account's own marks, moved by another of its devices. */
    record OwnMarks(long conversation, long deliveredSeq, long readSeq) implements ServerMessage {}

    /** How far other members have got. */
    record Receipts(long conversation, List<Mark> marks) implements ServerMessage {
        public Receipts {
            marks = List.copyOf(marks);
        }
    }

    /** A page of the list of users; a further one follows if {@code more}. */
    record Users(boolean more, List<UserEntry> users) implements ServerMessage {
        public Users {
            users = List.copyOf(users);
        }
    }

    /** Users that are new or have changed. */
    record Presence(List<UserEntry> users) implements ServerMessage {
        public Presence {
            users = List.copyOf(users);
        }
    }

    /** Somebody is typing to {@code #room} or to this user; unreliable. */
    record Typing(String from, String to) implements ServerMessage {}

    /** The server's word to everybody. */
    record Announce(String text, long timeMs) implements ServerMessage {}

    /** What an administrator's line printed. */
    record AdminResult(int request, boolean ok, List<String> lines) implements ServerMessage {
        public AdminResult {
            lines = List.copyOf(lines);
        }
    }

    /** Entries that were not passed on, both inclusive: ask for them by {@link ClientMessage.History}. */
    record Gap(long conversation, long fromSeq, long toSeq) implements ServerMessage {}

    /** A page of members, by name. */
    record MemberList(int request, long conversation, boolean more, List<MemberEntry> members)
            implements ServerMessage {
        public MemberList {
            members = List.copyOf(members);
        }
    }

    /** A page of rooms, by name. */
    record RoomList(int request, boolean more, List<RoomEntry> rooms) implements ServerMessage {
        public RoomList {
            rooms = List.copyOf(rooms);
        }
    }

    /** The account's devices. */
    record DeviceList(int request, List<DeviceEntry> devices) implements ServerMessage {
        public DeviceList {
            devices = List.copyOf(devices);
        }
    }

    /** Who somebody is; {@code devices}: the Ed25519 keys that may speak for the name. */
    record Profile(int request, UserEntry user, long createdMs, boolean admin, List<Bytes> devices)
            implements ServerMessage {
        public Profile {
            devices = List.copyOf(devices);
        }
    }

    /** Somebody lets this user into a room. */
    record Invited(String room, String by) implements ServerMessage {}

    /** A preference was switched, here or on another device. */
    record Preferred(Preferences preferences) implements ServerMessage {}

    /** A page of cards, by name. */
    record CardList(int request, boolean more, List<CardEntry> cards) implements ServerMessage {
        public CardList {
            cards = List.copyOf(cards);
        }
    }

    /** Somebody's card is another by now. */
    record CardChanged(String name) implements ServerMessage {}

    /** A box for this device; {@code number} grows. {@code from} and {@code device} are who brought it. */
    record Box(long number, String from, Bytes device, Bytes box) implements ServerMessage {}

    /** A page of a roll; {@code firstIndex}: the number of the first of {@code entries}. */
    record RollPage(int request, long conversation, boolean more, long firstIndex, List<Bytes> entries)
            implements ServerMessage {
        public RollPage {
            entries = List.copyOf(entries);
        }
    }

    /** Entry {@code index} was appended to a roll. */
    record Rolled(long conversation, long index, Bytes entry) implements ServerMessage {}

    /** The administrator's directory; empty: there is none. */
    record DirectoryTold(int request, Bytes directory) implements ServerMessage {}

    /** What the server takes: of one file, of this user, how much of that is used, and for how long in seconds. */
    record FileLimitsTold(int request, long maxBytes, long quotaBytes, long usedBytes, long keepS)
            implements ServerMessage {}

    /** How much of a blob of {@code bytes} bytes is there; {@code expiresMs}: when it goes. */
    record FileState(int request, Bytes blob, long haveBytes, long bytes, long expiresMs) implements ServerMessage {}

    /** The blob's first {@code haveBytes} bytes are durable. */
    record FileHave(Bytes blob, long haveBytes) implements ServerMessage {}

    /** The blob's octets from {@code offset} on; {@code last}: nothing more follows of what was asked for. */
    record FileData(int request, Bytes blob, long offset, Bytes octets, boolean last) implements ServerMessage {}

    /** An upload has ended without success. */
    record FileFailed(Bytes blob, String code, String text) implements ServerMessage {}
}
