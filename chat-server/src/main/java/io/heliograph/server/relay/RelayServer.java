package io.heliograph.server.relay;

import io.heliograph.common.connection.ServerEndpoint;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.handshake.Discovery;
import io.heliograph.common.handshake.ServerHandshake;
import io.heliograph.common.invite.InviteLink;
import io.heliograph.common.net.DatagramPump;
import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.net.LoopFactory;
import io.heliograph.common.net.LoopTask;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.account.ServerSecret;
import io.heliograph.server.admin.CommandContext;
import io.heliograph.server.admin.OperatorDesk;
import io.heliograph.server.admin.RunningServer;
import io.heliograph.server.audit.AuditLog;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.blob.BlobFolder;
import io.heliograph.server.config.ConfigKey;
import io.heliograph.server.config.ServerConfig;
import io.heliograph.server.folder.DataFolder;
import io.heliograph.server.folder.ServerIdentity;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.metrics.LoopProbe;
import io.heliograph.server.metrics.MetricsServer;
import io.heliograph.server.routing.Directory;
import io.heliograph.server.routing.OperatorCommands;
import io.heliograph.server.routing.OperatorCommands.Result;
import io.heliograph.server.routing.Relay;
import io.heliograph.server.routing.RelayParts;
import io.heliograph.server.routing.RelayParts.Surroundings;
import io.heliograph.server.routing.ServerVersion;
import io.heliograph.server.store.StoredState;
import io.heliograph.server.store.sql.SqlStore;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running relay: socket, receive thread, loop, workers, data folder. The place where they are put together.
 *
 * <p>Thread-safe.
 */
