package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.coded;
import static io.heliograph.common.codec.Elements.notice;
import static io.heliograph.common.codec.Elements.number;
import static io.heliograph.common.codec.Elements.small;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The array {@code conversation} of protocol.md 6. */
final class ConversationCodec {
    private static final int ELEMENT_COUNT = 20;

    private ConversationCodec() {}

    static void write(CborWriter out, ConversationState state) throws IOException {
        out.begin(ELEMENT_COUNT)
                .uint(state.id())
                .uint(state.kind().code())
                .text(state.name())
                .text(state.topic())
                .text(state.description())
                .uint(state.access().code())
                .bool(state.announceOnly())
                .uint(state.slowModeS())
                .uint(state.retentionDays())
                .uint(state.role().code())
                .uint(state.mutedUntilMs())
                .uint(state.memberCount())
                .uint(state.nextSeq())
                .uint(state.firstSeq())
                .uint(state.deliveredSeq())
                .uint(state.readSeq())
                .uint(state.unreadCount())
                .uint(state.lastActivityMs());
        Elements.list(out, state.pins(), CborWriter::uint);
        out.uint(state.rollCount()).end();
    }

    /** Null for a kind, an access or a role of a later version. */
    static @Nullable ConversationState read(CborReader in) throws MalformedException {
        in.beginArray();
        long id = number(in);
        ConversationKind kind = coded(in, ConversationKind.class);
        String name = Elements.room(in);
        String topic = notice(in);
        String description = notice(in);
        RoomAccess access = coded(in, RoomAccess.class);
        boolean announceOnly = in.bool();
        int slowModeS = small(in);
        int retentionDays = small(in);
        Role role = coded(in, Role.class);
        if (kind == null || access == null || role == null) {
            in.endArray();
            return null;
        }
        ConversationState state = new ConversationState(
                id,
                kind,
                name,
                topic,
                description,
                access,
                announceOnly,
                slowModeS,
                retentionDays,
                role,
                number(in),
                small(in),
                number(in),
                number(in),
                number(in),
                number(in),
                number(in),
                number(in),
                Elements.list(in, Bounds.MAX_PINS, Elements::number),
                number(in));
        in.endArray();
        return state;
    }
}
