package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ServerName;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks the local network on a thread of its own (protocol.md 3.6).
 *
 * <p>Thread-safe.
 */
public final class LanScout implements ServerFinder {
    private static final long DURATION_MS = 2_400;
    private static final int NONCE_BYTES = 8;

    private final RandomSource random;
    private final Executor events;

    public LanScout(RandomSource random, Executor events) {
        this.random = random;
        this.events = events;
    }

    @Override
    public void search(Consumer<ServerCard> found, Runnable done) {
        NamedThreads.make("lan-scout", () -> run(found, done)).start();
    }

    private void run(Consumer<ServerCard> found, Runnable done) {
        Bytes nonce = Bytes.takingOver(random.bytes(NONCE_BYTES));
        try {
            new LanSearch(ServerName.DEFAULT_PORT, nonce).run(DURATION_MS, answer -> {
                ServerCard card = card(answer);
                events.execute(() -> found.accept(card));
            });
        } catch (IOException e) {
            // A network that cannot be asked is one without answers: the address can be typed.
            events.execute(done);
            return;
        }
        events.execute(done);
    }

    private static ServerCard card(LanSearch.Found answer) {
        String host = answer.address().getAddress().getHostAddress();
        return new ServerCard(
                SafeText.excerpt(answer.server().name(), 60),
                new ServerName(host, answer.address().getPort()).toString(),
                new IdentityPublicKey(answer.server().identity()).fingerprint().toString(),
                answer.server().users(),
                TimeUnit.NANOSECONDS.toMillis(answer.rttNs()),
                ServerCard.KeyStatus.NEW,
                "");
    }
}
