package io.heliograph.client.core;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a user wants. Immutable, so that any thread may submit it. */
public sealed interface ClientCommand {

    /**
     * Something the server answers; the answer is an event of its own, {@link ClientEvent.Done} or {@link
     * ClientEvent.Refused}.
     */
    sealed interface Request extends ClientCommand {}

    /** Something that is kept in the outbox until the relay has stored it; {@link ClientEvent.StateChanged} follows. */
    sealed interface Posting extends ClientCommand {
        /** Made by the face, so that it knows its message from the first moment on. */
        MessageId id();

        Target to();
    }

    /** Something that this machine answers by itself, from what it keeps: offline too, and beside the session. */
    sealed interface Local extends ClientCommand {}

    // Talking

    /** Says {@code text}; {@code replyToSeq} is the entry it answers, 0 for none. */
    record Say(MessageId id, Target to, String text, long replyToSeq) implements Posting {
        public Say(MessageId id, Target to, String text) {
            this(id, to, text, 0);
        }
    }

    /** Replaces the text of an own message; {@code replyToSeq} as the message has it. */
    record Edit(MessageId id, Target to, long seq, String text, long replyToSeq) implements Posting {}

    /** Takes the content of a message away from everybody. */
    record Delete(MessageId id, Target to, long seq) implements Posting {}

    /** Puts an emoji to a message, or takes it back. */
    record React(MessageId id, Target to, long seq, String emoji, boolean on) implements Posting {}

    /** Takes a message back that the relay has not accepted, or ends the transfer of that name. */
    record Cancel(MessageId id) implements ClientCommand {}

    /** The user is typing to {@code to}. */
    record Typing(Target to) implements ClientCommand {}

    /** Tells the user's other devices what was begun to be written; empty for nothing more. */
    record TellDraft(Target where, String text) implements ClientCommand {
        @Override
        public String toString() {
            return "TellDraft[where=" + where + "]";
        }
    }

    /** The user has seen everything up to {@code seq}. */
    record MarkRead(Target where, long seq) implements ClientCommand {}

    // Conversations

    /** Enters a room and stays in it through every reconnect. {@link #toString} hides the password. */
    record Join(Target room, String password) implements Request {
        @Override
        public String toString() {
            return "Join[room=" + room + "]";
        }
    }

    /** Ends a membership. */
    record Leave(Target room) implements Request {}

    /** Shows what was said before what is shown; {@link ClientEvent.PageShown} answers. */
    record LoadOlder(Target where, int count) implements Request {}

    /** Who is in a conversation, and how far each has read; {@link ClientEvent.MembersShown} answers. */
    record AskMembers(Target where) implements Request {}

    /** Which rooms there are; {@link ClientEvent.RoomsListed} answers. */
    record AskRooms(String pattern) implements Request {}

    /** Sets something of a room. {@link #toString} hides the value, which may be a password. */
    record SetRoom(Target where, RoomSetting setting, String value) implements Request {
        @Override
        public String toString() {
            return "SetRoom[where=" + where + ", setting=" + setting + "]";
        }
    }

    /** Does something to a member; {@code role} only where it is set, {@code durationS} 0 for good. */
    record Moderate(
            Target where,
            String name,
            Moderation action,
            @Nullable Role role,
            long durationS,
            String reason) implements Request {}

    /** Pins an entry, or takes the pin away. */
    record Pin(Target where, long seq, boolean pinned) implements Request {}

    // The account

    /** What others see; {@code durationS}: how long the text holds, 0 until changed. */
    record SetPresence(PresenceState state, String text, long durationS) implements Request {}

    /** Switches what others are told. */
    record Prefer(Preference preference, boolean on) implements Request {}

    /** Sets the account's password; the old one is empty where there is none. {@link #toString} hides both. */
    record SetPassword(String oldPassword, String newPassword) implements Request {
        @Override
        public String toString() {
            return "SetPassword[]";
        }
    }

    /** Which devices may speak for the account; {@link ClientEvent.DevicesListed} answers. */
    record AskDevices() implements Request {}

    /** A device may no longer speak for the account. */
    record Revoke(Bytes device) implements Request {}

    /** Who somebody is; {@link ClientEvent.ProfileShown} answers. */
    record Whois(String name) implements Request {}

    /** A line of the operator console; {@link ClientEvent.AdminOutput} answers. */
    record Admin(String line) implements Request {}

    // Keys

    /** Something about somebody's keys; answered when they are known. */
    sealed interface AboutPerson extends ClientCommand {
        String name();
    }

    /** How far somebody's key is to be trusted; {@link ClientEvent.TrustShown} answers. */
    record ShowTrust(String name) implements AboutPerson {}

    /**
     * What is remembered of several people's keys: nothing is fetched, and no number is made. {@link
     * ClientEvent.TrustKnown} answers.
     */
    record AskTrust(List<String> names) implements ClientCommand {
        public AskTrust {
            names = List.copyOf(names);
        }
    }

