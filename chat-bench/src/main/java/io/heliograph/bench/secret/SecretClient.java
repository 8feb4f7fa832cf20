package io.heliograph.bench.secret;

import io.heliograph.client.core.AutoRead;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.files.Ignored;
import io.heliograph.client.core.files.Thumbnails;
import io.heliograph.client.core.loop.ChatClient;
import io.heliograph.client.core.loop.ClientSetup;
import io.heliograph.client.core.session.SessionConfig;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecureRandoms;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A real client without a face, which says yes to the relay and tells of lines and rooms. */
final class SecretClient implements AutoCloseable {
    private final ChatClient client;

    /** {@code events} is called on a thread of the client. */
    SecretClient(String user, InetSocketAddress relay, Target room, Consumer<ClientEvent> events) throws IOException {
        ForgetfulStore store = new ForgetfulStore();
        SessionConfig config = new SessionConfig(
                new ServerName(relay.getHostString(), relay.getPort()),
                user,
                SessionConfig.Credentials.NONE,
                List.of(room),
                AutoRead.NOTHING,
                "bench",
                "bench");
        var random = SecureRandoms.system();
        ClientSetup.Files files = new ClientSetup.Files(Path.of("."), Thumbnails.NONE, Ignored.NOBODY);
        ClientSetup setup = new ClientSetup(
                config, relay, IdentityKeyPair.generate(random), store, store, store, store, files, random);
        ChatClient[] made = new ChatClient[1];
        made[0] = ChatClient.start(setup, event -> {
            if (event instanceof ClientEvent.TrustWanted) {
                trust(made);
            }
            events.accept(event);
        });
        client = made[0];
    }

    void say(Target to, String text) {
        client.submit(new ClientCommand.Say(client.newMessageId(), to, text));
    }

    void leave(Target room) {
        client.submit(new ClientCommand.Leave(room));
    }

    /** The text of a readable line; empty for any other event. */
    static String textOf(ClientEvent event) {
        ShownEntry entry = null;
        if (event instanceof ClientEvent.EntryShown shown) {
            entry = shown.entry();
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            entry = revealed.entry();
        }
        String text = entry == null ? null : entry.text();
        return text == null ? "" : text;
    }

    @Override
    public void close() {
        client.close();
    }

    /** The question may come before the client has been handed over. */
    private static void trust(ChatClient[] made) {
        while (made[0] == null) {
            Thread.onSpinWait();
        }
        made[0].submit(new ClientCommand.Trust(true));
    }
}
