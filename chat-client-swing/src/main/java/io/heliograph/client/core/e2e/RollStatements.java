package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollAction;
import io.heliograph.common.e2e.RollChange;
import io.heliograph.common.e2e.RollEntry;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.message.Role;
import io.heliograph.common.util.Bytes;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What an account has to say in a roll as the roll stands; null where there is no need, or no right. */
final class RollStatements {
    private RollStatements() {}

    /** Begins an empty roll with {@code flags}, or brings the own account into an open one. */
    static @Nullable RollEntry membership(Roll roll, Target where, OwnDevice own, int flags, LongSupplier wallClockMs) {
        DeviceList list = own.list();
        if (list == null) {
            return null;
        }
        Bytes key = list.accountKey();
        long nowMs = wallClockMs.getAsLong();
        if (roll.count() == 0) {
            return roll.next(own.key(), list, new RollChange(RollAction.BEGIN, where.address(), key, flags), nowMs);
        }
        RollMember self = roll.member(own.name());
        boolean missing = self == null || !self.accountKey().equals(key);
        RollChange enter = new RollChange(RollAction.ADD, own.name(), key, Role.MEMBER.code());
        return missing && roll.isUsable() && roll.isOpen() ? roll.next(own.key(), list, enter, nowMs) : null;
    }

    /** {@code wanted}: with the key of whoever is added; for the rest the key that the roll has counts. */
    static @Nullable RollEntry next(Roll roll, OwnDevice own, RollChange wanted, LongSupplier wallClockMs) {
        RollAction action = wanted.action();
        String subject = wanted.subject();
        DeviceList list = own.list();
        RollMember self = list == null ? null : roll.member(own.name());
        if (list == null || self == null || !self.accountKey().equals(list.accountKey())) {
            return null;
        }
        RollMember member = action == RollAction.POLICY ? null : roll.member(subject);
        boolean needed =
                switch (action) {
                    case BEGIN -> false;
                    case ADD -> member == null || !member.accountKey().equals(wanted.subjectKey());
                    case REMOVE -> member != null;
                    case ROLE -> member != null && member.role().code() != wanted.value();
                    case POLICY ->
                        wanted.value() != (roll.isOpen() ? Roll.OPEN : 0) + (roll.givesHistory() ? Roll.HISTORY : 0);
                };
        if (!needed || !mayDo(self.role(), member, action, subject.equals(own.name()))) {
            return null;
        }
        Bytes key = member == null || action == RollAction.ADD ? wanted.subjectKey() : member.accountKey();
        RollChange change = new RollChange(action, subject, key, wanted.value());
        return roll.next(own.key(), list, change, wallClockMs.getAsLong());
    }

    /** An entry that would not count is better not made. */
    private static boolean mayDo(Role own, @Nullable RollMember member, RollAction action, boolean self) {
        boolean moderates = own.code() >= Role.MODERATOR.code();
        return switch (action) {
            case BEGIN -> false;
            case ADD -> moderates;
            case REMOVE ->
                self
                        || (moderates
                                && member != null
                                && own.code() > member.role().code());
            case ROLE, POLICY -> own == Role.OWNER;
        };
    }
}
