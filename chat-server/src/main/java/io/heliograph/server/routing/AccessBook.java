package io.heliograph.server.routing;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.Bans;
import io.heliograph.server.account.Invites;
import io.heliograph.server.account.OneTimeToken;
import io.heliograph.server.account.ServerSecret;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.AccessTable.BanRow;
import io.heliograph.server.store.AccessTable.InviteRow;
import io.heliograph.server.store.StoredState;
import io.heliograph.server.store.StoredState.Facts;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * What stands between the network and the accounts: bans, invitations, the lockdown, the server's password, the
 * administrator token. Changes are stored first.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class AccessBook {
    private final Directory directory;
    private final Endings endings;
    private final CardNews cardNews;
    private final ServerSecret secret;
    private final Bans bans = new Bans();
    private final Invites invites = new Invites();
    private final Lockdown lockdown;
    private final OneTimeToken adminToken;
    private String greeting;

    AccessBook(
            Directory directory,
            Endings endings,
            CardNews cardNews,
            Lockdown lockdown,
            ServerSecret secret,
            StoredState state) {
        this.directory = directory;
        this.endings = endings;
        this.cardNews = cardNews;
        this.lockdown = lockdown;
        this.secret = secret;
        this.adminToken = new OneTimeToken(state.facts().adminToken());
        this.greeting = state.facts().greeting();
        state.bans().forEach(bans::add);
        state.invites().forEach(invites::add);
    }

    public Bans bans() {
        return bans;
    }

    public Invites invites() {
        return invites;
    }

    ServerSecret secret() {
        return secret;
    }

    OneTimeToken adminToken() {
        return adminToken;
    }

    Lockdown lockdown() {
        return lockdown;
    }

    /** 0 to 3 (protocol.md 9). */
    public int lockdownLevel() {
        return lockdown.level();
    }

    /** What WELCOME says: set by an administrator, else by the configuration; empty for nothing. */
    public String greeting() {
        return greeting.isEmpty() ? directory.config().motd() : greeting;
    }

    // Changes

    /** Replaces a ban of the same subject, and ends the sessions that it meets. {@code done} takes how many. */
    public void ban(Change change, BanRow ban, LongConsumer done) {
        long nowMs = directory.nowMs();
        BanRow older = bans.find(ban.kind(), ban.subject());
        List<Long> over = bans.all().stream()
                .filter(known -> known.equals(older) || Bans.isOver(known, nowMs))
                .map(BanRow::id)
                .toList();
        change.commit(
                tables -> {
                    over.forEach(id -> tables.access().removeBan(id));
                    return tables.access().addBan(ban);
                },
                (id, nowNs) -> {
                    over.forEach(bans::remove);
                    bans.add(new BanRow(
                            id, ban.kind(), ban.subject(), ban.untilMs(), ban.reason(), ban.by(), ban.atMs()));
                    tellCards(ban);
                    done.accept(endBanned(nowNs));
                });
    }

    public void unban(Change change, BanRow ban, Runnable done) {
        change.commit(tables -> tables.access().removeBan(ban.id()), (removed, nowNs) -> {
            bans.remove(ban.id());
            tellCards(ban);
            done.run();
        });
    }

    /** A ban that has ended by itself has not been told: somebody may still hold a card without prekeys. */
    void onEntered(Account account, Bytes device) {
        boolean wasBanned =
                bans.find(Bans.ACCOUNT, account.skeleton()) != null || bans.find(Bans.DEVICE, device.toHex()) != null;
        if (wasBanned) {
            cardNews.tell(account, null);
        }
    }

    /** Who is banned has no prekeys on the card (protocol.md 13.2). */
    private void tellCards(BanRow ban) {
        for (Account account : directory.accounts().all()) {
            boolean concerned = ban.kind().equals(Bans.ACCOUNT)
                    ? account.skeleton().equals(ban.subject())
                    : ban.kind().equals(Bans.DEVICE) && account.hasDevice(Bytes.fromHex(ban.subject()));
            if (concerned) {
                cardNews.tell(account, null);
            }
        }
    }

    private int endBanned(long nowNs) {
        int count = 0;
        for (Session session : directory.loggedInSessions()) {
            Account account = session.account();
            BanRow ban = account == null ? null : bans.find(visitor(session, account), directory.nowMs());
            if (ban != null) {
                String reason = ban.reason().isEmpty() ? "banned" : "banned: " + ban.reason();
                endings.end(session, Endings.CLOSE_KICKED, reason, nowNs);
                count++;
            }
        }
        return count;
    }

    private static Bans.Visitor visitor(Session session, Account account) {
        return new Bans.Visitor(
                account.skeleton(), session.device(), session.link().address().ip());
    }

    public void addInvite(Change change, InviteRow invite, Runnable done) {
        List<Bytes> over = invites.all().stream()
                .filter(known -> Invites.isOver(known, directory.nowMs()))
                .map(InviteRow::tokenHash)
                .toList();
        change.commit(
                tables -> {
                    over.forEach(hash -> tables.access().removeInvite(hash));
                    tables.access().addInvite(invite);
                    return true;
                },
                (stored, nowNs) -> {
                    over.forEach(invites::remove);
                    invites.add(invite);
                    done.run();
                });
    }

    public void removeInvite(Change change, InviteRow invite, Runnable done) {
        change.commit(tables -> tables.access().removeInvite(invite.tokenHash()), (removed, nowNs) -> {
            invites.remove(invite.tokenHash());
            done.run();
        });
    }

    /** {@code level}: 0 to 3. Nobody who is in is thrown out. */
    public void setLockdown(Change change, int level, Runnable done) {
        setFact(change, Facts.LOCKDOWN, Integer.toString(level), () -> {
            lockdown.setLevel(level);
            done.run();
        });
    }

    /** Empty: the configuration's again. */
    public void setGreeting(Change change, String text, Runnable done) {
        setFact(change, Facts.GREETING, text, () -> {
            greeting = text;
            done.run();
        });
    }

    private static void setFact(Change change, String name, String value, Runnable done) {
        change.commit(
                tables -> {
                    tables.access().setFact(name, value);
                    return true;
                },
                (stored, nowNs) -> done.run());
    }
}
