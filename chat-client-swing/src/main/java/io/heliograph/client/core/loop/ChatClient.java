package io.heliograph.client.core.loop;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.e2e.EndToEnd;
import io.heliograph.client.core.files.FileTransfers;
import io.heliograph.client.core.files.disk.DiskThread;
import io.heliograph.client.core.session.ClientSession;
import io.heliograph.common.channel.ChannelConfig;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.ClientEndpointConfig;
import io.heliograph.common.connection.ConnectionConfig;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.handshake.HandshakeConfig;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.net.DatagramPump;
import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.LoopTask;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running client. Faces submit commands and are brought events, in order, on one thread that is not theirs to keep.
 *
 * <p>Thread-safe. Ends by {@link ClientCommand.Quit}, or hastily by {@link #close}.
 */
public final class ChatClient implements CommandSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChatClient.class);
    private static final int INBOX_CAPACITY = 4_096;
    private static final int RSA_BITS = 2_048;
    /** protocol.md 5.7 and 3.4. */
    private static final long UNRESPONSIVE_AFTER_NS = TimeUnit.SECONDS.toNanos(5);

    private static final long CONFIRM_WITHIN_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long FORGET_AFTER_NS = TimeUnit.MINUTES.toNanos(30);
    private static final long GOODBYE_WITHIN_MS = 1_000;

    private final RandomSource random;
    private final InetSocketAddress namedServer;
    private final UdpTransport transport;
    private final EventRelay relay;
    private final ExecutorService worker;
    private final DiskThread disk;
    private final LocalDesk localDesk;
    private final ClientLoop body;
    private final EventLoop loop;
    private final DatagramPump pump;

    private ChatClient(ClientSetup setup, UdpTransport transport, Consumer<ClientEvent> face) {
        this.random = setup.random();
        this.namedServer = setup.server();
        this.transport = transport;
        this.relay = new EventRelay(face);
        this.disk = new DiskThread(setup.files().thumbnails(), this::onDisk);
        this.worker = Executors.newSingleThreadExecutor(NamedThreads.factory("client-worker"));
        PeerAddress server = UdpTransport.toPeer(setup.server());
        String expected = setup.trust().expected();
        ClientEndpoint endpoint = new ClientEndpoint(
                endpointConfig(), server, expected == null ? null : Fingerprint.parse(expected), random);
        EndpointLink link = new EndpointLink(endpoint, setup.device(), this::makeKeys);
        ClientSession session = new ClientSession(
                setup.session(),
                link,
                setup.outbox(),
                setup.trust(),
                random,
                System::currentTimeMillis,
                new ClientSession.Parts(
                        events -> new EndToEnd(new EndToEnd.Ground(
                                setup.device(),
                                setup.store(),
                                setup.history(),
                                random,
                                System::currentTimeMillis,
                                events)),
                        events -> new FileTransfers.Ports(
                                setup.store(),
                                disk,
                                random,
                                setup.files().usualFolder(),
                                setup.files().ignored(),
                                events)));
        this.localDesk = new LocalDesk(setup.history(), setup.session().user(), relay::put);
        this.body = new ClientLoop(endpoint, session, transport, server, relay::put, this::onGone);
        this.loop = new EventLoop("client-loop", body, NanoClock.startingNow(), INBOX_CAPACITY);
        this.pump = new DatagramPump("udp-receive", transport, loop::onArrived);
    }

    /** Opens a socket and begins to connect; {@code face} is called on a thread that belongs to the client. */
    public static ChatClient start(ClientSetup setup, Consumer<ClientEvent> face) throws IOException {
        ChatClient client = new ChatClient(setup, UdpTransport.bind(new InetSocketAddress(0)), face);
        client.relay.start();
        client.localDesk.start();
        client.loop.start();
        client.pump.start();
        client.loop.post(client.body::start);
        return client;
    }

    @Override
    public boolean submit(ClientCommand command) {
        return command instanceof ClientCommand.Local local
                ? localDesk.submit(local)
                : loop.post(nowNs -> body.execute(command, nowNs));
    }

    @Override
    public MessageId newMessageId() {
        return new MessageId(Bytes.takingOver(random.bytes(MessageId.LENGTH_BYTES)));
    }

    /** Says goodbye if that has not happened, waits a moment for it to be sent, and lets go of everything. */
    @Override
    public void close() {
        submit(new ClientCommand.Quit());
        try {
            loop.join(GOODBYE_WITHIN_MS);
            relay.join(GOODBYE_WITHIN_MS);
        } catch (InterruptedException e) {
            // Whoever waits for us is in a hurry: no goodbye then.
            Thread.currentThread().interrupt();
        }
        loop.stop();
        transport.close();
        worker.shutdownNow();
        localDesk.stop();
    }

    private void onDisk(LoopTask answer) throws InterruptedException {
        loop.postWaiting(answer);
    }

    private void onGone() {
        loop.stop();
    }

    /** Fresh RSA keys take from 0.1 to 1 s, and a name server may take longer: neither is for the loop. */
    private void makeKeys() {
        try {
            worker.execute(() -> {
                ClientHandshakeKeys keys = ClientHandshakeKeys.generate(RSA_BITS, random);
                PeerAddress found = resolve();
                if (!loop.post(nowNs -> body.provideKeys(keys, found, nowNs))) {
                    LOG.warn("keys were made for a loop that takes no more");
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("no keys: the client is ending");
        }
    }

    private PeerAddress resolve() {
        InetSocketAddress again = new InetSocketAddress(namedServer.getHostString(), namedServer.getPort());
        // A name that cannot be resolved at this moment leads where it led before.
        return UdpTransport.toPeer(again.isUnresolved() ? namedServer : again);
    }

    private static ClientEndpointConfig endpointConfig() {
        ChannelConfig channel = ChannelConfig.defaults().withTrace(LOG.isDebugEnabled());
        ConnectionConfig connection =
                new ConnectionConfig(RekeyPolicy.STANDARD, channel, FORGET_AFTER_NS, NanoClock.NEVER_NS);
        return new ClientEndpointConfig(HandshakeConfig.STANDARD, connection, UNRESPONSIVE_AFTER_NS, CONFIRM_WITHIN_NS);
    }
}
