package io.heliograph.server.routing;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.routing.Admission.Refusal;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.AccountTable;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What users and administrators change of accounts. Stored first; then it holds, and sessions that have lost their
 * right end at once (protocol.md 7.1).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class AccountBook {
    static final Refusal WEAK_PASSWORD = new Refusal(
            RefusalCode.WEAK_PASSWORD,
            "A password has at least " + PasswordHash.MIN_CHARACTERS + " characters: choose a longer one.",
            false);

    /** Without what looks alike. */
    private static final String PASSWORD_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int PASSWORD_LETTER_COUNT = 20;
    private static final int PASSWORD_GROUP = 5;

    private final Directory directory;
    private final Workers workers;
    private final PasswordHash passwordHash;
    private final RandomSource random;
    private final Endings endings;
    private final Presences presences;
    private final CardNews cardNews;

    AccountBook(
            Directory directory,
            RelayParts.Surroundings around,
            Endings endings,
            Presences presences,
            CardNews cardNews) {
        this.directory = directory;
        this.workers = around.passwords();
        this.passwordHash = around.passwordHash();
        this.random = around.random();
        this.endings = endings;
        this.presences = presences;
        this.cardNews = cardNews;
    }

    PasswordHash passwordHash() {
        return passwordHash;
    }

    /** Where Argon2id runs. */
    Workers passwords() {
        return workers;
    }

    byte[] newSalt() {
        return random.bytes(PasswordHash.SALT_BYTES);
    }

    /** False if there is too much to do already. */
    public boolean hash(String password, Workers.OnLoop<String> done) {
        byte[] salt = newSalt();
        return workers.submit(() -> passwordHash.of(password, salt), done);
    }

    /** 100 random bits in letters that can be read aloud. */
    public String newPassword() {
        StringBuilder password = new StringBuilder();
        for (byte octet : random.bytes(PASSWORD_LETTER_COUNT)) {
            boolean groupEnds = password.length() % (PASSWORD_GROUP + 1) == PASSWORD_GROUP;
            password.append(groupEnds ? "-" : "").append(PASSWORD_LETTERS.charAt(octet & 31));
        }
        return password.toString();
    }

    /** Makes an account without a device; {@code done} takes false if the name is taken. */
    public void add(Change change, String name, String hash, Consumer<Boolean> done) {
        long nowMs = directory.nowMs();
        String skeleton = Skeleton.of(name);
        change.commit(tables -> tables.accounts().add(name, skeleton, hash, nowMs), (id, nowNs) -> {
            if (id != AccountTable.TAKEN) {
                Account account = new Account(AccountRow.fresh(id, name, skeleton, hash, nowMs));
                directory.accounts().add(account);
                presences.reconsider(account, nowNs);
            }
            done.accept(id != AccountTable.TAKEN);
        });
    }

    public void setPasswordHash(Change change, Account account, String hash, Runnable done) {
        commit(change, account, (accounts, id) -> accounts.setPassword(id, hash), nowNs -> {
            account.setPasswordHash(hash);
            done.run();
        });
    }

    /** Holds at once, for sessions that are open too. */
    public void setAdmin(Change change, Account account, boolean admin, Runnable done) {
        commit(change, account, (accounts, id) -> accounts.setAdmin(id, admin), nowNs -> {
            account.setAdmin(admin);
            done.run();
        });
    }

    /** A disabled account's sessions end, and none of its devices comes in any more, or is given keys. */
    public void setDisabled(Change change, Account account, boolean disabled, Runnable done) {
        commit(change, account, (accounts, id) -> accounts.setDisabled(id, disabled), nowNs -> {
            account.setDisabled(disabled);
            done.run();
            cardNews.tell(account, null);
            if (disabled) {
                endings.endSessions(account, session -> true, "this account is disabled", nowNs);
            }
        });
    }

    /** The device's sessions end behind {@code done}; it comes back with the password alone. */
    public void revoke(Change change, Account account, Bytes device, Runnable done) {
        commit(change, account, (accounts, id) -> accounts.revokeDevice(id, device), nowNs -> {
            account.removeDevice(device);
            done.run();
            cardNews.tell(account, null);
            endings.endSessions(account, session -> session.device().equals(device), "this device was revoked", nowNs);
        });
    }

    void setPreferences(Change change, Account account, AccountRow.Preferences preferences, Runnable done) {
        commit(change, account, (accounts, id) -> accounts.setPreferences(id, preferences), nowNs -> {
            account.setPreferences(preferences);
            presences.reconsider(account, nowNs);
            done.run();
        });
    }

    void setStatus(Change change, Account account, AccountRow.Status status, Runnable done) {
        commit(change, account, (accounts, id) -> accounts.setStatus(id, status), nowNs -> {
            account.setStatus(status);
            presences.onStatus(account, nowNs);
            done.run();
        });
    }

    /** Ends an account's sessions without further consequence; how many. */
    public int kick(Account account, String reason, long nowNs) {
        return endings.endSessions(account, session -> true, reason, nowNs);
    }

    /** Writes one thing about one account. */
    private interface Write {
        void run(AccountTable accounts, long id);
    }

    private static void commit(Change change, Account account, Write write, LongConsumer done) {
        long id = account.id();
        change.commit(
                tables -> {
                    write.run(tables.accounts(), id);
                    return true;
                },
                (stored, nowNs) -> done.accept(nowNs));
    }
}
