package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.name;
import static io.heliograph.common.codec.Elements.notice;
import static io.heliograph.common.codec.Elements.number;

import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.message.UserEntry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The answer to a login, code 32 of protocol.md 6: who the user is, and what the server is. */
final class WelcomeCodec {

    private WelcomeCodec() {}

    static void write(CborWriter out, Welcome m) throws IOException {
        out.text(m.name())
                .octets(m.instance().octets())
                .text(m.serverName())
                .uint(m.timeMs())
                .bool(m.admin())
                .text(m.serverVersion())
                .uint(m.maxBodyBytes())
                .text(m.motd())
                .uint(m.conversationCount())
                .bool(m.registered())
                .bool(m.hasPassword());
        ListElementCodec.writePreferences(out, m.preferences());
        ListElementCodec.writeUser(out, m.chosen());
    }

    /** Null if the presence is one of a later version. */
    static @Nullable Welcome read(CborReader in) throws MalformedException {
        String name = name(in);
        InstanceId instance = new InstanceId(in.octets());
        String serverName = notice(in);
        long timeMs = number(in);
        boolean admin = in.bool();
        String serverVersion = name(in);
        int maxBodyBytes = Elements.small(in);
        String motd = notice(in);
        int conversationCount = Elements.small(in);
        boolean registered = in.bool();
        boolean hasPassword = in.bool();
        Preferences preferences = ListElementCodec.readPreferences(in);
        UserEntry chosen = ListElementCodec.readUser(in);
        return chosen == null
                ? null
                : new Welcome(
                        name,
                        instance,
                        serverName,
                        timeMs,
                        admin,
                        serverVersion,
                        maxBodyBytes,
                        motd,
                        conversationCount,
                        registered,
                        hasPassword,
                        preferences,
                        chosen);
    }
}
