package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import java.util.List;

/**
 * One JSON object for each event, on a line of its own: a contract with the programs that read it. Members are only
 * ever added.
 *
 * <p>Thread-safe: holds no state.
 */
final class JsonLines implements EventPrinter {
    private final LineSink out;

    JsonLines(LineSink out) {
        this.out = out;
    }

    @Override
    public void print(ClientEvent event) {
        List<ObjectNode> objects = EntryJson.of(event);
        objects = objects == null ? ConversationJson.of(event) : objects;
        objects = objects == null ? AccountJson.of(event) : objects;
        objects = objects == null ? TrustJson.of(event) : objects;
        objects = objects == null ? FileJson.of(event) : objects;
        objects = objects == null ? FoundJson.of(event) : objects;
        objects = objects == null ? connection(event) : objects;
        objects.forEach(this::emit);
    }

    @Override
    public void notice(String text) {
        emit(JsonText.object("notice").put("text", text));
    }

    private List<ObjectNode> connection(ClientEvent event) {
        if (event instanceof ClientEvent.Connected connected) {
            return List.of(JsonText.object("connected")
                    .put("server", connected.server())
                    .put("fingerprint", connected.fingerprint())
                    .put("name", connected.serverName())
                    .put("user", connected.user())
                    .put("admin", connected.admin())
                    .put("again", connected.again()));
        } else if (event instanceof ClientEvent.Connecting connecting) {
            return List.of(JsonText.object("connecting")
                    .put("server", connecting.server())
                    .put("attempt", connecting.attempt()));
        } else if (event instanceof ClientEvent.Reconnecting waiting) {
            return List.of(JsonText.object("reconnecting")
                    .put("attempt", waiting.attempt())
                    .put("in_ms", waiting.delayMs())
                    .put("cause", waiting.cause().kind().word())
                    .put("reason", LinkWording.of(waiting.cause())));
        } else if (event instanceof ClientEvent.Unresponsive silent) {
            return List.of(JsonText.object("unresponsive").put("silent_ms", silent.silentForMs()));
        } else if (event instanceof ClientEvent.Recovered) {
            return List.of(JsonText.object("recovered"));
        } else if (event instanceof ClientEvent.Offline offline) {
            return List.of(JsonText.object("offline")
                    .put("cause", offline.cause().kind().word())
                    .put("reason", LinkWording.of(offline.cause())));
        } else if (event instanceof ClientEvent.NetworkChecked checked) {
            return List.of(NetworkJson.of(checked.report()));
        } else if (event instanceof ClientEvent.LinkQuality quality) {
            return List.of(JsonText.object("link")
                    .put("rtt_ms", quality.rttMs())
                    .put("loss_permille", quality.lossPermille()));
        }
        return server(event);
    }

    private List<ObjectNode> server(ClientEvent event) {
        if (event instanceof ClientEvent.Announced announced) {
            return List.of(JsonText.object("announce")
                    .put("text", announced.text())
                    .put("time", JsonText.time(announced.timeMs())));
        } else if (event instanceof ClientEvent.AdminOutput output) {
            ObjectNode object = JsonText.object("admin").put("ok", output.ok());
            ArrayNode lines = object.putArray("lines");
            output.lines().forEach(lines::add);
            return List.of(object);
        } else if (event instanceof ClientEvent.Problem problem) {
            return List.of(JsonText.error(problem.code(), problem.message()));
        } else if (event instanceof ClientEvent.Done done) {
            return List.of(JsonText.object("done").put("command", JsonText.wordOf(done.command())));
        } else if (event instanceof ClientEvent.Refused refused) {
            return List.of(
                    JsonText.error(refused.code(), refused.text()).put("command", JsonText.wordOf(refused.command())));
        }
        return trust(event);
    }

    private List<ObjectNode> trust(ClientEvent event) {
        if (event instanceof ClientEvent.LoginRefused refused) {
            return List.of(JsonText.error(refused.code(), refused.text()));
        } else if (event instanceof ClientEvent.TrustWanted wanted) {
            return List.of(JsonText.object("trust")
                    .put("server", wanted.server())
                    .put("fingerprint", wanted.fingerprint())
                    .put("words", wanted.words()));
        } else if (event instanceof ClientEvent.TrustDeclined declined) {
            return List.of(JsonText.error("untrusted", "the identity of " + declined.server() + " was declined")
                    .put("fingerprint", declined.fingerprint()));
        } else if (event instanceof ClientEvent.WrongIdentity wrong) {
            return List.of(
                    JsonText.error("wrong_identity", "the identity of " + wrong.server() + " is not the expected one")
                            .put("expected", wrong.expected())
                            .put("presented", wrong.presented()));
        } else if (event instanceof ClientEvent.Ended) {
            return List.of();
        }
        throw new AssertionError("unhandled: " + event);
    }

    private void emit(ObjectNode object) {
        out.line(JsonText.escaped(object.toString()));
    }
}
