package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/** What a client says to the relay (protocol.md 6, codes 1 to 32). */
public sealed interface ClientMessage
        permits ClientMessage.UnusablePost,
                ClientMessage.Request,
                ClientMessage.Login,
                ClientMessage.Post,
                ClientMessage.Typing,
                ClientMessage.Marks,
                EndToEndMessage,
                FileMessage {

    /** A request that holds a number of a later version: for the server to refuse; only ever read. */
    record Unusable(int request) implements Request {
        public Unusable {
            Bounds.requirePositive("request", request);
        }
    }

    /** A post of a kind that is not for members, or of a later version: for the server to reject; only ever read. */
    record UnusablePost(MessageId id) implements ClientMessage {}

    /** A message that is answered by its number. */
    sealed interface Request extends ClientMessage
            permits ClientMessage.Unusable,
                    ClientMessage.Join,
                    ClientMessage.Leave,
                    ClientMessage.Admin,
                    ClientMessage.History,
                    ClientMessage.Members,
                    ClientMessage.Rooms,
                    ClientMessage.SetRoom,
                    ClientMessage.Moderate,
                    ClientMessage.Pin,
                    ClientMessage.SetPresence,
                    ClientMessage.Prefer,
                    ClientMessage.SetPassword,
                    ClientMessage.Devices,
                    ClientMessage.Revoke,
                    ClientMessage.Whois,
                    EndToEndMessage.Publish,
                    EndToEndMessage.Cards,
                    EndToEndMessage.SendBoxes,
                    EndToEndMessage.AppendRoll,
                    EndToEndMessage.ReadRoll,
                    EndToEndMessage.GetDirectory,
                    EndToEndMessage.PutDirectory,
                    FileMessage.FileLimits,
                    FileMessage.FileBegin,
                    FileMessage.FileGet,
                    FileMessage.FileDrop {
        /** 1 to 2^31 - 1. */
        int request();
    }

    /** The way in. {@link #toString} hides the secrets. */
    record Login(
            String name,
            Bytes device,
            Bytes proof,
            Secrets secrets,
            boolean register,
            String deviceName,
            String clientVersion)
            implements ClientMessage {
        public static final int DEVICE_BYTES = 32;
        public static final int PROOF_BYTES = 64;

        public Login {
            Bounds.requireAtMost("name", name, Bounds.MAX_NAME_BYTES);
            Bounds.requireLength("device", device, DEVICE_BYTES);
            Bounds.requireLength("proof", proof, PROOF_BYTES);
            Bounds.requireAtMost("device name", deviceName, Bounds.MAX_NAME_BYTES);
            Bounds.requireAtMost("client version", clientVersion, Bounds.MAX_NAME_BYTES);
        }

        @Override
        public String toString() {
            return "Login[name=" + name + "]";
        }
    }

    /**
     * What a login may show; each empty where there is none.
     *
     * @param serverPassword opens the server
     * @param password the account's
     * @param inviteToken lets a newcomer register
     * @param adminToken of the server's first start
     */
    record Secrets(String serverPassword, String password, String inviteToken, String adminToken) {
        public static final Secrets NONE = new Secrets("", "", "", "");

        public Secrets {
            Bounds.requireAtMost("server password", serverPassword, Bounds.MAX_PASSWORD_BYTES);
            Bounds.requireAtMost("password", password, Bounds.MAX_PASSWORD_BYTES);
            Bounds.requireAtMost("invite token", inviteToken, Bounds.MAX_PASSWORD_BYTES);
            Bounds.requireAtMost("admin token", adminToken, Bounds.MAX_PASSWORD_BYTES);
        }

        @Override
        public String toString() {
            return "Secrets[]";
        }
    }

    /** Becomes a member of a room, or makes it. {@link #toString} hides the password. */
    record Join(int request, String room, String password) implements Request {
        public Join {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("room", room, Bounds.MAX_ROOM_BYTES);
            Bounds.requireAtMost("password", password, Bounds.MAX_PASSWORD_BYTES);
        }

        @Override
        public String toString() {
            return "Join[room=" + room + "]";
        }
    }

    /** Ends the membership of a room. */
    record Leave(int request, long conversation) implements Request {
        public Leave {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
        }
    }

    /** Says something to {@code #room} or {@code @name}; {@code kind} up to 15, the body is opaque to the relay. */
    record Post(MessageId id, String to, EntryKind kind, long refSeq, Bytes body) implements ClientMessage {
        public Post {
            Bounds.requireAtMost("to", to, Bounds.MAX_ROOM_BYTES);
            Bounds.requireNotNegative("ref", refSeq);
            Bounds.requireBody(body, kind == EntryKind.DELETE);
            if (!kind.isPosted()) {
                throw new IllegalArgumentException("only the server says " + kind);
            }
        }
    }

    /** The user is typing to {@code #room} or {@code @name}; unreliable. */
    record Typing(String to) implements ClientMessage {
        public Typing {
            Bounds.requireAtMost("to", to, Bounds.MAX_ROOM_BYTES);
        }
    }

    /** A line of the operator console, from an administrator. */
    record Admin(int request, String line) implements Request {
        public Admin {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("line", line, Bounds.MAX_ADMIN_LINE_BYTES);
        }
    }

    /**
     * Asks for a page of a log.
     *
     * @param afterSeq only greater numbers; 0 for all
     * @param beforeSeq only smaller numbers; 0 for all
     * @param newest the newest of them, else the oldest
     * @param limit 1 to {@value Bounds#MAX_PAGE_ENTRIES}
     */
    record History(int request, long conversation, long afterSeq, long beforeSeq, boolean newest, int limit)
            implements Request {
        public History {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requireNotNegative("after", afterSeq);
            Bounds.requireNotNegative("before", beforeSeq);
            Bounds.requirePositive("limit", limit);
            Bounds.requireAtMost("limit", limit, Bounds.MAX_PAGE_ENTRIES);
        }
    }

    /** How far this device has got; what is not greater than before changes nothing. Not answered. */
    record Marks(long conversation, long deliveredSeq, long readSeq) implements ClientMessage {
        public Marks {
            Bounds.requirePositive("conversation", conversation);
            Bounds.requireNotNegative("delivered", deliveredSeq);
            Bounds.requireNotNegative("read", readSeq);
        }
    }

    /** Who is in a conversation; {@code after}: the last name of the page before, empty for the first. */
    record Members(int request, long conversation, String after) implements Request {
        public Members {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requireAtMost("after", after, Bounds.MAX_NAME_BYTES);
        }
    }

    /** Which rooms there are; {@code pattern}: part of a name or topic, empty for all. */
    record Rooms(int request, String pattern, String after) implements Request {
        public Rooms {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("pattern", pattern, Bounds.MAX_ROOM_BYTES);
            Bounds.requireAtMost("after", after, Bounds.MAX_ROOM_BYTES);
        }
    }

    /** Sets something of a room. {@link #toString} hides the value, which may be a password. */
    record SetRoom(int request, long conversation, RoomSetting setting, String value) implements Request {
        public SetRoom {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requireAtMost("value", value, Bounds.MAX_NOTICE_BYTES);
        }

        @Override
        public String toString() {
            return "SetRoom[setting=" + setting + "]";
        }
    }

    /**
     * Does something to a member.
     *
     * @param role for {@link Moderation#SET_ROLE}; else ignored
     * @param durationS for a ban or a mute; 0 for good
     */
    record Moderate(
            int request, long conversation, String name, Moderation action, Role role, long durationS, String reason)
            implements Request {
        public Moderate {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requireAtMost("name", name, Bounds.MAX_NAME_BYTES);
            Bounds.requireNotNegative("duration", durationS);
            Bounds.requireAtMost("reason", reason, Bounds.MAX_NOTICE_BYTES);
        }
    }

    /** Pins an entry, or takes the pin away. */
    record Pin(int request, long conversation, long seq, boolean pinned) implements Request {
        public Pin {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requirePositive("seq", seq);
        }
    }

    /** What the user chooses to show; {@code durationS}: how long the text holds, 0 until changed. */
    record SetPresence(int request, PresenceState state, String text, long durationS) implements Request {
        public SetPresence {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("text", text, Bounds.MAX_STATUS_BYTES);
            Bounds.requireNotNegative("duration", durationS);
        }
    }

    /** Switches a preference of the account. */
    record Prefer(int request, Preference preference, boolean on) implements Request {
        public Prefer {
            Bounds.requirePositive("request", request);
        }
    }

    /** Sets the account's password; {@code oldPassword} empty where there is none. {@link #toString} hides both. */
    record SetPassword(int request, String oldPassword, String newPassword) implements Request {
        public SetPassword {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("old password", oldPassword, Bounds.MAX_PASSWORD_BYTES);
            Bounds.requireAtMost("new password", newPassword, Bounds.MAX_PASSWORD_BYTES);
        }

        @Override
        public String toString() {
            return "SetPassword[]";
        }
    }

    /** Which devices may speak for the account. */
    record Devices(int request) implements Request {
        public Devices {
            Bounds.requirePositive("request", request);
        }
    }

    /** A device may no longer speak for the account; its connections end. */
    record Revoke(int request, Bytes device) implements Request {
        public Revoke {
            Bounds.requirePositive("request", request);
            Bounds.requireLength("device", device, Login.DEVICE_BYTES);
        }
    }

    /** Who somebody is. */
    record Whois(int request, String name) implements Request {
        public Whois {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("name", name, Bounds.MAX_NAME_BYTES);
        }
    }
}
