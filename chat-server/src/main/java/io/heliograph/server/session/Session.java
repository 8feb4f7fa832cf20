package io.heliograph.server.session;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.server.log.MessageLog;
import io.heliograph.server.user.User;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: first anonymous, then a user's.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Session {
    private static final long BETWEEN_TYPING_NS = TimeUnit.SECONDS.toNanos(1);

    private final SessionLink link;
    private final long openedNs;
    private final Deque<Post> waitingPosts = new ArrayDeque<>();
    private @Nullable User user;
    private @Nullable Feed feed;
    private @Nullable TokenBucket postBucket;
    private boolean loginPending;
    private boolean admin;
    private boolean closed;
    private long typedNs = -BETWEEN_TYPING_NS;
    private PresenceState shownPresence = PresenceState.ONLINE;

    public Session(SessionLink link, long openedNs) {
        this.link = link;
        this.openedNs = openedNs;
    }

    // Login

    /** A login is being checked on another thread. */
    public void beginLogin() {
        loginPending = true;
    }

    public void failLogin() {
        loginPending = false;
    }

    /** The session belongs to {@code user} from now on. */
    public void completeLogin(User owner, boolean isAdmin, TokenBucket posts) {
        loginPending = false;
        user = owner;
        admin = isAdmin;
        postBucket = posts;
        feed = new Feed(link, owner.key());
    }

    public boolean isLoginPending() {
        return loginPending;
    }

    /** Null before the login. */
    public @Nullable User user() {
        return user;
    }

    public boolean isAdmin() {
        return admin;
    }

    public long openedNs() {
        return openedNs;
    }

    // Delivery

    public SessionLink link() {
        return link;
    }

    public void send(ServerMessage message) {
        link.send(SessionLink.CHAT_LANE, MessageCodec.encode(message));
    }

    /** Sends without repetition. */
    public void sendDatagram(ServerMessage message) {
        link.sendDatagram(MessageCodec.encode(message));
    }

    /**
     * Everything of {@code log} from {@code fromSeq} on goes to this session; {@code source} is the room,
     * empty for the mailbox.
     */
    public void follow(String source, MessageLog log, long fromSeq) {
        if (feed != null) {
            feed.follow(source, log, fromSeq);
        }
    }

    public void unfollow(MessageLog log) {
        if (feed != null) {
            feed.unfollow(log);
        }
    }

    public void onAppended(MessageLog log) {
        if (feed != null) {
            feed.onAppended(log);
        }
    }

    /** The link has transmitted something. */
    public void onWritable() {
        if (feed != null && !closed) {
            feed.pump();
        }
    }

    // Posts that wait for their turn

    /** True if {@code post} may go at once; false if it has to wait behind others or for its turn. */
    public boolean mayPost(long nowNs) {
        return waitingPosts.isEmpty() && postBucket != null && postBucket.tryTake(nowNs);
    }

    public void keepWaiting(Post post) {
        waitingPosts.add(post);
    }

    public int waitingPostCount() {
        return waitingPosts.size();
    }

    /** The next waiting post whose turn has come. */
    public @Nullable Post pollWaitingPost(long nowNs) {
        boolean due = !waitingPosts.isEmpty() && !closed && postBucket != null && postBucket.tryTake(nowNs);
        return due ? waitingPosts.remove() : null;
    }

    /** When {@link #pollWaitingPost} will give one. */
    public long nextPostNs(long nowNs) {
        return waitingPosts.isEmpty() || closed || postBucket == null
                ? NanoClock.NEVER_NS
                : postBucket.nextTokenNs(nowNs);
    }

    /** False if the last notice of typing was passed on less than a second ago (protocol.md 8.4). */
    public boolean mayType(long nowNs) {
        if (nowNs - typedNs < BETWEEN_TYPING_NS) {
            return false;
        }
        typedNs = nowNs;
        return true;
    }

    // Life

    public boolean isClosed() {
        return closed;
    }

    public void markClosed() {
        closed = true;
        waitingPosts.clear();
    }

    public PresenceState shownPresence() {
        return shownPresence;
    }

    public void showPresence(PresenceState state) {
        shownPresence = state;
    }
}
