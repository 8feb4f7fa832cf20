package io.heliograph.server.routing;

import io.heliograph.common.message.EndToEndMessage.AddressedBox;
import io.heliograph.common.message.EndToEndMessage.SendBoxes;
import io.heliograph.common.message.EndToEndMessage.Taken;
import io.heliograph.common.message.ServerMessage.Box;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.MailCursor;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.TokenBucket;
import io.heliograph.server.store.BoxTable.BoxRow;
import io.heliograph.server.store.BoxTable.NewBox;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Boxes on their way from device to device (protocol.md 13.3): stored, then pushed, and kept until they were taken.
 * Ahead
 * of whatever their sender says next.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Mailboxes {
    private static final int BURST = 2_000;
    private static final double PER_SECOND = 200;
    private static final long LIFE_MS = TimeUnit.DAYS.toMillis(30);

    /** Behind so much that a link has not sent, a box waits in the store. */
    private static final long MAX_LINK_QUEUE_BYTES = 1024 * 1024;

    private static final int PAGE_BYTES = 256 * 1024;

    private final Directory directory;
    private final Store store;
    private final Allowances<Long> senders = new Allowances<>();
    private final Map<Session, Batch> waiting = new HashMap<>();
    private final DeadlineQueue<Session> turns = new DeadlineQueue<>();
    private final Set<Arrival> arrivals = new LinkedHashSet<>();

    Mailboxes(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    /** Boxes that have not had their turn. */
    private record Batch(Decision decision, Account sender, SendBoxes boxes) {}

    /** A device that is about to come in: what is stored for it meanwhile, in order. */
    static final class Arrival {
        private final long account;
        private final Bytes device;
        private final List<BoxRow> meanwhile = new ArrayList<>();

        private Arrival(long account, Bytes device) {
            this.account = account;
            this.device = device;
        }

        /** In the transaction. */
        List<BoxRow> read(Tables tables) {
            return tables.boxes().after(account, device, 0, Integer.MAX_VALUE);
        }
    }

    // Sending

    void onSend(Session session, Account sender, SendBoxes boxes, long nowNs) {
        Decision.begin(store, session, boxes.request(), null, nowNs, decision -> {
            waiting.put(session, new Batch(decision, sender, boxes));
            takeTurn(session, nowNs);
        });
    }

    void forget(Session gone) {
        waiting.remove(gone);
        turns.cancel(gone);
    }

    void onTimeout(long nowNs) {
        for (Session due = turns.pollDue(nowNs); due != null; due = turns.pollDue(nowNs)) {
            takeTurn(due, nowNs);
        }
    }

    long nextTimeoutNs() {
        return turns.nextNs();
    }

    private void takeTurn(Session session, long nowNs) {
        Batch batch = waiting.get(session);
        if (batch == null) {
            return;
        }
        int count = batch.boxes().boxes().size();
        TokenBucket bucket = senders.bucketOf(batch.sender().id(), BURST, PER_SECOND, nowNs);
        if (bucket.tryTake(count, nowNs)) {
            waiting.remove(session);
            batch.decision().resume(nowNs);
            store(session, batch);
        } else {
            turns.schedule(session, bucket.whenNs(count, nowNs));
        }
    }

    private void store(Session session, Batch batch) {
        List<AddressedBox> boxes = batch.boxes().boxes();
        String senderName = batch.sender().name();
        Bytes senderDevice = session.device();
        long nowMs = directory.nowMs();
        batch.decision()
                .commit(
                        tables -> {
                            List<BoxRow> rows = new ArrayList<>();
                            for (AddressedBox box : boxes) {
                                rows.addAll(tables.boxes()
                                        .put(new NewBox(box.device(), senderName, senderDevice, box.box(), nowMs)));
                            }
                            return rows;
                        },
                        (rows, thenNs) -> {
                            rows.forEach(this::onStored);
                            batch.decision().answerDone();
                        });
    }

    private void onStored(BoxRow row) {
        for (Arrival arrival : arrivals) {
            if (arrival.account == row.account() && arrival.device.equals(row.device())) {
                arrival.meanwhile.add(row);
            }
        }
        Account owner = directory.accounts().find(row.account());
        if (owner != null) {
            for (Session session : directory.sessionsOf(owner)) {
                if (session.device().equals(row.device())) {
                    push(session, row);
                }
            }
        }
    }

    private static void push(Session session, BoxRow row) {
        boolean next = session.mail().onStored(row.number());
        if (next && session.link().queuedAnswerBytes() < MAX_LINK_QUEUE_BYTES) {
            session.send(messageOf(row));
            session.mail().onSent(row.number());
        }
    }

    // Receiving

    /** Call before the mailbox is read for a login, and {@link #forget} when it was, whatever becomes of it. */
    Arrival expect(Account account, Bytes device) {
        Arrival arrival = new Arrival(account.id(), device);
        arrivals.add(arrival);
        return arrival;
    }

    void forget(Arrival arrival) {
        arrivals.remove(arrival);
    }

    /** All that waits for the device: what was read, and what came while it was read. */
    void deliver(Session session, Arrival arrival, List<BoxRow> read) {
        long sent = 0;
        for (List<BoxRow> rows : List.of(read, arrival.meanwhile)) {
            for (BoxRow row : rows) {
                if (row.number() > sent) {
                    session.sendArrival(messageOf(row));
                    sent = row.number();
                }
            }
        }
        session.mail().begin(sent);
    }

    /** The link may have room again for what waits in the store. */
    void onWritable(Session session) {
        MailCursor cursor = session.mail();
        Account account = session.account();
        if (account == null || !cursor.mayRead() || session.link().queuedAnswerBytes() >= PAGE_BYTES) {
            return;
        }
        long owner = account.id();
        Bytes device = session.device();
        long after = cursor.sentNumber();
        cursor.setReading(true);
        store.read(
                tables -> tables.boxes().after(owner, device, after, PAGE_BYTES),
                (rows, nowNs) -> {
                    cursor.setReading(false);
                    if (rows.isEmpty()) {
                        cursor.skip();
                    }
                    for (BoxRow row : rows) {
                        session.send(messageOf(row));
                        cursor.onSent(row.number());
                    }
                },
                (fault, nowNs) -> cursor.setReading(false));
    }

    void onTaken(Session session, Account account, Taken taken) {
        long owner = account.id();
        Bytes device = session.device();
        store.write(
                tables -> {
                    tables.boxes().drop(owner, device, taken.number());
                    return true;
                },
                (done, nowNs) -> {},
                // They come once more at the next login: the client knows them.
                (fault, nowNs) -> {});
    }

    /** Lets go of what nobody has taken for 30 days. */
    void expire(long nowMs) {
        long beforeMs = nowMs - LIFE_MS;
        store.write(tables -> tables.boxes().expire(beforeMs), (count, nowNs) -> {}, (fault, nowNs) -> {});
    }

    private static Box messageOf(BoxRow row) {
        return new Box(row.number(), row.senderName(), row.senderDevice(), row.box());
    }
}
