package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.time.NanoClock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * The client for a person at a terminal.
 *
 * <p>The thread that calls {@link #await} reads lines; the event thread prints above them.
 */
final class InteractiveFace implements Face, ProfileConsole {
    private static final long SETTLE_WITHIN_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long STATUS_EVERY_MS = 1_000;

    private final CommandTable table = new CommandTable();
    private final DeliveryTally tally = new DeliveryTally(0);
    private final AtomicReference<@Nullable Exit> decided = new AtomicReference<>();
    private final PasswordQuestions questions = new PasswordQuestions();
    private final CommandSink client;
    private final ChatView view;
    private final Belongings belongings;
    private final AnswerScreen answers;
    private final LockedScreen lock;
    private final Screen screen;
    private final StyledLines lines;
    private final NanoClock clock;
    private final ConversationScreen conversations;
    private final IdleWatch idle;
    private final ScheduledExecutorService ticker;
    private volatile @Nullable Thread readingThread;
    private volatile boolean leaving;

    InteractiveFace(
            CommandSink client,
            ChatView view,
            Belongings belongings,
            Screen screen,
            StyledLines lines,
            NanoClock clock) {
        this.client = client;
        this.view = view;
        this.belongings = belongings;
        this.screen = screen;
        this.lines = lines;
        this.clock = clock;
        this.conversations = new ConversationScreen(client, view, belongings.choices(), screen, lines);
        this.answers = new AnswerScreen(view, screen, lines);
        this.lock = new LockedScreen(screen, lines, clock, belongings);
        this.idle = new IdleWatch(client, view, clock.nowNs());
        this.ticker = new ScheduledThreadPoolExecutor(1, NamedThreads.factory("terminal-status"));
    }

    @Override
    public void onEvent(ClientEvent event) {
        long nowNs = clock.nowNs();
        AttributedString stateLine = event instanceof ClientEvent.StateChanged changed
                ? lines.state(changed, view.pendingOf(changed.id()), nowNs)
                : null;
        view.onEvent(event, nowNs);
        tally.onEvent(event);
        if (stateLine != null) {
            screen.print(stateLine);
        }
        if (!conversations.onEvent(event)) {
            answers.print(event);
        }
        if (event instanceof ClientEvent.UnreadChanged || event instanceof ClientEvent.ConversationLeft) {
            conversations.look();
        }
        showStatus();
        decide(event);
    }

    @Override
    public Exit await() throws InterruptedException {
        readingThread = Thread.currentThread();
        screen.watchTyping(lock::onKey, () -> client.submit(new ClientCommand.Typing(view.current())));
        ScheduledFuture<?> ticking =
                ticker.scheduleAtFixedRate(this::tick, STATUS_EVERY_MS, STATUS_EVERY_MS, TimeUnit.MILLISECONDS);
        showStatus();
        readUntilLeaving();
        ticking.cancel(false);
        ticker.shutdown();
        Exit exit = decided.get();
        if (exit == null) {
            tally.awaitSettled(tally.outstandingCount() == 0 ? 0 : SETTLE_WITHIN_NS);
            int missing = tally.outstandingCount();
            exit = missing == 0
                    ? new Exit(ExitCode.OK, FileWording.leaving(view.transfers().moving()))
                    : new Exit(
                            ExitCode.NOT_DELIVERED,
                            missing + (missing == 1 ? " message is" : " messages are")
                                    + " not delivered yet; the outbox keeps what is missing for the next start");
        }
        client.submit(new ClientCommand.Quit());
        return exit;
    }

    @Override
    public void interrupt() {
        leaving = true;
        wakeReader();
    }

    // What a slash command acts on

    @Override
    public CommandSink client() {
        return client;
    }

    @Override
    public ChatView view() {
        return view;
    }

    @Override
    public void show(ClientEvent event) {
        answers.print(event);
    }

    @Override
    public void tell(String line) {
        screen.print(lines.notice(line));
    }

    @Override
    public void complain(String line) {
        screen.print(lines.mistake(line));
    }

    @Override
    public Belongings belongings() {
        return belongings;
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public void lock() {
        lock.lock();
    }

    @Override
    public void clearScreen() {
        screen.clear();
    }

    @Override
    public void leave() {
        leaving = true;
    }

    @Override
    public void post(Function<MessageId, ClientCommand.Posting> making) {
        MessageId id = client.newMessageId();
        tally.onSaid(id);
        if (!client.submit(making.apply(id))) {
            tally.onEvent(new ClientEvent.StateChanged(id, MessageState.FAILED, "too much to do"));
            complain("the client has too much to do: say that again in a moment");
        }
    }

    @Override
    public void transfer(MessageId id, Function<MessageId, ClientCommand.AboutFiles> making) {
        CommandTable.submit(this, making.apply(id));
    }

    @Override
    public void showHistory(Target where, int count) {
        conversations.showHistory(where, count);
    }

    @Override
    public void awaitReceipts(Target where, long seq) {
        answers.awaitReceipts(where.key(), seq);
    }

    @Override
    public @Nullable String askSecret(String question) {
        try {
            return screen.readSecret(question);
        } catch (UserInterruptException | EndOfFileException e) {
            return null;
        }
    }

    // Private

    private void tick() {
        idle.onTick(clock.nowNs());
        if (lock.onTick()) {
            wakeReader();
        }
        showStatus();
    }

    private void readUntilLeaving() {
        while (!leaving && decided.get() == null) {
            try {
                if (lock.isLocked()) {
                    if (lock.unlock(() -> leaving || decided.get() != null)) {
                        conversations.onUnlocked();
                    }
                } else if (questions.isAny()) {
                    ask();
                } else {
                    String line = lock.readLine();
                    idle.onInput(clock.nowNs());
                    table.run(this, line);
                    conversations.look();
                }
                showStatus();
            } catch (UserInterruptException e) {
                // Ctrl+C clears the line, and nothing else.
                showStatus();
            } catch (EndOfFileException e) {
                leaving = true;
            }
        }
    }

    private void ask() {
        ClientEvent.LoginRefused login = questions.takeLogin();
        Target room = login == null ? questions.takeRoom() : null;
        if (login != null) {
            boolean servers = login.code().equals(RefusalCode.WRONG_PASSWORD);
            String answer = askSecret(servers ? "the server's password: " : "your password: ");
            if (answer == null || answer.isEmpty()) {
                end(new Exit(ExitCode.REFUSED, Wording.loginRefused(login)));
            } else {
                CommandTable.submit(this, new ClientCommand.LogIn(answer));
            }
        } else if (room != null) {
            String answer = askSecret("password of " + Wording.safe(room.address()) + " (empty: none): ");
            if (answer != null && !answer.isEmpty()) {
                CommandTable.submit(this, new ClientCommand.Join(room, answer));
                view.switchTo(room);
            }
        }
    }

    private void decide(ClientEvent event) {
        if (event instanceof ClientEvent.WrongIdentity wrong) {
            end(new Exit(ExitCode.REFUSED, Wording.wrongIdentity(wrong)));
        } else if (event instanceof ClientEvent.LoginRefused refused) {
            if (questions.onLoginRefused(refused)) {
                wakeReader();
            } else {
                end(new Exit(ExitCode.REFUSED, Wording.loginRefused(refused)));
            }
        } else if (event instanceof ClientEvent.JoinRefused refused && questions.onJoinRefused(refused)) {
            wakeReader();
        } else if (event instanceof ClientEvent.TrustDeclined) {
            end(new Exit(ExitCode.REFUSED, "the server's identity was declined: nothing was sent to it"));
        }
    }

    private void end(Exit exit) {
        decided.compareAndSet(null, exit);
        wakeReader();
    }

    private void wakeReader() {
        Thread reading = readingThread;
        if (reading != null && reading != Thread.currentThread()) {
            reading.interrupt();
        }
    }

    private void showStatus() {
        screen.show(
                lines.status(view, clock.nowNs(), screen.columns()),
                Wording.safe(view.current().address()));
    }
}
