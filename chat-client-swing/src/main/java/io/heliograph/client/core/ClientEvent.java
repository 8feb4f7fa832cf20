package io.heliograph.client.core;

import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.common.e2e.SafetyNumber;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened, for every face alike. Immutable. Text that came from the network is as it was sent: a face makes
 * it safe to show.
 * Times are milliseconds since 1970, UTC.
 */
public sealed interface ClientEvent {

    // The connection

    /** An attempt begins. */
    record Connecting(String server, int attempt) implements ClientEvent {}

    /** First contact: nothing of the user's is sent before {@link ClientCommand.Trust}. */
    record TrustWanted(String server, String fingerprint, String words) implements ClientEvent {}

    /** The user declined at first contact. */
    record TrustDeclined(String server, String fingerprint) implements ClientEvent {}

    /** Another server than the expected one answered. */
    record WrongIdentity(String server, String expected, String presented, String history) implements ClientEvent {}

    /**
     * The login succeeded.
     *
     * @param user as the server writes it
     * @param again after a loss of connection
     */
    record Connected(String server, String serverName, String fingerprint, String user, boolean admin, boolean again)
            implements ClientEvent {}

    /**
     * What the server says of the account after the login.
     *
     * @param motd the server's greeting; empty for none
     * @param registered the account was made by this login
     * @param chosen the presence that the user has chosen
     */
    record AccountShown(String motd, boolean registered, boolean hasPassword, Preferences preferences, UserEntry chosen)
            implements ClientEvent {}

    /** The server does not let this user in; {@code passwordHelps}: {@link ClientCommand.LogIn} tries once more. */
    record LoginRefused(String code, String text, boolean passwordHelps) implements ClientEvent {}

    /** The server owes an answer; a new handshake runs beside the connection. */
    record Unresponsive(long silentForMs) implements ClientEvent {}

    /** The same connection goes on. */
    record Recovered() implements ClientEvent {}

    /** There is no connection; attempt number {@code attempt} begins after {@code delayMs}. */
    record Reconnecting(int attempt, long delayMs, LinkCause cause) implements ClientEvent {}

    /** There is no connection, and there will be none before a command asks for it. */
    record Offline(LinkCause cause, boolean wanted) implements ClientEvent {}

    /** How good the path is; {@code rttMs} below 0 while unknown. */
    record LinkQuality(long rttMs, int lossPermille) implements ClientEvent {}

    /** Somebody has had the way to the server looked at. */
    record NetworkChecked(NetworkReport report) implements ClientEvent {}

    /** The last event. */
    record Ended() implements ClientEvent {}

    // Conversations

    /** A conversation of the user: new to this client, or changed. {@link UnreadChanged} tells what is unread. */
    record ConversationChanged(Target where, ConversationState state) implements ClientEvent {}

    /** A room that was asked for is entered; {@code again} when the membership goes on after a reconnect. */
    record Joined(Target room, int memberCount, boolean again) implements ClientEvent {}

    /** The room was not entered. */
    record JoinRefused(Target room, String code, String text) implements ClientEvent {}

    /** The membership has ended; {@code by} is empty if nobody is named. */
    record ConversationLeft(Target where, LeaveCause cause, String by, String reason) implements ClientEvent {}

    /** What was said while this client was away has been shown; once for each connection. */
    record CaughtUp() implements ClientEvent {}

    /** The server has another history than before: all numbers of entries are void. */
    record HistoryReset() implements ClientEvent {}

    /** How much of a conversation the user has not read; {@code readSeq}: everything up to it is. */
    record UnreadChanged(Target where, long readSeq, long unreadCount, long mentionCount) implements ClientEvent {}

    /** All members, by name. */
    record MembersShown(Target where, List<MemberEntry> members) implements ClientEvent {
        public MembersShown {
            members = List.copyOf(members);
        }
    }

    /** Somebody lets this user into a room. */
    record Invited(Target room, String by) implements ClientEvent {}

    /** Rooms of the server, by name; {@code more}: not all of them. */
    record RoomsListed(String pattern, List<RoomEntry> rooms, boolean more) implements ClientEvent {
        public RoomsListed {
            rooms = List.copyOf(rooms);
        }
    }

