package io.heliograph.common.e2e;

import io.heliograph.common.message.Role;
import io.heliograph.common.util.Bytes;

/**
 * Somebody whom the roll names. Immutable, thread-safe.
 *
 * @param name as the entry that added them writes it
 * @param accountKey 32 bytes
 * @param addedIndex number of that entry, from 1; a new key leaves it
 */
public record RollMember(String name, Bytes accountKey, Role role, long addedIndex) {
    RollMember withKey(Bytes newKey) {
        return new RollMember(name, newKey, role, addedIndex);
    }

    RollMember withRole(Role newRole) {
        return new RollMember(name, accountKey, newRole, addedIndex);
    }
}
