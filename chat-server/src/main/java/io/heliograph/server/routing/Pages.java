package io.heliograph.server.routing;

import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.Store;

/** Answers that are read from the store for a client, a few at once (protocol.md 8.6). */
final class Pages {
    private static final int MAX_OPEN_READS = 8;

    private Pages() {}

    /** On the lane of pages. {@code work} encodes what it has read: a page is too long for the loop. */
    static void read(Store store, Session session, int request, Store.Work<Bytes> work) {
        readOn(SessionLink.PAGE_LANE, store, session, request, work);
    }

    static void readOn(int lane, Store store, Session session, int request, Store.Work<Bytes> work) {
        if (!session.beginRead(MAX_OPEN_READS)) {
            String text = "Too many pages at once: wait for those asked for.";
            session.send(new Refused(request, RefusalCode.BUSY, text));
            return;
        }
        store.read(
                work,
                (page, nowNs) -> {
                    session.endRead();
                    session.sendOn(lane, page);
                },
                (fault, nowNs) -> {
                    session.endRead();
                    session.send(new Refused(request, Decision.codeOf(fault), Decision.textOf(fault)));
                });
    }
}