public final class RelayServer implements RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(RelayServer.class);
    private static final int INBOX_CAPACITY = 4_096;
    private static final long JOIN_MS = 1_000;
    private static final int MAX_WAITING_CHECKS = 1_024;
    /** What a few threads can do before a client gives up waiting. */
    private static final int MAX_WAITING_PASSWORDS = 64;
    /** Of at most 48 KiB each. */
    private static final int MAX_WAITING_PARTS = 1_024;

    private final DataFolder folder;
    private final SqlStore store;
    private final AdminToken adminToken;
    private final IdentityKeyPair identity;
    private final UdpTransport transport;
    private final WorkerPool workers;
    private final WorkerPool passwordWorkers;
    private final WorkerPool fileWorker;
    private final EventLoop loop;
    private final DatagramPump pump;
    private final OperatorDesk desk;
    private final RelayFigures figures;
    private final BackOffice backOffice;
    private final Shutdown shutdown;
    private final String inviteHost;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private RelayServer(DataFolder folder, UdpTransport transport, Configured configured, LoopFactory loops)
            throws StartException {
        ServerConfig config = configured.config();
        RelaySettings settings = new RelaySettings(config);
        RandomSource random = SecureRandoms.system();
        NanoClock clock = NanoClock.startingNow();
        this.folder = folder;
        this.transport = transport;
        identity = ServerIdentity.loadOrCreate(folder, random);
        workers = new WorkerPool("crypto", settings.cryptoThreads(), MAX_WAITING_CHECKS);
        passwordWorkers = new WorkerPool("passwords", settings.passwordThreads(), MAX_WAITING_PASSWORDS);
        fileWorker = new WorkerPool("files", 1, MAX_WAITING_PARTS);
        store = SqlStore.open(folder.path(), settings.store(), this::postToLoop);
        BlobFolder blobs = mended(folder, store);
        adminToken = AdminToken.of(store, random);
        inviteHost = config.text(ConfigKey.SERVER_HOST);
        ServerHandshake handshake = new ServerHandshake(identity, settings.handshake(), random);
        ServerEndpoint endpoint = new ServerEndpoint(settings.endpoint(), handshake, random);
        AuditLog audit = AuditLog.open(folder.path(), System::currentTimeMillis);
        Surroundings around = new Surroundings(
                store,
                workers,
                passwordWorkers,
                new PasswordHash(PasswordHash.Cost.STANDARD),
                random,
                blobs,
                fileWorker,
                audit,
                Instance.of(store, random),
                System::currentTimeMillis,
                clock.nowNs());
        Relay relay = new Relay(new RelayParts(
                settings.relay(), ServerSecret.of(ServerPassword.read(config)), store.now(StoredState::read), around));
        if (config.flag(ConfigKey.DISCOVERY)) {
            endpoint.answerBy(new Discovery(identity.publicKey(), () -> noticeOf(relay)));
        }
        RelayNode node = new RelayNode(endpoint, relay);
        Callers callers = new Callers(localAddress().getPort(), FirewallTool.ofThisMachine());
        RelayBody body = new RelayBody(node, transport, workers, callers);
        loop = loops.make("relay-loop", body, clock, INBOX_CAPACITY);
        workers.deliverTo(loop);
        passwordWorkers.deliverTo(loop);
        fileWorker.deliverTo(loop);
        pump = new DatagramPump("udp-receive", transport, loop::onArrived);
        figures = new RelayFigures(node, loop, transport, body, store, audit);
        backOffice = new BackOffice(
                folder.path(),
                configured,
                audit,
                this::postToLoop,
                live -> relay.reconfigure(new RelaySettings(live).relay()));
        desk = new OperatorDesk(
                new CommandContext(relay, figures, callers, backOffice, this, audit, random, node::turnNs));
        relay.setOperatorCommands(desk);
        audit.record("server.start", AuditSink.SERVER, "", Map.of("version", ServerVersion.TEXT));
        shutdown = new Shutdown(node, loop, store, stopped::countDown);
    }

    /** Binds, loads or makes the identity, and begins to serve. */
    public static RelayServer start(String bind, int port, Path data, Configured configured, LoopFactory loops)
            throws StartException {
        DataFolder folder = DataFolder.open(data);
        try {
            UdpTransport transport = bind(bind, port);
            RelayServer server = new RelayServer(folder, transport, configured, loops);
            server.store.start();
            server.loop.start();
            server.pump.start();
            return server;
        } catch (StartException e) {
            closeQuietly(folder);
            throw e;
        }
    }

    /** The first lines of the contract: address, identity, invite, and at the very first start the token. */
    public void announceOn(PrintStream out) throws StartException {
        InetSocketAddress local = localAddress();
        out.println("Server started on " + HostText.of(local.getAddress()) + ":" + local.getPort());
        out.println("Identity " + identity.publicKey().fingerprint());
        out.println("Invite " + invite(local));
        String token = adminToken.fresh();
        if (token != null) {
            out.println("Admin token " + token);
        }
        out.flush();
    }

    private InviteLink invite(InetSocketAddress local) {
        String host = inviteHost.isEmpty() ? HostText.reachable(local.getAddress()) : inviteHost;
        return new InviteLink(host, local.getPort(), identity.publicKey().fingerprint());
    }

    @Override
    public String inviteLink(String token) {
        try {
            InviteLink link = invite(localAddress());
            return new InviteLink(link.host(), link.port(), link.fingerprint(), token).toLink();
        } catch (StartException e) {
            return "(no address) token " + token; // the socket is gone, the server ends
        }
    }

    /** Where the socket is bound. */
    public InetSocketAddress localAddress() throws StartException {
        try {
            return transport.localAddress();
        } catch (IOException e) {
            throw new StartException("the socket is gone: " + e.getMessage());
        }
    }

    /** Where all state is. */
    public Path dataFolder() {
        return folder.path();
    }

    /** Carries out an operator's line on the loop; the answer comes on the loop's thread. */
    public void execute(String line, Consumer<Result> answer) throws InterruptedException {
        loop.postWaiting(nowNs -> desk.execute(line, OperatorCommands.CONSOLE, answer));
    }

    /** What the last word of an operator's line may become; the answer comes on the loop's thread. */
    public void complete(String line, Consumer<List<String>> answer) throws InterruptedException {
        loop.postWaiting(nowNs -> answer.accept(desk.complete(line)));
    }

    /** Serves health and figures on the loopback interface; {@code port} 0 takes a free one. */
    public MetricsServer serveMetrics(int port) throws StartException {
        LoopProbe probe = new LoopProbe(loop::post, figures::ofLoop);
        try {
            return MetricsServer.start(port, new MetricsServer.Sources(probe, figures::ofStore, store::isWritable));
        } catch (IOException e) {
            throw new StartException(
                    "--metrics-port " + port + " cannot be used (" + e.getMessage() + "): choose another one");
        }
    }

    /** Reads the configuration again; the log tells how it went. */
    public void reload() {
        backOffice.reloadForSignal();
    }

    /** Stops in order; returns at once. */
    public void beginShutdown() {
        shutdown.begin(0, "");
    }

    @Override
    public void shutdown(long delayMs, String reason) {
        shutdown.begin(delayMs, reason);
    }

    public void awaitShutdown() throws InterruptedException {
        stopped.await();
    }

    /** Frees everything; call once, behind {@link #awaitShutdown}. */
    public void release() throws InterruptedException {
        backOffice.close();
        store.close(); // while the loop still takes its answers
        loop.stop();
        loop.join(JOIN_MS);
        transport.close();
        pump.join(JOIN_MS);
        workers.stop();
        passwordWorkers.stop();
        fileWorker.stop();
        closeQuietly(folder);
    }

    /** Answers of the store are never lost: its thread waits while the loop's inbox is full. */
    private void postToLoop(LoopTask task) throws InterruptedException {
        loop.postWaiting(task);
    }

    private static Discovery.Notice noticeOf(Relay relay) {
        Directory directory = relay.directory();
        return new Discovery.Notice(directory.config().serverName(), directory.connectedAccountCount());
    }

    /** The files as the database knows them; what is lost of them is forgotten. */
    private static BlobFolder mended(DataFolder folder, SqlStore store) throws StartException {
        BlobFolder blobs = BlobFolder.open(folder.path());
        List<Bytes> lost = blobs.mend(store.now(tables -> tables.files().all()));
        if (!lost.isEmpty()) {
            store.now(tables -> {
                lost.forEach(blob -> tables.files().remove(blob));
                return lost.size();
            });
        }
        return blobs;
    }

    private static UdpTransport bind(String bind, int port) throws StartException {
        InetSocketAddress address = new InetSocketAddress(bind, port);
        if (address.isUnresolved()) {
            throw new StartException("--bind " + bind + " is not an address of this machine");
        }
        try {
            return UdpTransport.bind(address);
        } catch (IOException e) {
            throw new StartException("port " + port + " on " + bind + " cannot be used (" + e.getMessage()
                    + "): another server may hold it; choose another one with --port");
        }
    }

    private static void closeQuietly(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.warn("the data folder's lock was not released: {}", e.getMessage());
        }
    }
}
