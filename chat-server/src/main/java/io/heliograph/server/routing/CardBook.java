package io.heliograph.server.routing;

import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.message.EndToEndMessage.Publish;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.KeyTable;
import io.heliograph.server.store.KeyTable.ListRow;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Takes prekeys and device lists from those they belong to (protocol.md 13.2). No client relies on what is looked at
 * here:
 * it keeps mistakes and foreign records out, nothing more.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class CardBook {
    private final Store store;
    private final Workers crypto;
    private final CardNews news;

    CardBook(Store store, Workers crypto, CardNews news) {
        this.store = store;
        this.crypto = crypto;
        this.news = news;
    }

    /** What the signatures hold; {@code refusal} null: they do. */
    private record Checked(
            @Nullable Refusal refusal,
            Bytes prekey,
            @Nullable DeviceList list) {}

    private record Refusal(String code, String text) {}

    /** What the transaction did. */
    private record Outcome(@Nullable Refusal refusal, boolean changed) {}

    void onPublish(Session session, Account account, Publish asked, long nowNs) {
        Bytes device = session.device();
        String name = account.name();
        Decision.begin(store, session, asked.request(), null, nowNs, decision -> {
            // Two signatures cost as much as forty deliveries: not on the loop.
            boolean accepted = crypto.submit(() -> check(asked, device, name), (checked, thenNs) -> {
                decision.resume(thenNs);
                Refusal refusal = checked.refusal();
                if (refusal != null) {
                    decision.refuse(refusal.code(), refusal.text());
                } else {
                    commit(decision, account, device, checked);
                }
            });
            if (!accepted) {
                decision.refuse(RefusalCode.BUSY, "The server has too much to do: try again in a moment.");
            }
        });
    }

    private static Checked check(Publish asked, Bytes device, String name) {
        PreKeyRecord prekey = PreKeyRecord.verified(asked.prekey());
        DeviceList list = asked.list().isEmpty() ? null : DeviceList.verified(asked.list());
        if (prekey == null || !prekey.device().equals(device)) {
            return refused("This is no prekey of this device: publish one that it has signed.");
        } else if (!asked.list().isEmpty() && (list == null || !list.name().equals(name))) {
            return refused("This is no list of the devices of " + name + ": publish one that its first device signed.");
        }
        return new Checked(null, asked.prekey(), list);
    }

    private static Checked refused(String text) {
        return new Checked(new Refusal(RefusalCode.BAD_VALUE, text), Bytes.EMPTY, null);
    }

    private void commit(Decision decision, Account account, Bytes device, Checked checked) {
        long id = account.id();
        decision.commit(tables -> store(tables, id, device, checked), (outcome, nowNs) -> {
            Refusal refusal = outcome.refusal();
            if (refusal != null) {
                decision.answerRefused(refusal.code(), refusal.text());
                return;
            }
            if (outcome.changed()) {
                news.tell(account, decision.session());
            }
            decision.answerDone();
        });
    }

    private static Outcome store(Tables tables, long account, Bytes device, Checked checked) {
        KeyTable keys = tables.keys();
        if (!keys.isEnrolled(account, device)) {
            return new Outcome(new Refusal(RefusalCode.NOT_ALLOWED, "This device was revoked."), false);
        }
        DeviceList list = checked.list();
        ListRow known = list == null ? null : keys.list(account);
        boolean isNew = list != null && (known == null || !known.octets().equals(list.octets()));
        if (list != null && isNew) {
            Refusal refusal = whyNot(keys, account, list, known);
            if (refusal != null) {
                return new Outcome(refusal, false);
            }
            keys.putList(account, new ListRow(list.version(), list.accountKey(), list.octets()));
        }
        boolean otherPrekey = keys.putPrekey(account, device, checked.prekey());
        return new Outcome(null, isNew || otherPrekey);
    }

    private static @Nullable Refusal whyNot(KeyTable keys, long account, DeviceList list, @Nullable ListRow known) {
        boolean signedByOther =
                known != null && !known.signer().equals(list.accountKey()) && keys.isEnrolled(account, known.signer());
        if (signedByOther || !keys.isEnrolled(account, list.accountKey())) {
            return new Refusal(RefusalCode.NOT_ALLOWED, "The account's first device signs the list of its devices.");
        } else if (known != null && list.version() <= known.version()) {
            return new Refusal(RefusalCode.STALE, "There is a newer list of this account's devices already.");
        }
        return null;
    }
}
