package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.ClientMessage.Typing;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Direct;
import io.heliograph.common.message.ServerMessage.Message;
import io.heliograph.common.message.ServerMessage.Posted;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.server.log.MessageLog;
import io.heliograph.server.room.Room;
import io.heliograph.server.session.Session;
import io.heliograph.server.user.User;
import java.util.concurrent.TimeUnit;

/**
 * Posts to rooms and to users: each accepted once, in the order its author sent them, never faster than the
 * author may speak
 * (protocol.md 8.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Posts {
    static final int MAX_WAITING = 512;
    private static final long SETTLING_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long SETTLING_RETRY_MS = 2_000;

    private final Directory directory;
    private final long startedNs;
    private final DeadlineQueue<Session> turns = new DeadlineQueue<>();

    Posts(Directory directory, long startedNs) {
        this.directory = directory;
        this.startedNs = startedNs;
    }

    /** False if more posts wait than an honest client would send. */
    boolean onPost(Session session, Post post, long nowNs) {
        if (session.mayPost(nowNs)) {
            accept(session, post, nowNs);
            return true;
        }
        if (session.waitingPostCount() >= MAX_WAITING) {
            return false;
        }
        session.keepWaiting(post);
        turns.schedule(session, session.nextPostNs(nowNs));
        return true;
    }

    void onTimeout(long nowNs) {
        Session session = turns.pollDue(nowNs);
        while (session != null) {
            Post post = session.pollWaitingPost(nowNs);
            while (post != null) {
                accept(session, post, nowNs);
                post = session.pollWaitingPost(nowNs);
            }
            turns.schedule(session, session.nextPostNs(nowNs));
            session = turns.pollDue(nowNs);
        }
    }

    long nextTimeoutNs() {
        return turns.nextNs();
    }

    void onTyping(Session session, Typing typing, long nowNs) {
        User author = session.user();
        if (author == null || typing.to().isEmpty() || !session.mayType(nowNs)) {
            return;
        }
        if (typing.to().startsWith("#")) {
            Room room = directory.rooms().find(typing.to());
            if (room != null && room.hasMember(author)) {
                tellOthers(room, author, new ServerMessage.Typing(author.name(), room.name()));
            }
        } else {
            User target = directory.users().find(typing.to().substring(1));
            Session to = target == null ? null : directory.sessionOf(target);
            if (target != null && to != null) {
                to.sendDatagram(new ServerMessage.Typing(author.name(), "@" + target.name()));
            }
        }
    }

    private void tellOthers(Room room, User author, ServerMessage.Typing notice) {
        for (User member : room.members()) {
            Session to = member == author ? null : directory.sessionOf(member);
            if (to != null) {
                to.sendDatagram(notice);
            }
        }
    }

    private void accept(Session session, Post post, long nowNs) {
        User author = session.user();
        if (author == null) {
            return;
        }
        Posted first = author.acceptedPosts().answerTo(post.id());
        if (first != null) {
            session.send(first);
        } else if (post.to().startsWith("#")) {
            acceptForRoom(session, author, post);
        } else if (post.to().startsWith("@")) {
            acceptForUser(session, author, post, nowNs);
        } else {
            reject(session, post, RefusalCode.MALFORMED, "A target is #room or @name.");
        }
    }

    private void acceptForRoom(Session session, User author, Post post) {
        Room room = directory.rooms().find(post.to());
        if (room == null) {
            reject(session, post, RefusalCode.NO_SUCH_ROOM, "There is no room " + post.to() + ": join it first.");
        } else if (!room.hasMember(author)) {
            reject(session, post, RefusalCode.NOT_A_MEMBER, "You are not in " + room.name() + ": join it first.");
        } else {
            long seq = room.log().nextSeq();
            long timeMs = directory.nowMs();
            directory.publish(
                    room, author.key(), new Message(room.name(), seq, post.id(), author.name(), timeMs, post.body()));
            answer(session, author, new Posted(post.id(), seq, timeMs));
        }
    }

    private void acceptForUser(Session session, User author, Post post, long nowNs) {
        User target = directory.users().find(post.to().substring(1));
        if (target == null && nowNs - startedNs < SETTLING_NS) {
            // A relay that has just started does not know yet who is coming back.
            session.send(new Rejected(
                    post.id(), RefusalCode.NOT_YET, post.to() + " has not come back yet.", SETTLING_RETRY_MS));
        } else if (target == null) {
            reject(
                    session,
                    post,
                    RefusalCode.NO_SUCH_USER,
                    "Nobody here is called " + post.to().substring(1) + ".");
        } else {
            MessageLog mailbox = target.mailbox();
            long seq = mailbox.nextSeq();
            long timeMs = directory.nowMs();
            Direct direct = new Direct(seq, post.id(), author.name(), timeMs, post.body());
            mailbox.append(new MessageLog.Entry("", MessageCodec.encode(direct)));
            Session to = directory.sessionOf(target);
            if (to != null) {
                to.onAppended(mailbox);
            }
            answer(session, author, new Posted(post.id(), seq, timeMs));
        }
    }

    private static void answer(Session session, User author, Posted posted) {
        author.acceptedPosts().remember(posted);
        session.send(posted);
    }

    private static void reject(Session session, Post post, String code, String text) {
        session.send(new Rejected(post.id(), code, text, 0));
    }
}
