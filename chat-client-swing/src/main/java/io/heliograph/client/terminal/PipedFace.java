package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.time.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The client without a line editor: lines in, lines or JSON out. {@link PipedEnd} knows how it ends.
 *
 * <p>Two threads: one reads input, the other brings events.
 */
final class PipedFace implements Face, ProfileConsole {
    /** Enough to fill the outbox's window twice; a writer that is faster waits, so that memory stays flat. */
    static final int MAX_OUTSTANDING = 256;

    static final long REACH_WITHIN_NS = TimeUnit.SECONDS.toNanos(20);
    static final long SETTLE_WITHIN_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long ANSWER_WITHIN_NS = TimeUnit.SECONDS.toNanos(10);

    private final CommandTable table = new CommandTable();
    private final DeliveryTally tally;
    private final PipedEnd end;
    private final CommandSink client;
    private final ChatView view;
    private final EventPrinter printer;
    private final LineSink errors;
    private final NanoClock clock;
    private final boolean mayAsk;
    private final Belongings belongings;
    private final Map<String, Long> receiptsWanted = new ConcurrentHashMap<>();
    private volatile boolean leaving;

    /**
     * How it is to be.
     *
     * @param mayAsk a person reads what is printed and can answer
     * @param roomCount it waits for so many rooms before it reads
     */
    record Manner(boolean mayAsk, int roomCount) {}

    PipedFace(
            CommandSink client,
            ChatView view,
            Belongings belongings,
            EventPrinter printer,
            LineSink errors,
            NanoClock clock,
            Manner manner) {
        this.client = client;
        this.view = view;
        this.belongings = belongings;
        this.printer = printer;
        this.errors = errors;
        this.clock = clock;
        this.mayAsk = manner.mayAsk();
        this.tally = new DeliveryTally(manner.roomCount());
        this.end = new PipedEnd(tally, mayAsk);
    }

    @Override
    public void onEvent(ClientEvent event) {
        view.onEvent(event, clock.nowNs());
        Long receiptsOf = event instanceof ClientEvent.MembersShown shown
                ? receiptsWanted.remove(shown.where().key())
                : null;
        if (receiptsOf != null) {
            tellReceipts((ClientEvent.MembersShown) event, receiptsOf);
        } else if (!isIgnored(event)) {
            printer.print(event);
        }
        end.onEvent(event);
        tally.onEvent(event);
        if (event instanceof ClientEvent.Ended) {
            end.onEnded();
        }
    }

    /** Says each line of {@code in}; at its end waits for the server's answers and leaves. */
    void readLines(InputStream in) {
        try {
            InputLines lines = new InputLines(in);
            boolean repairTold = false;
            // Nothing is taken from a writer before it can be passed on: "not reached" means nothing was said.
            InputLine line = mayAsk || tally.awaitReady() ? lines.next() : null;
            while (line != null && !leaving && tally.awaitRoom(MAX_OUTSTANDING)) {
                if (line.repaired() && !repairTold) {
                    repairTold = true;
                    errors.line("line " + line.number() + " is not UTF-8: what is not was replaced (said once)");
                }
                if (mustWait(line.text())) {
                    tally.awaitTurn(ANSWER_WITHIN_NS);
                }
                onLine(line);
                line = lines.next();
            }
            leaveWhenSettled(true);
        } catch (IOException e) {
            end.decide(ExitCode.BAD_USAGE, "standard input cannot be read: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says one text, waits for the server's answer, and leaves. */
    void sendOnly(Target to, String text) {
        try {
            if (tally.awaitReady()) {
                say(to, text);
                leaveWhenSettled(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends one file, waits until it is there and its message is stored, and leaves. */
    void sendOnly(Target to, Path file) {
        try {
            if (tally.awaitReady()) {
                transfer(client.newMessageId(), id -> new ClientCommand.SendFile(id, to, file, ""));
                leaveWhenSettled(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until it is decided how the client ends, and has it say goodbye. */
    @Override
    public Exit await() throws InterruptedException {
        if (!mayAsk && !tally.awaitConnected(REACH_WITHIN_NS)) {
            end.decide(
                    ExitCode.UNREACHABLE,
                    "the server did not answer within " + TimeUnit.NANOSECONDS.toSeconds(REACH_WITHIN_NS)
                            + " s: check its address, that it runs, and that its UDP port is open;"
                            + " --doctor says what is in the way");
        }
        Exit decided = end.await();
        end.leave(client);
        return decided;
    }

    @Override
    public void interrupt() {
        end.onInterrupt();
    }

    // What a slash command acts on

    @Override
    public CommandSink client() {
        return new CommandSink() {
            @Override
            public boolean submit(ClientCommand command) {
                if (command instanceof ClientCommand.Request || command instanceof ClientCommand.Local) {
                    tally.onAsked();
                }
                return client.submit(command);
            }

            @Override
            public MessageId newMessageId() {
                return client.newMessageId();
            }
        };
    }

    @Override
    public ChatView view() {
        return view;
    }

    @Override
    public void show(ClientEvent event) {
        printer.print(event);
    }

    @Override
    public void tell(String line) {
        printer.notice(line);
    }

    @Override
    public void complain(String line) {
        printer.print(new ClientEvent.Problem("usage", line));
    }

    @Override
    public Belongings belongings() {
        return belongings;
    }

    @Override
    public boolean canAsk() {
        return false; // what is not typed at a terminal is not hidden
    }

    @Override
    public void lock() {
        complain("there is no screen to lock: a lock is for a terminal");
    }

    @Override
    public void clearScreen() {
        // There is no screen.
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
            tally.onEvent(new ClientEvent.StateChanged(id, MessageState.FAILED, "the client has too much to do"));
        }
    }

    @Override
    public void transfer(MessageId id, Function<MessageId, ClientCommand.AboutFiles> making) {
        ClientCommand.AboutFiles command = making.apply(id);
        tally.onFile(id, command);
        if (!client.submit(command)) {
            tally.onEvent(new ClientEvent.Refused(command, RefusalCode.BUSY, "the client has too much to do"));
        }
    }

    @Override
    public void showHistory(Target where, int count) {
        CommandTable.submit(this, new ClientCommand.LoadOlder(where, count));
    }

    @Override
    public void awaitReceipts(Target where, long seq) {
        receiptsWanted.put(where.key(), seq);
    }

    @Override
    public @Nullable String askSecret(String question) {
        return null; // what is not typed at a terminal is not hidden
    }

    // Private

    private void tellReceipts(ClientEvent.MembersShown shown, long seq) {
        ClientEvent.Connected connected = view.link().connected();
        String reader = connected == null ? "" : connected.user();
        Answers.receipts(shown.members(), reader, seq).forEach(this::tell);
    }

    private boolean isIgnored(ClientEvent event) {
        return event instanceof ClientEvent.EntryShown shown
                && belongings.choices().ignores(shown.entry().from());
    }

    /** In a script each command stands on what the lines before it have led to. */
    private boolean mustWait(String line) {
        return !mayAsk && isCommand(line) && !TrustCommandList.mayHelpWhatWaits(line);
    }

    private static boolean isCommand(String line) {
        return line.startsWith("/") && !line.startsWith("//");
    }

    private void onLine(InputLine line) {
        if (line.tooLong()) {
            end.onUnsentLine();
            errors.line("line " + line.number() + " is longer than " + Bounds.MAX_TEXT_BYTES + " bytes: not sent");
        } else {
            table.run(this, line.text());
        }
    }

    private void leaveWhenSettled(boolean allFiles) throws InterruptedException {
        tally.awaitFiles(allFiles, SETTLE_WITHIN_NS);
        end.onSettled();
    }
}
