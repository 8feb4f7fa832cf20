package io.heliograph.server.routing;

import io.heliograph.server.room.RoomLimits;

/**
 * What the routing rules need to know.
 *
 * @param serverName shown to clients
 * @param maxUsers how many names may be claimed at once
 * @param loginFailuresPerMinute per name and address
 * @param postBurst posts taken at once from a user
 * @param postsPerSecond and then
 * @param maxRoomsPerUser how many rooms a user may be in
 * @param rooms bounds of the rooms' logs
 * @param mailboxEntries bound of a mailbox
 * @param mailboxBytes bound of a mailbox
 */
public record RelayConfig(
        String serverName,
        int maxUsers,
        int loginFailuresPerMinute,
        int postBurst,
        int postsPerSecond,
        int maxRoomsPerUser,
        RoomLimits rooms,
        int mailboxEntries,
        long mailboxBytes) {}
