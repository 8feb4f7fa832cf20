package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;
import java.util.List;

/** What the relay says to a client (protocol.md 6, codes 32 and up). Times are milliseconds since 1970, UTC. */
public sealed interface ServerMessage {

    /** The login succeeded; {@code name} is written as the server writes it. */
    record Welcome(
            String name,
            InstanceId instance,
            String serverName,
            long timeMs,
            boolean admin,
            String serverVersion,
            int maxBodyBytes)
            implements ServerMessage {}

    /** A request failed; {@code request} is 0 for the login. */
    record Refused(int request, String code, String text) implements ServerMessage {}

    /** The room was entered; its entries follow from {@code nextSeq} on. */
    record Joined(int request, String room, InstanceId instance, long nextSeq, List<String> members)
            implements ServerMessage {
        public Joined {
            members = List.copyOf(members);
        }
    }

    /** The room was left. */
    record Left(int request, String room) implements ServerMessage {}

    /** Somebody said something in a room. */
    record Message(String room, long seq, MessageId id, String from, long timeMs, Bytes body)
            implements ServerMessage {}

    /** Somebody came into or left a room. */
    record Member(String room, long seq, String name, MemberChange change, String reason) implements ServerMessage {}

    /** Somebody said something to this user alone. */
    record Direct(long seq, MessageId id, String from, long timeMs, Bytes body) implements ServerMessage {}

    /** The relay has accepted a post as entry {@code seq} of where it went. */
    record Posted(MessageId id, long seq, long timeMs) implements ServerMessage {}

    /** The relay does not take a post; {@code retryMs} above 0 asks for another try after that time. */
    record Rejected(MessageId id, String code, String text, long retryMs) implements ServerMessage {}

    /** A page of the list of users; a further one follows if {@code more}. */
    record Users(boolean more, List<UserPresence> users) implements ServerMessage {
        public Users {
            users = List.copyOf(users);
        }
    }

    /** A user's state changed. */
    record Presence(UserPresence user) implements ServerMessage {}

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

    /** Entries that the relay no longer holds, both inclusive; {@code room} is empty for the mailbox. */
    record Gap(String room, long fromSeq, long toSeq) implements ServerMessage {}
}
