package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.message.UserPresence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One JSON object for each event, on a line of its own: a contract with the programs that read it. Members are only
 * ever added.
 *
 * <p>Thread-safe: holds no state.
 */
final class JsonLines implements EventPrinter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final LineSink out;

    JsonLines(LineSink out) {
        this.out = out;
    }

    @Override
    public void print(ClientEvent event) {
        if (event instanceof ClientEvent.MessageShown shown) {
            message(shown);
        } else if (event instanceof ClientEvent.StateChanged changed) {
            emit(object("state")
                    .put("id", changed.id().toHex())
                    .put("state", changed.state().word())
                    .put("reason", changed.reason()));
        } else if (event instanceof ClientEvent.Announced announced) {
            emit(object("announce").put("text", announced.text()).put("time", time(announced.timeMs())));
        } else if (event instanceof ClientEvent.AdminOutput output) {
            emit(withList(object("admin").put("ok", output.ok()), "lines", output.lines()));
        } else if (event instanceof ClientEvent.GapShown gap) {
            emit(object("gap")
                    .put("where", gap.where())
                    .put("from_seq", gap.fromSeq())
                    .put("to_seq", gap.toSeq()));
        } else if (event instanceof ClientEvent.Problem problem) {
            emit(error(problem.code(), problem.message()));
        } else {
            room(event);
        }
    }

    @Override
    public void notice(String text) {
        emit(object("notice").put("text", text));
    }

    private void room(ClientEvent event) {
        if (event instanceof ClientEvent.Joined joined) {
            ObjectNode object = object("joined").put("room", joined.room().address());
            emit(withList(object, "members", joined.members()).put("again", joined.again()));
        } else if (event instanceof ClientEvent.JoinRefused refused) {
            emit(error(refused.code(), refused.text())
                    .put("room", refused.room().address()));
        } else if (event instanceof ClientEvent.Left left) {
            emit(object("left").put("room", left.room().address()));
        } else if (event instanceof ClientEvent.MemberChanged change) {
            emit(object("member")
                    .put("room", change.room().address())
                    .put("user", change.name())
                    .put("change", change.joined() ? "joined" : "left")
                    .put("reason", change.reason()));
        } else if (event instanceof ClientEvent.UserList list) {
            list.users().forEach(this::presence);
        } else if (event instanceof ClientEvent.PresenceChanged changed) {
            presence(changed.user());
        } else if (event instanceof ClientEvent.TypingShown typing) {
            emit(object("typing")
                    .put("user", typing.from())
                    .put("where", typing.where().address()));
        } else {
            connection(event);
        }
    }

    private void connection(ClientEvent event) {
        if (event instanceof ClientEvent.Connected connected) {
            emit(object("connected")
                    .put("server", connected.server())
                    .put("fingerprint", connected.fingerprint())
                    .put("name", connected.serverName())
                    .put("user", connected.user())
                    .put("admin", connected.admin())
                    .put("again", connected.again()));
        } else if (event instanceof ClientEvent.Connecting connecting) {
            emit(object("connecting").put("server", connecting.server()).put("attempt", connecting.attempt()));
        } else if (event instanceof ClientEvent.Reconnecting waiting) {
            emit(object("reconnecting")
                    .put("attempt", waiting.attempt())
                    .put("in_ms", waiting.delayMs())
                    .put("reason", waiting.cause()));
        } else if (event instanceof ClientEvent.Unresponsive silent) {
            emit(object("unresponsive").put("silent_ms", silent.silentForMs()));
        } else if (event instanceof ClientEvent.Recovered) {
            emit(object("recovered"));
        } else if (event instanceof ClientEvent.Offline offline) {
            emit(object("offline").put("reason", offline.cause()));
        } else if (event instanceof ClientEvent.LinkQuality quality) {
            emit(object("link").put("rtt_ms", quality.rttMs()).put("loss_permille", quality.lossPermille()));
        } else {
            trust(event);
        }
    }

    private void trust(ClientEvent event) {
        if (event instanceof ClientEvent.LoginRefused refused) {
            emit(error(refused.code(), refused.text()));
        } else if (event instanceof ClientEvent.TrustWanted wanted) {
            ObjectNode object = object("trust").put("server", wanted.server()).put("fingerprint", wanted.fingerprint());
            emit(object.put("words", wanted.words()));
        } else if (event instanceof ClientEvent.TrustDeclined declined) {
            emit(error("untrusted", "the identity of " + declined.server() + " was declined")
                    .put("fingerprint", declined.fingerprint()));
        } else if (event instanceof ClientEvent.WrongIdentity wrong) {
            emit(error("wrong_identity", "the identity of " + wrong.server() + " is not the expected one")
                    .put("expected", wrong.expected())
                    .put("presented", wrong.presented()));
        } else if (!(event instanceof ClientEvent.Ended)) {
            throw new AssertionError("unhandled: " + event);
        }
    }

    private void message(ClientEvent.MessageShown shown) {
        ObjectNode object = object(shown.where().isRoom() ? "message" : "direct")
                .put("id", shown.id().toHex());
        if (shown.where().isRoom()) {
            object.put("room", shown.where().address());
        } else {
            object.put("with", shown.where().name());
        }
        emit(object.put("from", shown.from())
                .put("text", shown.text())
                .put("time", time(shown.timeMs()))
                .put("own", shown.own()));
    }

    private void presence(UserPresence user) {
        emit(object("presence")
                .put("user", user.name())
                .put("state", user.state().name().toLowerCase(Locale.ROOT)));
    }

    private void emit(ObjectNode object) {
        out.line(escaped(object.toString()));
    }

    /**
     * JSON lets control characters above 127, line separators and changes of direction stand as they are; a
     * terminal or a reader
     * of lines would act on them. They occur inside strings alone, where the escape means the same.
     */
    private static String escaped(String json) {
        if (json.chars().noneMatch(SafeText::isHarmful)) {
            return json;
        }
        StringBuilder safe = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(codePoint -> {
            if (SafeText.isHarmful(codePoint)) {
                safe.append(String.format(Locale.ROOT, "\\u%04x", codePoint));
            } else {
                safe.appendCodePoint(codePoint);
            }
        });
        return safe.toString();
    }

    private static ObjectNode error(String code, String message) {
        return object("error").put("code", code).put("message", message);
    }

    private static ObjectNode object(String event) {
        return JSON.createObjectNode().put("event", event);
    }

    private static ObjectNode withList(ObjectNode object, String name, List<String> texts) {
        ArrayNode array = object.putArray(name);
        texts.forEach(array::add);
        return object;
    }

    private static String time(long timeMs) {
        return UTC.format(Instant.ofEpochMilli(timeMs));
    }
}
