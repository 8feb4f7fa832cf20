package io.heliograph.server.user;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.log.MessageLog;

/**
 * A claimed name: the device it belongs to, its mailbox, the posts already accepted from it. Outlives its
 * connections.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class User {
    private final String key;
    private final String name;
    private final Bytes device;
    private final MessageLog mailbox;
    private final AcceptedPosts acceptedPosts;

    /** {@code key} is the name's skeleton: what makes two names the same. */
    public User(String key, String name, Bytes device, MessageLog mailbox, AcceptedPosts acceptedPosts) {
        this.key = key;
        this.name = name;
        this.device = device;
        this.mailbox = mailbox;
        this.acceptedPosts = acceptedPosts;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** The Ed25519 public key that may use the name. */
    public Bytes device() {
        return device;
    }

    public MessageLog mailbox() {
        return mailbox;
    }

    public AcceptedPosts acceptedPosts() {
        return acceptedPosts;
    }

    @Override
    public String toString() {
        return "User[" + name + "]";
    }
}
