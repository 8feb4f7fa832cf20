package io.heliograph.client.core;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.UserPresence;
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

    /** The login succeeded; {@code again} after a loss of connection. */
    record Connected(String server, String serverName, String fingerprint, String user, boolean admin, boolean again)
            implements ClientEvent {}

    /** The server does not let this user in. */
    record LoginRefused(String code, String text) implements ClientEvent {}

    /** The server owes an answer; a new handshake runs beside the connection. */
    record Unresponsive(long silentForMs) implements ClientEvent {}

    /** The same connection goes on. */
    record Recovered() implements ClientEvent {}

    /** There is no connection; attempt number {@code attempt} begins after {@code delayMs}. */
    record Reconnecting(int attempt, long delayMs, String cause) implements ClientEvent {}

    /** There is no connection, and there will be none before a command asks for it. */
    record Offline(String cause, boolean wanted) implements ClientEvent {}

    /** How good the path is; {@code rttMs} below 0 while unknown. */
    record LinkQuality(long rttMs, int lossPermille) implements ClientEvent {}

    /** The last event. */
    record Ended() implements ClientEvent {}

    // Rooms and people

    /** {@code again} when the membership goes on after a reconnect. */
    record Joined(Target room, List<String> members, boolean again) implements ClientEvent {
        public Joined {
            members = List.copyOf(members);
        }
    }

    /** The room was not entered. */
    record JoinRefused(Target room, String code, String text) implements ClientEvent {}

    /** The membership has ended. */
    record Left(Target room) implements ClientEvent {}

    /** Somebody else came or went. */
    record MemberChanged(Target room, String name, boolean joined, String reason) implements ClientEvent {}

    /** Replaces all that was known about who is here. */
    record UserList(List<UserPresence> users) implements ClientEvent {
        public UserList {
            users = List.copyOf(users);
        }
    }

    /** Somebody came, went or fell silent. */
    record PresenceChanged(UserPresence user) implements ClientEvent {}

    /** Somebody is typing; true for five seconds. */
    record TypingShown(String from, Target where) implements ClientEvent {}

    // Messages

    /**
     * A message, each exactly once.
     *
     * @param where the room; for a direct message the other person
     * @param own written on this device; its {@link StateChanged} events follow
     * @param text null for a body that this version cannot show
     */
    record MessageShown(
            MessageId id,
            Target where,
            String from,
            boolean own,
            long timeMs,
            @Nullable String text) implements ClientEvent {}

    /** An own message has come further, or will not; the reason is for people and empty if there is none. */
    record StateChanged(MessageId id, MessageState state, String reason) implements ClientEvent {}

    /** Entries that the relay no longer holds. */
    record GapShown(String where, long fromSeq, long toSeq) implements ClientEvent {}

    /** The server's word to everybody. */
    record Announced(String text, long timeMs) implements ClientEvent {}

    /** What the operator console printed. */
    record AdminOutput(boolean ok, List<String> lines) implements ClientEvent {
        public AdminOutput {
            lines = List.copyOf(lines);
        }
    }

    /** Something the user asked for cannot be done. */
    record Problem(String code, String message) implements ClientEvent {}
}
