package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.EndToEndMessage.AppendRoll;
import io.heliograph.common.message.EndToEndMessage.Cards;
import io.heliograph.common.message.EndToEndMessage.GetDirectory;
import io.heliograph.common.message.EndToEndMessage.Publish;
import io.heliograph.common.message.EndToEndMessage.PutDirectory;
import io.heliograph.common.message.EndToEndMessage.ReadRoll;
import io.heliograph.common.message.EndToEndMessage.SendBoxes;
import io.heliograph.common.message.EndToEndMessage.Taken;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.DirectoryTold;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.KeyTable.DirectoryRow;
import io.heliograph.server.store.Store;

/**
 * What clients say about keys, boxes and rolls, each to those it is for (protocol.md 13); and the administrator's
 * directory.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class SealedDesk {
    private final Store store;
    private final Workers crypto;
    private final CardBook cardBook;
    private final CardPages cardPages;
    private final Mailboxes mailboxes;
    private final Rolls rolls;

    SealedDesk(Directory directory, RelayParts.Surroundings around, CardNews news, AccessBook access) {
        this.store = around.store();
        this.crypto = around.crypto();
        this.cardBook = new CardBook(store, crypto, news);
        this.cardPages = new CardPages(directory, store, access.bans());
        this.mailboxes = new Mailboxes(directory, store);
        this.rolls = new Rolls(directory, store);
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    void onMessage(Session session, Account account, EndToEndMessage message, long nowNs) {
        if (message instanceof SendBoxes boxes) {
            mailboxes.onSend(session, account, boxes, nowNs);
        } else if (message instanceof Taken taken) {
            mailboxes.onTaken(session, account, taken);
        } else if (message instanceof Publish asked) {
            cardBook.onPublish(session, account, asked, nowNs);
        } else if (message instanceof Cards asked) {
            cardPages.onCards(session, account, asked);
        } else if (message instanceof AppendRoll asked) {
            rolls.onAppend(session, account, asked, nowNs);
        } else if (message instanceof ReadRoll asked) {
            rolls.onRead(session, account, asked);
        } else if (message instanceof GetDirectory asked) {
            sendDirectory(session, asked.request());
        } else if (message instanceof PutDirectory asked) {
            onPutDirectory(session, account, asked, nowNs);
        } else {
            throw new AssertionError("unhandled: " + message);
        }
    }

    private void sendDirectory(Session session, int request) {
        Pages.read(store, session, request, tables -> {
            DirectoryRow row = tables.keys().directory();
            return MessageCodec.encode(new DirectoryTold(request, row == null ? Bytes.EMPTY : row.octets()));
        });
    }

    private void onPutDirectory(Session session, Account account, PutDirectory asked, long nowNs) {
        if (!account.isAdmin()) {
            String text = "Only an administrator can do this.";
            session.send(new Refused(asked.request(), RefusalCode.NOT_AN_ADMIN, text));
            return;
        }
        Decision.begin(store, session, asked.request(), null, nowNs, decision -> {
            boolean accepted = crypto.submit(() -> rowOf(asked.directory()), (row, thenNs) -> {
                decision.resume(thenNs);
                if (row.octets().isEmpty()) {
                    decision.refuse(RefusalCode.BAD_VALUE, "This is no directory that its signer has signed.");
                } else {
                    commit(decision, row);
                }
            });
            if (!accepted) {
                decision.refuse(RefusalCode.BUSY, "The server has too much to do: try again in a moment.");
            }
        });
    }

    /** Empty octets where the signature does not hold. */
    private static DirectoryRow rowOf(Bytes octets) {
        io.heliograph.common.e2e.Directory read = io.heliograph.common.e2e.Directory.verified(octets);
        return read == null ? new DirectoryRow(0, Bytes.EMPTY) : new DirectoryRow(read.version(), octets);
    }

    private static void commit(Decision decision, DirectoryRow row) {
        decision.commit(
                tables -> {
                    DirectoryRow known = tables.keys().directory();
                    boolean newer = known == null || row.version() > known.version();
                    if (newer) {
                        tables.keys().putDirectory(row);
                    }
                    return newer;
                },
                (newer, nowNs) -> {
                    if (newer) {
                        decision.answerDone();
                    } else {
                        decision.answerRefused(RefusalCode.STALE, "There is a newer directory already.");
                    }
                });
    }
}
