package io.heliograph.server.routing;

import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.account.SecretText;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.routing.Admission.Outcome;
import io.heliograph.server.routing.Admission.Refusal;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.AccountTable;
import io.heliograph.server.store.DeviceRow;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.StoredState.Facts;
import io.heliograph.server.store.Tables;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whom {@link Admission} has found entitled, and stores what that changes: a new account, a new device, a new
 * administrator (protocol.md 7.1, steps 2, 3 and 6).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Registrar {
    private final Directory directory;
    private final Store store;
    private final AccessBook access;
    private final AccountBook accounts;
    private final AuditSink audit;
    /** Skeletons of accounts that are being made. */
    private final Set<String> claimed = new HashSet<>();

    Registrar(Directory directory, Store store, AccessBook access, AccountBook accounts, AuditSink audit) {
        this.directory = directory;
        this.store = store;
        this.access = access;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** What a transaction found. */
    private enum Stored {
        DONE,
        NAME_TAKEN,
        INVITE_OVER,
        TOKEN_OVER
    }

    /** {@code account}: its id, if {@code result} is that it was made. */
    private record Made(Stored result, long account) {}

    // Step 2

    void comeBack(Attempt attempt, Account account, Outcome outcome, long nowNs) {
        Refusal refusal = whyNotThisOne(attempt, account);
        if (refusal != null) {
            outcome.refuse(refusal, nowNs);
        } else if (usesToken(attempt, account)) {
            store.write(
                    tables -> makeAdmin(tables, account.id()),
                    (result, thenNs) -> onStored(attempt, account, result, outcome, thenNs),
                    (fault, thenNs) -> outcome.refuse(refusalOf(fault), thenNs));
        } else {
            outcome.admit(account, false, nowNs);
        }
    }

    // Step 3

    void enrol(Attempt attempt, Account account, Outcome outcome, long nowNs) {
        Refusal refusal = whyNotThisOne(attempt, account);
        if (refusal == null
                && account.devices().size() >= directory.config().limits().devicesPerAccount()) {
            refusal = new Refusal(
                    RefusalCode.TOO_MANY_DEVICES,
                    "This account has as many devices as it may have: take one away from another device.",
                    false);
        }
        if (refusal != null) {
            outcome.refuse(refusal, nowNs);
            return;
        }
        long nowMs = directory.nowMs();
        boolean usesToken = usesToken(attempt, account);
        store.write(
                tables -> {
                    Stored result = usesToken ? makeAdmin(tables, account.id()) : Stored.DONE;
                    if (result == Stored.DONE) {
                        tables.accounts().addDevice(account.id(), attempt.device(), attempt.deviceName(), nowMs);
                    }
                    return result;
                },
                (result, thenNs) -> {
                    if (result == Stored.DONE) {
                        account.putDevice(deviceOf(attempt, account.id(), nowMs));
                        note("device.enrolled", attempt);
                    }
                    onStored(attempt, account, result, outcome, thenNs);
                },
                (fault, thenNs) -> outcome.refuse(refusalOf(fault), thenNs));
    }

    private void onStored(Attempt attempt, Account account, Stored result, Outcome outcome, long nowNs) {
        if (result != Stored.DONE) {
            outcome.refuse(WRONG_TOKEN, nowNs);
            return;
        }
        if (usesToken(attempt, account)) {
            onTokenUsed(attempt, account);
        }
        outcome.admit(account, false, nowNs);
    }

    private static final Refusal WRONG_TOKEN =
            new Refusal(RefusalCode.WRONG_TOKEN, "The administrator token is wrong or used up.", true);

    private @Nullable Refusal whyNotThisOne(Attempt attempt, Account account) {
        if (account.isDisabled()) {
            return new Refusal(RefusalCode.ACCOUNT_DISABLED, "This account is disabled: ask an administrator.", false);
        }
        return whyNotToken(attempt, account);
    }

    // The administrator token

    private @Nullable Refusal whyNotToken(Attempt attempt, @Nullable Account account) {
        boolean right = !usesToken(attempt, account)
                || access.adminToken().isRight(attempt.secrets().adminToken());
        return right ? null : WRONG_TOKEN;
    }

    private static boolean usesToken(Attempt attempt, @Nullable Account account) {
        return !attempt.secrets().adminToken().isEmpty() && (account == null || !account.isAdmin());
    }

    /** Two may hold it at the same moment: the store says who was first. */
    private static Stored makeAdmin(Tables tables, long account) {
        String fact = tables.access().fact(Facts.ADMIN_TOKEN);
        if (fact == null || fact.isEmpty()) {
            return Stored.TOKEN_OVER;
        }
        tables.access().setFact(Facts.ADMIN_TOKEN, "");
        tables.accounts().setAdmin(account, true);
        return Stored.DONE;
    }

    private void onTokenUsed(Attempt attempt, Account account) {
        access.adminToken().useUp();
        account.setAdmin(true);
        note("admin.token_used", attempt);
    }

    // Step 6

    void register(Attempt attempt, Outcome outcome, long nowNs) {
        Refusal refusal = whyNotNew(attempt);
        if (refusal != null) {
            outcome.refuse(refusal, nowNs);
        } else if (!setsPassword(attempt)) {
            make(attempt, "", outcome);
        } else if (!accounts.hash(attempt.password(), (hash, thenNs) -> {
            Refusal since = whyNotNew(attempt);
            if (since != null) {
                outcome.refuse(since, thenNs);
            } else {
                make(attempt, hash, outcome);
            }
        })) {
            outcome.refuse(Refusal.BUSY, nowNs);
        }
    }

    private static boolean setsPassword(Attempt attempt) {
        return attempt.login().register() && !attempt.password().isEmpty();
    }

    private @Nullable Refusal whyNotNew(Attempt attempt) {
        RelayConfig config = directory.config();
        String whyNotThisName = NameRules.whyNotAName(attempt.name());
        String token = attempt.secrets().inviteToken();
        if (whyNotThisName != null) {
            return new Refusal(RefusalCode.NAME_MALFORMED, whyNotThisName, false);
        } else if (config.registration() == RelayConfig.Registration.CLOSED && !comesByToken(attempt)) {
            return new Refusal(
                    RefusalCode.REGISTRATION_CLOSED,
                    "Nobody can register here: ask an administrator for an account.",
                    false);
        } else if (needsInvite(attempt) && !access.invites().isOpen(SecretText.hashOf(token), directory.nowMs())) {
            return inviteNeeded(token);
        } else if (setsPassword(attempt) && !PasswordHash.isLongEnough(attempt.password())) {
            return AccountBook.WEAK_PASSWORD;
        } else if (directory.accounts().size() + claimed.size()
                >= config.limits().accounts()) {
            return new Refusal(RefusalCode.SERVER_FULL, "The server holds as many accounts as it may.", false);
        } else if (claimed.contains(attempt.skeleton()) || directory.accounts().find(attempt.name()) != null) {
            return new Refusal(RefusalCode.NAME_TAKEN, "The name is taken: choose another one.", false);
        }
        return whyNotToken(attempt, null);
    }

    private boolean needsInvite(Attempt attempt) {
        return directory.config().registration() == RelayConfig.Registration.INVITE && !comesByToken(attempt);
    }

    /** The token of the first start lets its holder in, however others may register. */
    private boolean comesByToken(Attempt attempt) {
        String token = attempt.secrets().adminToken();
        return !token.isEmpty() && access.adminToken().isRight(token);
    }

    private static Refusal inviteNeeded(String token) {
        return token.isEmpty()
                ? new Refusal(RefusalCode.INVITE_NEEDED, "This server wants an invitation to register.", false)
                : new Refusal(RefusalCode.INVITE_NEEDED, "The invitation is not known here, or is over.", true);
    }

    private void make(Attempt attempt, String passwordHash, Outcome outcome) {
        long nowMs = directory.nowMs();
        boolean usesToken = usesToken(attempt, null);
        Bytes invite =
                needsInvite(attempt) ? SecretText.hashOf(attempt.secrets().inviteToken()) : Bytes.EMPTY;
        claimed.add(attempt.skeleton());
        store.write(
                tables -> {
                    if (!invite.isEmpty() && !tables.access().useInvite(invite, nowMs)) {
                        return new Made(Stored.INVITE_OVER, 0);
                    }
                    long id = tables.accounts().add(attempt.name(), attempt.skeleton(), passwordHash, nowMs);
                    if (id == AccountTable.TAKEN) {
                        return new Made(Stored.NAME_TAKEN, 0);
                    }
                    tables.accounts().addDevice(id, attempt.device(), attempt.deviceName(), nowMs);
                    // The account is there either way: a token that is over costs its holder nothing but the rights.
                    return new Made(usesToken ? makeAdmin(tables, id) : Stored.DONE, id);
                },
                (made, thenNs) -> {
                    claimed.remove(attempt.skeleton());
                    access.invites().onUsed(invite);
                    AccountRow row =
                            AccountRow.fresh(made.account(), attempt.name(), attempt.skeleton(), passwordHash, nowMs);
                    onMade(attempt, made, row, outcome, thenNs);
                },
                (fault, thenNs) -> {
                    claimed.remove(attempt.skeleton());
                    outcome.refuse(refusalOf(fault), thenNs);
                });
    }

    private void onMade(Attempt attempt, Made made, AccountRow row, Outcome outcome, long nowNs) {
        switch (made.result()) {
            case INVITE_OVER -> outcome.refuse(inviteNeeded(attempt.secrets().inviteToken()), nowNs);
            case NAME_TAKEN ->
                outcome.refuse(
                        new Refusal(RefusalCode.NAME_TAKEN, "The name is taken: choose another one.", false), nowNs);
            default -> {
                Account account = new Account(row);
                account.putDevice(deviceOf(attempt, row.id(), row.createdMs()));
                directory.accounts().add(account);
                note("account.registered", attempt);
                if (made.result() == Stored.DONE && usesToken(attempt, account)) {
                    onTokenUsed(attempt, account);
                }
                outcome.admit(account, true, nowNs);
            }
        }
    }

    private static DeviceRow deviceOf(Attempt attempt, long account, long nowMs) {
        return new DeviceRow(account, attempt.device(), attempt.deviceName(), nowMs, nowMs);
    }

    private static Refusal refusalOf(StoreFault fault) {
        return new Refusal(Decision.codeOf(fault), Decision.textOf(fault), false);
    }

    private void note(String event, Attempt attempt) {
        String device = attempt.device().toHex().substring(0, 16);
        audit.record(event, attempt.name(), attempt.name(), Map.of("device", device));
    }
}