    // Entries

    /**
     * A new line at the end of a conversation, each exactly once and in order. An own message of this device comes
     * with number 0 at once, and {@link EntryPlaced} follows.
     *
     * @param live said just now; else it was said while this client was away
     */
    record EntryShown(Target where, ShownEntry entry, boolean live) implements ClientEvent {}

    /** An own message has its place in the log. */
    record EntryPlaced(Target where, MessageId id, long seq, long timeMs) implements ClientEvent {}

    /**
     * A line has changed.
     *
     * @param seq of the line
     * @param entry the line as it stands now; null if this client has not loaded it
     * @param what edit, delete, react or unreact
     * @param by who did it
     * @param text the new text or the emoji; null for one that this version cannot show; empty for a delete
     */
    record EntryChanged(
            Target where,
            long seq,
            @Nullable ShownEntry entry,
            EntryKind what,
            String by,
            @Nullable String text) implements ClientEvent {}

    /** Lines before those that are shown, oldest first; {@code more}: there is more before them. */
    record PageShown(Target where, List<ShownEntry> entries, boolean more) implements ClientEvent {
        public PageShown {
            entries = List.copyOf(entries);
        }
    }

    /** Entries that are not shown; {@code held}: the server has them, {@link ClientCommand.LoadOlder} shows them. */
    record GapShown(Target where, long fromSeq, long toSeq, boolean held) implements ClientEvent {}

    /** An own posting has come further, or will not; the reason is for people and empty if there is none. */
    record StateChanged(MessageId id, MessageState state, String reason) implements ClientEvent {}

    /**
     * How many have an own message.
     *
     * @param of other members when it was said
     */
    record ReceiptsChanged(Target where, MessageId id, long seq, int deliveredCount, int readCount, int of)
            implements ClientEvent {}

    /** A line that could not be read before, or a warning about it has changed. */
    record EntryRevealed(Target where, long seq, ShownEntry entry) implements ClientEvent {}

    // Files

    /** A file has come further: at each change of its state, else at most four times a second. */
    record FileProgress(FileTransfer file) implements ClientEvent {}

    /** Which files are fetched unasked. */
    record DownloadsShown(DownloadRule rule) implements ClientEvent {}

    /** Something that was to be done to line {@code seq} is not believed; the reason is for people. */
    record ChangeNotAccepted(Target where, long seq, EntryKind what, String by, String reason) implements ClientEvent {}

    // Keys

    /** Nothing is sealed for this device yet: the user has to confirm it on the account's first device. */
    record DeviceUnconfirmed(String words) implements ClientEvent {}

    /** The first device has confirmed this one. */
    record DeviceConfirmed() implements ClientEvent {}

    /** Devices that came in by the account's password wait for this one's yes; their keys. */
    record DevicesWaiting(List<Bytes> devices) implements ClientEvent {
        public DevicesWaiting {
            devices = List.copyOf(devices);
        }
    }

    /** Another device of the user has begun to write something, or is done with it; empty for nothing. */
    record DraftChanged(Target where, String text) implements ClientEvent {
        @Override
        public String toString() {
            return "DraftChanged[where=" + where + "]";
        }
    }

    /** Somebody has other devices than before, as the first of them says. */
    record DevicesChanged(String name) implements ClientEvent {}

    /** Somebody has another key; {@code waits}: nothing is said to it and nothing believed before the user's yes. */
    record KeyChanged(String name, boolean waits) implements ClientEvent {}

    /** The server's directory is signed by somebody else; not believed before the user's yes. */
    record DirectorySignerChanged(String before, String now) implements ClientEvent {}

    /** A member has brought somebody into a room. */
    record Admitted(Target where, String name, String by) implements ClientEvent {}

    /** The server names members whom nobody of the room has admitted: they are given no keys. */
    record NotAdmitted(Target where, List<String> names) implements ClientEvent {
        public NotAdmitted {
            names = List.copyOf(names);
        }
    }

    /** Whether who comes later into a room may be given the keys to what was said before, as its members agreed. */
    record HistorySharing(Target where, boolean on) implements ClientEvent {}

