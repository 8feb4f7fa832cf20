package io.heliograph.server.store;

import java.util.List;

/** All that a relay keeps in memory, as one transaction sees it. */
public record StoredState(
        List<AccountRow> accounts,
        List<DeviceRow> devices,
        List<ConversationRow> conversations,
        List<MemberRow> members,
        List<RoomBanRow> roomBans,
        List<RoomInviteRow> roomInvites,
        List<AccessTable.BanRow> bans,
        List<AccessTable.InviteRow> invites) {

    /** A server at its first start. */
    public static final StoredState EMPTY =
            new StoredState(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public static StoredState read(Tables tables) {
        return new StoredState(
                tables.accounts().all(),
                tables.accounts().devices(),
                tables.conversations().all(),
                tables.conversations().members(),
                tables.conversations().bans(),
                tables.conversations().invites(),
                tables.access().bans(),
                tables.access().invites());
    }
}
