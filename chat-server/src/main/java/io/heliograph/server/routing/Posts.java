package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.conversation.RoomRules;
import io.heliograph.server.conversation.RoomRules.Action;
import io.heliograph.server.conversation.RoomRules.Standing;
import io.heliograph.server.session.Session;
import java.util.concurrent.TimeUnit;

/**
 * Posts to rooms and to users, in the order their author sent them, never faster than the author may speak
 * (protocol.md 8.4): decides which may be stored.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Posts {
    static final int MAX_WAITING = 512;

    private final Directory directory;
    private final PostLedger ledger;
    private final DeadlineQueue<Session> turns = new DeadlineQueue<>();

    Posts(Directory directory, PostLedger ledger) {
        this.directory = directory;
        this.ledger = ledger;
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

    /** The session is no longer held: its posts may go on. */
    void onReleased(Session session, long nowNs) {
        if (session.waitingPostCount() > 0) {
            turns.schedule(session, session.nextPostNs(nowNs));
        }
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

    private void accept(Session session, Post post, long nowNs) {
        Account author = session.account();
        if (author == null) {
            return;
        }
        boolean refers = post.kind() != EntryKind.MESSAGE;
        if (post.kind().code() >= EntryKind.JOINED.code() || refers != (post.refSeq() > 0)) {
            reject(session, post, RefusalCode.MALFORMED, "A message refers to nothing, everything else to a message.");
        } else if (post.to().startsWith("#")) {
            acceptForRoom(session, author, post, nowNs);
        } else if (post.to().startsWith("@")) {
            acceptForUser(session, author, post, nowNs);
        } else {
            reject(session, post, RefusalCode.MALFORMED, "A target is #room or @name.");
        }
    }

    private void acceptForRoom(Session session, Account author, Post post, long nowNs) {
        Conversation room = directory.conversations().findRoom(post.to());
        Member member = room == null ? null : room.member(author);
        boolean secret = room != null && room.access() == RoomAccess.HIDDEN && room.inviteOf(author) == null;
        if (room == null || (member == null && secret)) {
            ledger.repeatOr(session, author, post, RefusalCode.NO_SUCH_ROOM, "There is no room " + post.to() + ".");
        } else if (member == null) {
            ledger.repeatOr(
                    session,
                    author,
                    post,
                    RefusalCode.NOT_A_MEMBER,
                    "You are not in " + room.name() + ": join it first.");
        } else {
            acceptForMember(session, room, member, post, nowNs);
        }
    }

    private void acceptForMember(Session session, Conversation room, Member member, Post post, long nowNs) {
        Standing standing = Standing.of(room, member, directory.nowMs());
        String whyNot = RoomRules.whyNot(Action.SPEAK, standing);
        int slowModeS = room.settings().slowModeS();
        long slowForNs = slowModeS > 0 && post.kind() == EntryKind.MESSAGE && RoomRules.waitsInSlowMode(standing.role())
                ? member.slowForNs(slowModeS, nowNs)
                : 0;
        if (whyNot != null) {
            String code = standing.muted() ? RefusalCode.MUTED : RefusalCode.NOT_ALLOWED;
            ledger.repeatOr(session, member.account(), post, code, whyNot);
        } else if (slowForNs > 0) {
            long retryMs = TimeUnit.NANOSECONDS.toMillis(slowForNs) + 1;
            String text = "Slow mode: one message in " + slowModeS + " s here.";
            session.send(new Rejected(post.id(), RefusalCode.SLOW_MODE, text, retryMs));
        } else {
            if (post.kind() == EntryKind.MESSAGE) {
                member.onPosted(nowNs);
            }
            ledger.store(session, member, room, post);
        }
    }

    private void acceptForUser(Session session, Account author, Post post, long nowNs) {
        Account target = directory.accounts().find(post.to().substring(1));
        if (target == null) {
            String text = "Nobody here is called " + post.to().substring(1) + ".";
            ledger.repeatOr(session, author, post, RefusalCode.NO_SUCH_USER, text);
            return;
        }
        Conversation direct = directory.conversations().findDirect(author, target);
        Member member = direct == null ? null : direct.member(author);
        if (direct != null && member != null) {
            ledger.store(session, member, direct, post);
        } else if (post.kind() == EntryKind.MESSAGE) {
            ledger.beginDirect(session, author, target, post, nowNs);
        } else {
            reject(session, post, RefusalCode.NO_SUCH_ENTRY, "There is no such message.");
        }
    }

    private static void reject(Session session, Post post, String code, String text) {
        session.send(new Rejected(post.id(), code, text, 0));
    }
}