    /** The server shows the members of a room otherwise than before; nothing is said there before the user's yes. */
    record RoomAlarm(Target where, AlarmCause cause) implements ClientEvent {}

    /** What is said there waits for somebody; {@code alarm} is null but for an alarm of the room. */
    record HeldBack(Target where, HeldCause cause, @Nullable AlarmCause alarm) implements ClientEvent {}

    /**
     * How far somebody's key is to be trusted.
     *
     * @param number of the key that is believed
     * @param waiting of a key that waits for the user's yes; null for none
     * @param devices words of each device that speaks for the account
     */
    record TrustShown(
            String name,
            TrustLevel level,
            SafetyNumber number,
            @Nullable SafetyNumber waiting,
            List<String> devices,
            long firstSeenMs)
            implements ClientEvent {
        public TrustShown {
            devices = List.copyOf(devices);
        }
    }

    /** How far the keys of people are to be trusted, of those whose key was ever seen. */
    record TrustKnown(List<Known> people) implements ClientEvent {
        /** {@code waits}: another key of theirs waits for the user's yes. */
        public record Known(String name, TrustLevel level, boolean waits) {}

        public TrustKnown {
            people = List.copyOf(people);
        }
    }

    // People

    /** Replaces all that was known about who is here. */
    record UserList(List<UserEntry> users) implements ClientEvent {
        public UserList {
            users = List.copyOf(users);
        }
    }

    /** Somebody came, went, fell silent or changed the text. */
    record PresenceChanged(UserEntry user) implements ClientEvent {}

    /** Somebody is typing; true for five seconds. */
    record TypingShown(String from, Target where) implements ClientEvent {}

    /** Who somebody is. */
    record ProfileShown(Profile profile) implements ClientEvent {}

    // The account

    /** What others are told of this user. */
    record PreferencesChanged(Preferences preferences) implements ClientEvent {}

    /** What others see of this user. */
    record PresenceChosen(UserEntry chosen) implements ClientEvent {}

    /** The devices that may speak for the account. */
    record DevicesListed(List<DeviceEntry> devices) implements ClientEvent {
        public DevicesListed {
            devices = List.copyOf(devices);
        }
    }

    // The server

    /** The server's word to everybody. */
    record Announced(String text, long timeMs) implements ClientEvent {}

    /** What the operator console printed. */
    record AdminOutput(boolean ok, List<String> lines) implements ClientEvent {
        public AdminOutput {
            lines = List.copyOf(lines);
        }
    }

    /** A request without an answer of its own has been carried out. */
    record Done(ClientCommand command) implements ClientEvent {}

    /** The server refuses a request, or it was lost with the connection. */
    record Refused(ClientCommand command, String code, String text) implements ClientEvent {}

    /** Something the user asked for cannot be done, or something is wrong with this client or its server. */
    record Problem(String code, String message) implements ClientEvent {}

    // What this machine keeps

    /**
     * What a search has found.
     *
     * @param hits the newest, newest first
     * @param total how many there are in all
     */
    record SearchShown(long ticket, List<SearchHit> hits, int total) implements ClientEvent {
        public SearchShown {
            hits = List.copyOf(hits);
        }
    }

    /** This cannot be looked for; {@code why} is one line for people. */
    record SearchRefused(long ticket, String why) implements ClientEvent {}

    /** Lines of the history around one, oldest first; none if the history does not hold it. */
    record AroundShown(Target where, long seq, List<ShownEntry> entries) implements ClientEvent {
        public AroundShown {
            entries = List.copyOf(entries);
        }
    }

    /** What a message said one after the other, oldest first; empty where this machine does not have it. */
    record VersionsShown(Target where, long seq, List<Version> versions) implements ClientEvent {
        /** Said at {@code timeMs}. {@link #toString} hides the text. */
        public record Version(long timeMs, String text) {
            @Override
            public String toString() {
                return "Version[timeMs=" + timeMs + "]";
            }
        }

        public VersionsShown {
            versions = List.copyOf(versions);
        }
    }

    /** So many messages were written into a file. */
    record Exported(Path file, int messageCount) implements ClientEvent {}
}
