package io.heliograph.server.routing;

import io.heliograph.common.message.RefusalCode;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.store.AccessTable.BanRow;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, by the steps of protocol.md 7.1. From outside, a name that nobody has and a wrong password look the
 * same: the same words, after the same work.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Admission {
    private final Directory directory;
    private final AccessBook access;
    private final AccountBook accounts;
    private final Registrar registrar;

    Admission(Directory directory, AccessBook access, AccountBook accounts, Registrar registrar) {
        this.directory = directory;
        this.access = access;
        this.accounts = accounts;
        this.registrar = registrar;
    }

    /**
     * Why somebody is not let in.
     *
     * @param counts against the allowance of failed logins
     */
    record Refusal(String code, String text, boolean counts) {
        static final Refusal LOGIN_FAILED = new Refusal(
                RefusalCode.LOGIN_FAILED, "The name or the password is wrong, or nobody has registered it.", true);
        static final Refusal BUSY =
                new Refusal(RefusalCode.BUSY, "The server has too much to do: try again in a moment.", false);
    }

    /** How an attempt ends: by one call of one of them. */
    interface Outcome {
        void admit(Account account, boolean registered, long nowNs);

        void refuse(Refusal refusal, long nowNs);
    }

    /** The proof was right. */
    void decide(Attempt attempt, Outcome outcome, long nowNs) {
        Account account = directory.accounts().find(attempt.name());
        Refusal refusal = whyNotAtAll(attempt, account);
        if (refusal != null) {
            outcome.refuse(refusal, nowNs);
        } else if (account != null && account.hasDevice(attempt.device())) {
            registrar.comeBack(attempt, account, outcome, nowNs);
        } else if (needsPasswordCheck(attempt, account)) {
            checkPassword(attempt, account, outcome, nowNs);
        } else {
            decideWithout(attempt, account, outcome, nowNs);
        }
    }

    /** Step 1. Also asked for again when somebody has been let in: the checks take their time. */
    @Nullable
    Refusal whyNotAtAll(Attempt attempt, @Nullable Account account) {
        BanRow ban = access.bans().find(attempt.visitor(), directory.nowMs());
        Lockdown lockdown = access.lockdown();
        boolean admin = account != null && account.isAdmin();
        if (ban != null) {
            return new Refusal(RefusalCode.BANNED, "You are banned from this server" + because(ban), false);
        } else if ((lockdown.forbidsLogins() && !admin)
                || (lockdown.forbidsDevices() && !isEnrolled(attempt, account))) {
            return LOCKED;
        } else if (!access.secret().admits(attempt.secrets().serverPassword())) {
            return new Refusal(RefusalCode.WRONG_PASSWORD, "The server's password is wrong.", true);
        }
        return null;
    }

    private static final Refusal LOCKED =
            new Refusal(RefusalCode.LOCKDOWN, "The server is locked down for the moment: try again later.", false);

    private static String because(BanRow ban) {
        return ban.reason().isEmpty() ? "." : ": " + ban.reason();
    }

    private static boolean isEnrolled(Attempt attempt, @Nullable Account account) {
        return account != null && account.hasDevice(attempt.device());
    }

    // Steps 3 and 5: the password

    private boolean needsPasswordCheck(Attempt attempt, @Nullable Account account) {
        return !attempt.password().isEmpty() && (account != null || !mayBeNew(attempt));
    }

    /** False: step 5, whoever asks does not mean to register. */
    private boolean mayBeNew(Attempt attempt) {
        boolean register = attempt.login().register();
        boolean meansToLogIn = !attempt.password().isEmpty() && !access.secret().isIt(attempt.password()) && !register;
        boolean hasAWay =
                isOpen() || register || !attempt.secrets().inviteToken().isEmpty() || showsAdminToken(attempt);
        return !meansToLogIn && hasAWay;
    }

    /** The first administrator needs no other invitation. */
    private boolean showsAdminToken(Attempt attempt) {
        String token = attempt.secrets().adminToken();
        return !token.isEmpty() && access.adminToken().isRight(token);
    }

    private boolean isOpen() {
        return directory.config().registration() == RelayConfig.Registration.OPEN;
    }

    private void checkPassword(Attempt attempt, @Nullable Account account, Outcome outcome, long nowNs) {
        PasswordHash hash = accounts.passwordHash();
        String stored = account != null && account.hasPassword() ? account.passwordHash() : hash.nobodys();
        boolean accepted = accounts.passwords()
                .submit(
                        () -> hash.matches(attempt.password(), stored),
                        (right, thenNs) -> onChecked(attempt, right ? stored : "", outcome, thenNs));
        if (!accepted) {
            outcome.refuse(Refusal.BUSY, nowNs);
        }
    }

    /** {@code matched}: the hash that the password was right for; empty if it was not. */
    private void onChecked(Attempt attempt, String matched, Outcome outcome, long nowNs) {
        Account account = directory.accounts().find(attempt.name());
        Refusal refusal = whyNotAtAll(attempt, account);
        if (refusal != null) {
            outcome.refuse(refusal, nowNs);
        } else if (account != null
                && account.hasPassword()
                && account.passwordHash().equals(matched)) {
            registrar.enrol(attempt, account, outcome, nowNs);
        } else {
            decideWithout(attempt, account, outcome, nowNs);
        }
    }

    // Steps 4 to 6

    private void decideWithout(Attempt attempt, @Nullable Account account, Outcome outcome, long nowNs) {
        if (account != null) {
            boolean meansToRegister =
                    attempt.login().register() || attempt.password().isEmpty();
            outcome.refuse(isOpen() && meansToRegister ? taken(attempt, account) : Refusal.LOGIN_FAILED, nowNs);
        } else if (!mayBeNew(attempt)) {
            outcome.refuse(Refusal.LOGIN_FAILED, nowNs);
        } else if (access.lockdown().forbidsAccounts()) {
            outcome.refuse(LOCKED, nowNs);
        } else {
            registrar.register(attempt, outcome, nowNs);
        }
    }

    /** Counts if it has told that a password is wrong: else registering would be a way to try many. */
    private static Refusal taken(Attempt attempt, Account account) {
        return new Refusal(
                RefusalCode.NAME_TAKEN,
                "The name \"" + account.name() + "\" is taken: choose another one, or give its password.",
                !attempt.password().isEmpty());
    }
}
