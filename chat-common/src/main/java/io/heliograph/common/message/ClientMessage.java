package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/** What a client says to the relay (protocol.md 6, codes 1 to 31). */
public sealed interface ClientMessage {

    /**
     * Claims a name for this device. {@link #toString} hides the secrets.
     *
     * @param device Ed25519 public key, 32 bytes
     * @param proof signature over the channel's exporter and the name, 64 bytes (protocol.md 7.1)
     * @param password the server's, empty where none is set
     * @param adminToken empty, or the token of the server's first start
     * @param mailboxAfter the last sequence number seen in the own mailbox of {@code instance}
     */
    record Login(
            String name,
            Bytes device,
            Bytes proof,
            String password,
            String adminToken,
            InstanceId instance,
            long mailboxAfter,
            String clientVersion)
            implements ClientMessage {
        public static final int DEVICE_BYTES = 32;
        public static final int PROOF_BYTES = 64;

        public Login {
            Bounds.requireAtMost("name", name, Bounds.MAX_NAME_BYTES);
            Bounds.requireLength("device", device, DEVICE_BYTES);
            Bounds.requireLength("proof", proof, PROOF_BYTES);
            Bounds.requireAtMost("password", password, Bounds.MAX_PASSWORD_BYTES);
            Bounds.requireAtMost("admin token", adminToken, Bounds.MAX_PASSWORD_BYTES);
            Bounds.requireNotNegative("mailbox_after", mailboxAfter);
            Bounds.requireAtMost("client version", clientVersion, Bounds.MAX_NAME_BYTES);
        }

        @Override
        public String toString() {
            return "Login[name=" + name + "]";
        }
    }

    /** Enters a room, or returns to it after the entry {@code after} of {@code instance}. */
    record Join(int request, String room, InstanceId instance, long after) implements ClientMessage {
        public Join {
            Bounds.requireAtMost("room", room, Bounds.MAX_ROOM_BYTES);
            Bounds.requirePositive("request", request);
            Bounds.requireNotNegative("after", after);
        }
    }

    /** Ends the membership of a room. */
    record Leave(int request, String room) implements ClientMessage {
        public Leave {
            Bounds.requireAtMost("room", room, Bounds.MAX_ROOM_BYTES);
            Bounds.requirePositive("request", request);
        }
    }

    /** Says something to {@code #room} or {@code @name}; the body is opaque to the relay. */
    record Post(MessageId id, String to, Bytes body) implements ClientMessage {
        public Post {
            Bounds.requireAtMost("to", to, Bounds.MAX_ROOM_BYTES);
            Bounds.requireBody(body);
        }
    }

    /** The user is typing to {@code #room} or {@code @name}; unreliable. */
    record Typing(String to) implements ClientMessage {
        public Typing {
            Bounds.requireAtMost("to", to, Bounds.MAX_ROOM_BYTES);
        }
    }

    /** A line of the operator console, from an administrator. */
    record Admin(int request, String line) implements ClientMessage {
        public Admin {
            Bounds.requireAtMost("line", line, Bounds.MAX_ADMIN_LINE_BYTES);
            Bounds.requirePositive("request", request);
        }
    }
}