    /** The user has compared the safety number, or takes that back. */
    record SetVerified(String name, boolean verified) implements AboutPerson {}

    /** An administrator confirms that somebody's key is theirs, for everybody on this server. */
    record ConfirmAccount(String name) implements AboutPerson {}

    /** The user says yes to a key that has changed, or to what the server shows of a room now. */
    record AcceptKey(Target of) implements ClientCommand {}

    /** The user believes whoever signs the server's directory now. */
    record AcceptDirectory() implements ClientCommand {}

    /** A device of the account may read and speak from now on. */
    record ApproveDevice(Bytes device) implements ClientCommand {}

    /** The account's first device is lost: this one takes its place, which everybody sees as another key. */
    record BeginAnew() implements ClientCommand {}

    /** Whether newcomers to a room may be given earlier keys. */
    record ShareHistory(Target where, boolean on) implements ClientCommand {}

    /** Brings somebody whom the server has let in into the roll of a room. */
    record Admit(Target where, String name) implements ClientCommand {}

    // Files

    /** Something about files; {@link ClientEvent.FileProgress} tells what becomes of it. */
    sealed interface AboutFiles extends ClientCommand {}

    /** Sends a file; the message that offers it gets {@code id}, which names the transfer too. */
    record SendFile(MessageId id, Target to, Path path, String caption) implements AboutFiles {}

    /**
     * Fetches the file that a loaded message offers; the transfer is named by the blob. {@code folder} is null for the
     * usual one.
     */
    record FetchFile(Target where, long seq, @Nullable Path folder) implements AboutFiles {}

    /**
     * Offers the file of a loaded message in another conversation, without sending it once more; {@link
     * ClientEvent.Refused} with {@code no_such_file} where the relay has let go of it.
     *
     * @param from where the message is, and {@code seq} its number there
     */
    record ForwardFile(MessageId id, Target to, Target from, long seq, String caption) implements AboutFiles {}

    /** Stops a transfer for a while; {@link Cancel} stops it for good. */
    record PauseFile(MessageId id) implements AboutFiles {}

    /** Goes on with a transfer that was paused, or tries one again that failed. */
    record ResumeFile(MessageId id) implements AboutFiles {}

    /**
     * Sets which files are fetched unasked; {@link ClientEvent.DownloadsShown} answers. What is null stays, and so does
     * a {@code maxBytes} below 0.
     *
     * @param lasting kept for the next start of the program
     */
    record SetDownloads(
            DownloadRule.@Nullable From from,
            long maxBytes,
            @Nullable Path folder,
            boolean lasting) implements AboutFiles {}

    /** What {@link SetDownloads} has set. */
    record AskDownloads() implements AboutFiles {}

    // The connection

    /** The answer to {@link ClientEvent.TrustWanted}. */
    record Trust(boolean yes) implements ClientCommand {}

    /** The answer to a {@link ClientEvent.LoginRefused} that asks for a password. {@link #toString} hides it. */
    record LogIn(String password) implements ClientCommand {
        @Override
        public String toString() {
            return "LogIn[]";
        }
    }

    /** Tries now what would be tried later. */
    record Reconnect() implements ClientCommand {}

    /** Stays offline until told otherwise. */
    record Disconnect() implements ClientCommand {}

    /** Says goodbye and ends; {@link ClientEvent.Ended} follows. */
    record Quit() implements ClientCommand {}

    // What this machine keeps

    /**
     * Looks for messages; {@link ClientEvent.SearchShown} or {@link ClientEvent.SearchRefused} answers. {@link
     * #toString} hides the query.
     *
     * @param ticket comes back in the answer, so that a face can pass over what it no longer wants
     */
    record Search(long ticket, String query, int limit) implements Local {
        @Override
        public String toString() {
            return "Search[ticket=" + ticket + "]";
        }
    }

    /** Shows the lines around one; nothing is counted as read. {@link ClientEvent.AroundShown} answers. */
    record ShowAround(Target where, long seq, int before, int after) implements Local {}

    /**
     * Shows the lines around the first that was said at {@code timeMs} or later. {@link ClientEvent.AroundShown}
     * answers, with the number 0 and no lines if there is none.
     */
    record ShowSince(Target where, long timeMs, int before, int after) implements Local {}

    /** Shows what a message said before it was edited; {@link ClientEvent.VersionsShown} answers. */
    record ShowVersions(Target where, long seq) implements Local {}

    /**
     * Writes what was said into a new file, as its ending says: {@code .txt}, {@code .html} or {@code .json}; where one
     * is there already, {@code name (2).txt} is written. {@link ClientEvent.Exported} answers, or {@link
     * ClientEvent.Problem}.
     *
     * @param where null for everything
     */
    record Export(@Nullable Target where, Path file) implements Local {}
}
