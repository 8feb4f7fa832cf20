package io.heliograph.common.e2e;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.Role;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * What somebody wants an entry of a roll to say: the table of protocol.md 13.4. Immutable, thread-safe.
 *
 * @param subject the room's name, a member's, or nothing
 * @param subjectKey an account key, or zeros, 32 bytes
 * @param value a role's number, flags, or 0
 */
public record RollChange(RollAction action, String subject, Bytes subjectKey, long value) {
    private static final Bytes NO_KEY = Bytes.takingOver(new byte[SignedRecord.KEY_BYTES]);
    private static final int MAX_ROOM_CODE_POINTS = NameRules.MAX_ROOM_CODE_POINTS + 1;

    /** The first entry; {@code flags} of {@link Roll}. */
    public static RollChange begin(String room, Bytes ownAccountKey, int flags) {
        return new RollChange(RollAction.BEGIN, room, ownAccountKey, flags);
    }

    public static RollChange add(String name, Bytes accountKey, Role role) {
        return new RollChange(RollAction.ADD, name, accountKey, role.code());
    }

    public static RollChange remove(RollMember member) {
        return new RollChange(RollAction.REMOVE, member.name(), member.accountKey(), 0);
    }

    public static RollChange role(RollMember member, Role role) {
        return new RollChange(RollAction.ROLE, member.name(), member.accountKey(), role.code());
    }

    public static RollChange policy(int flags) {
        return new RollChange(RollAction.POLICY, "", NO_KEY, flags);
    }

    /** Whether subject, key and value are what the action wants. */
    boolean isWellFormed() {
        return subjectKey.length() == SignedRecord.KEY_BYTES
                && switch (action) {
                    case BEGIN -> isRoom(subject);
                    case ADD, ROLE -> SignedRecord.isName(subject) && Coded.ofCode(Role.class, value) != null;
                    case REMOVE -> SignedRecord.isName(subject) && value == 0;
                    case POLICY -> subject.isEmpty() && subjectKey.equals(NO_KEY);
                };
    }

    private static boolean isRoom(String room) {
        return room.length() > 1
                && room.codePointCount(0, room.length()) <= MAX_ROOM_CODE_POINTS
                && room.getBytes(StandardCharsets.UTF_8).length <= Bounds.MAX_ROOM_BYTES;
    }
}
