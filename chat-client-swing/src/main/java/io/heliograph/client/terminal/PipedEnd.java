package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How a client between pipes ends, and with which exit code: whoever knows it first says so.
 *
 * <p>Thread-safe: one thread reads input, another brings events.
 */
final class PipedEnd {
    private static final long LEAVE_WITHIN_MS = 2_000;

    private final CompletableFuture<Exit> exit = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final AtomicLong unsentLineCount = new AtomicLong();
    private final DeliveryTally tally;
    private final boolean mayAsk;

    /** {@code mayAsk}: a person can answer what is asked. */
    PipedEnd(DeliveryTally tally, boolean mayAsk) {
        this.tally = tally;
        this.mayAsk = mayAsk;
    }

    // Inputs

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.TrustWanted wanted && !mayAsk) {
            refuse("first contact with " + Wording.safe(wanted.server())
                    + ": compare its identity with what the operator gave you and start with --trust "
                    + wanted.fingerprint() + " (" + wanted.words() + ")");
        } else if (event instanceof ClientEvent.WrongIdentity wrong) {
            refuse(Wording.wrongIdentity(wrong));
        } else if (event instanceof ClientEvent.LoginRefused refused) {
            refuse(Wording.loginRefused(refused));
        } else if (event instanceof ClientEvent.TrustDeclined) {
            refuse("the server's identity was declined: nothing was sent to it");
        } else if (event instanceof ClientEvent.Offline offline && !offline.wanted() && !mayAsk) {
            Exit missing = tally.result(unsentLineCount.get());
            exit.complete(
                    missing.code() == ExitCode.OK
                            ? new Exit(ExitCode.REFUSED, Wording.safe(LinkWording.of(offline.cause())))
                            : new Exit(
                                    missing.code(),
                                    Wording.safe(LinkWording.of(offline.cause())) + "; " + missing.line()));
        }
    }

    /** The last event has come. */
    void onEnded() {
        ended.complete(true);
    }

    /** A line that was too long to be sent. */
    void onUnsentLine() {
        unsentLineCount.incrementAndGet();
    }

    void onInterrupt() {
        boolean missing = tally.outstandingCount() > 0 || unsentLineCount.get() > 0;
        exit.complete(missing ? tally.result(unsentLineCount.get()) : Exit.ok());
        tally.end();
    }

    /** Nothing more will be said. */
    void onSettled() {
        exit.complete(tally.result(unsentLineCount.get()));
    }

    void decide(int code, String line) {
        exit.complete(new Exit(code, line));
    }

    // Outputs

    Exit await() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new AssertionError("an exit is never completed with an exception", e);
        }
    }

    /** Says goodbye, and waits for a moment until that is done: it is a courtesy. */
    void leave(CommandSink client) throws InterruptedException {
        client.submit(new ClientCommand.Quit());
        try {
            ended.get(LEAVE_WITHIN_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            ended.complete(false); // it did not come in time; nobody waits any more
        }
    }

    private void refuse(String line) {
        exit.complete(new Exit(ExitCode.REFUSED, line));
        tally.end();
    }
}
