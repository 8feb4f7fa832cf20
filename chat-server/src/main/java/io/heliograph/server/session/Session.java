package io.heliograph.server.session;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.log.MessageLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: first anonymous, then a device's of an account.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Session {
    /** What a client may say ahead of an answer that it has to wait for. */
    public static final int MAX_HELD_MESSAGES = 1_024;

    /** What waits for a client that takes nothing, beside what is in flight (protocol.md 6). */
    private static final long MAX_ANSWER_BYTES = 2L * 1024 * 1024;

    /** The list of all users of a large server has to fit. */
    private static final long MAX_NEWS_BYTES = 16L * 1024 * 1024;

    private static final long BETWEEN_TYPING_NS = TimeUnit.SECONDS.toNanos(1);

    private final long id;
    private final SessionLink link;
    private final long openedNs;
    private final Feed feed;
    private final MailCursor mail = new MailCursor();
    private final Deque<Post> waitingPosts = new ArrayDeque<>();
    private final Deque<ClientMessage> heldMessages = new ArrayDeque<>();
    private @Nullable Account account;
    private Bytes device = Bytes.EMPTY;
    private @Nullable TokenBucket postBucket;
    private boolean loginTried;
    private int holdCount;
    private boolean releasing;
    private LongConsumer whenReleased = nowNs -> {};
    private int openReadCount;
    private boolean closed;
    private boolean overloaded;
    private Runnable whenOverloaded = () -> {};
    private long typedNs = -BETWEEN_TYPING_NS;
    private long arrivalBytes;

    /** {@code id}: positive, never used twice in a process. */
    public Session(long id, SessionLink link, long openedNs) {
        this.id = id;
        this.link = link;
        this.openedNs = openedNs;
        this.feed = new Feed(link, id);
    }

    // Login

    /** A LOGIN has come; whoever tries gets longer to succeed (protocol.md 7.1). */
    public void markLoginTried() {
        loginTried = true;
    }

    public boolean hasTriedLogin() {
        return loginTried;
    }

    /** The session belongs to {@code owner} from now on. */
    public void completeLogin(Account owner, Bytes deviceKey, TokenBucket posts) {
        account = owner;
        device = deviceKey;
        postBucket = posts;
    }

    public long id() {
        return id;
    }

    /** Null before the login. */
    public @Nullable Account account() {
        return account;
    }

    /** The key that logged in; empty before. */
    public Bytes device() {
        return device;
    }

    public long openedNs() {
        return openedNs;
    }

    // Order: while something is being stored for a client, what it says next waits (protocol.md 6)

    /** What comes from now on waits until {@link #release}. May be nested. */
    public void hold() {
        holdCount++;
    }

    /** Lets what waits go on, through {@link #setWhenReleased}. */
    public void release(long nowNs) {
        holdCount--;
        if (holdCount == 0 && !releasing) {
            releasing = true; // whoever goes on may hold and release again: the loop there sees it
            whenReleased.accept(nowNs);
            releasing = false;
        }
    }

    /** To be set once, by who gives the messages that were kept another turn. */
    public void setWhenReleased(LongConsumer goOn) {
        whenReleased = goOn;
    }

    /** True also while earlier messages have not had their turn. */
    public boolean mustWait() {
        return holdCount > 0 || !heldMessages.isEmpty();
    }

    public boolean isHeld() {
        return holdCount > 0;
    }

    /** False if too much waits. */
    public boolean keep(ClientMessage message) {
        return heldMessages.size() < MAX_HELD_MESSAGES && heldMessages.add(message);
    }

    /** The next message whose turn has come. */
    public @Nullable ClientMessage pollKept() {
        return isHeld() || closed ? null : heldMessages.poll();
    }

    /** False if too many reads of this client wait already. */
    public boolean beginRead(int max) {
        if (openReadCount >= max) {
            return false;
        }
        openReadCount++;
        return true;
    }

    public void endRead() {
        openReadCount--;
    }

    // Delivery

    public SessionLink link() {
        return link;
    }

    public void send(ServerMessage message) {
        if (mayQueue()) {
            link.send(SessionLink.CHAT_LANE, MessageCodec.encode(message));
        }
    }

    /** What waited for the device while it was away, as bounded as its mailbox is: no reason to end the connection. */
    public void sendArrival(ServerMessage message) {
        if (!closed) {
            Bytes encoded = MessageCodec.encode(message);
            arrivalBytes += encoded.length();
            link.send(SessionLink.CHAT_LANE, encoded);
        }
    }

    /** How far the boxes of the device have gone. */
    public MailCursor mail() {
        return mail;
    }

    /** On the lane of pages, of files or of news: nothing of the conversation waits for it. */
    public void sendOn(int lane, Bytes encoded) {
        if (mayQueue()) {
            link.send(lane, encoded);
        }
    }

    /** Who asks and asks and takes no answer is not answered for ever: its queue may not grow without bound. */
    private boolean mayQueue() {
        if (closed || overloaded) {
            return false;
        }
        overloaded = link.queuedAnswerBytes() > MAX_ANSWER_BYTES + arrivalBytes
                || link.queuedNewsBytes() > MAX_NEWS_BYTES
                || link.queuedFileBytes() > MAX_ANSWER_BYTES;
        if (overloaded) {
            whenOverloaded.run();
        }
        return !overloaded;
    }

    /** To be set once: the session is to be ended soon, though not within this call. */
    public void setWhenOverloaded(Runnable end) {
        whenOverloaded = end;
    }

    /** Sends without repetition. */
    public void sendDatagram(ServerMessage message) {
        if (!closed) {
            link.sendDatagram(MessageCodec.encode(message));
        }
    }

    /** Everything of {@code log} from {@code fromSeq} on goes to this session. */
    public void follow(long conversation, MessageLog log, long fromSeq) {
        feed.follow(conversation, log, fromSeq);
    }

    public void unfollow(MessageLog log) {
        feed.unfollow(log);
    }

    public void onAppended(MessageLog log) {
        if (!closed) {
            feed.onAppended(log);
        }
    }

    /** The link has transmitted something. */
    public void onWritable() {
        if (!closed) {
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
        boolean due =
                !waitingPosts.isEmpty() && !closed && !isHeld() && postBucket != null && postBucket.tryTake(nowNs);
        return due ? waitingPosts.remove() : null;
    }

    /** When {@link #pollWaitingPost} will give one. */
    public long nextPostNs(long nowNs) {
        return waitingPosts.isEmpty() || closed || isHeld() || postBucket == null
                ? NanoClock.NEVER_NS
                : postBucket.nextTokenNs(nowNs);
    }

    /** False if the last notice of typing was passed on less than a second ago (protocol.md 8.8). */
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
        heldMessages.clear();
    }
}
