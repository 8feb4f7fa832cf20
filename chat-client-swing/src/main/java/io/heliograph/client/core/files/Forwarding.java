package io.heliograph.client.core.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Offers a file once more that the relay has already (protocol.md 14): who knows the blob and its key may fetch it, so
 * nothing is sent twice. The relay is asked for one byte of it first, as it may have let go of it.
 *
 * <p>What waits for that answer is not kept over a restart. Not thread-safe; owned by the client's loop.
 */
final class Forwarding {
    /** One that was asked for, with what it will offer. */
    private record Wish(ClientCommand.ForwardFile command, Body.File file) {}

    private final Ground ground;
    private final Map<ClientCommand.ForwardFile, Wish> asked = new LinkedHashMap<>();
    private final List<Wish> ready = new ArrayList<>();
    private boolean online;

    Forwarding(Ground ground) {
        this.ground = ground;
    }

    void begin(ClientCommand.ForwardFile command, Body.File file, long nowNs) {
        Body.File offered = new Body.File(
                file.name(),
                file.sizeBytes(),
                file.blob(),
                file.key(),
                file.sha256(),
                file.thumbnail(),
                command.caption());
        Wish wish = new Wish(command, offered);
        if (!online) {
            ready.add(wish); // it waits in the outbox, like everything that is said offline
            return;
        }
        asked.put(command, wish);
        ground.relay()
                .ask(
                        request -> new FileMessage.FileGet(request, file.blob(), 0, 1),
                        (answer, atNs) -> onAnswer(wish, answer),
                        nowNs);
    }

    void onWelcome() {
        online = true;
    }

    /** Nobody answers any more: the message goes out, and whoever fetches the file hears what the relay says. */
    void onConnectionLost() {
        online = false;
        ready.addAll(asked.values());
        asked.clear();
    }

    /** What goes into the outbox; call before the session keeps it. */
    void advance() {
        ready.forEach(
                wish -> ground.host().post(wish.command().id(), wish.command().to(), wish.file()));
        ready.clear();
    }

    private void onAnswer(Wish wish, ServerMessage answer) {
        if (asked.remove(wish.command()) == null) {
            return;
        }
        if (answer instanceof ServerMessage.Refused refused && refused.code().equals(RefusalCode.NO_SUCH_FILE)) {
            ground.events()
                    .accept(new ClientEvent.Refused(
                            wish.command(),
                            refused.code(),
                            "the server does not have this file any more: send it anew"));
        } else {
            ready.add(wish); // busy or there: either way it has it
        }
    }
}
