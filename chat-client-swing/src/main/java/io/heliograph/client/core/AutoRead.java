package io.heliograph.client.core;

import org.jspecify.annotations.Nullable;

/**
 * What a face without a person counts as read as soon as it is shown, and is shown although it was said before the
 * client started. A face with a person reads nothing by itself.
 *
 * @param all every conversation
 * @param only this one; null for none or all
 */
public record AutoRead(boolean all, @Nullable Target only) {
    public static final AutoRead NOTHING = new AutoRead(false, null);
    public static final AutoRead EVERYTHING = new AutoRead(true, null);

    public static AutoRead of(Target target) {
        return new AutoRead(false, target);
    }

    public boolean covers(Target where) {
        return all || (only != null && only.key().equals(where.key()));
    }
}
