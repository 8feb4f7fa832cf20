package io.heliograph.server.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that a relay keeps in memory, as one transaction sees it.
 *
 * @param rollCounts entries of each conversation's roll; those without any left out
 * @param files of all accounts together
 */
public record StoredState(
        List<AccountRow> accounts,
        List<DeviceRow> devices,
        List<ConversationRow> conversations,
        List<MemberRow> members,
        List<RoomBanRow> roomBans,
        List<RoomInviteRow> roomInvites,
        List<AccessTable.BanRow> bans,
        List<AccessTable.InviteRow> invites,
        Map<Long, Long> rollCounts,
        FileTable.Totals files,
        Facts facts) {

    /**
     * What administrators have set, by the names of the facts.
     *
     * @param lockdown 0 to 3
     * @param greeting empty: the configuration's
     * @param adminToken SHA-256 in hexadecimal; empty once it is used up
     */
    public record Facts(int lockdown, String greeting, String adminToken) {
        /** Fact: the level of the lockdown, a digit. */
        public static final String LOCKDOWN = "lockdown";

        /** Fact: what WELCOME says. */
        public static final String GREETING = "greeting";

        /** Fact: of the one-time token of the first start. */
        public static final String ADMIN_TOKEN = "admin_token_sha256";

        static Facts read(AccessTable access) {
            String lockdown = access.fact(LOCKDOWN);
            return new Facts(
                    lockdown == null || !lockdown.matches("[0-3]") ? 0 : Integer.parseInt(lockdown),
                    orEmpty(access.fact(GREETING)),
                    orEmpty(access.fact(ADMIN_TOKEN)));
        }

        private static String orEmpty(@Nullable String fact) {
            return fact == null ? "" : fact;
        }

        @Override
        public String toString() {
            return "Facts[lockdown=" + lockdown + "]";
        }
    }

    /** A server at its first start. */
    public static final StoredState EMPTY = new StoredState(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            FileTable.Totals.NONE,
            new Facts(0, "", ""));

    public static StoredState read(Tables tables) {
        return new StoredState(
                tables.accounts().all(),
                tables.accounts().devices(),
                tables.conversations().all(),
                tables.conversations().members(),
                tables.conversations().bans(),
                tables.conversations().invites(),
                tables.access().bans(),
                tables.access().invites(),
                tables.rolls().counts(),
                totalsOf(tables.files().totals()),
                Facts.read(tables.access()));
    }

    private static FileTable.Totals totalsOf(List<FileTable.AccountTotals> accounts) {
        long count = accounts.stream().mapToLong(each -> each.totals().count()).sum();
        long bytes = accounts.stream().mapToLong(each -> each.totals().bytes()).sum();
        return new FileTable.Totals(count, bytes);
    }
}
