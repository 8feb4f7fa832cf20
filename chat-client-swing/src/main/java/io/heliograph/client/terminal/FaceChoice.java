package io.heliograph.client.terminal;

import io.heliograph.client.core.AutoRead;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.loop.ChatClient;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.core.profile.TypedLines;
import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.Launch;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.time.NanoClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a face: by what was asked for, and by whether somebody types and reads.
 *
 * <p>Used once, by the main thread.
 */
final class FaceChoice {
    private final ClientOptions options;
    private final Map<String, String> environment;
    private final StandardStreams streams;
    private final InputStream input;
    private final LineSink lines;
    private final LineSink errors;

    /** {@code input} is read by the faces that take it line by line. */
    FaceChoice(
            ClientOptions options,
            Map<String, String> environment,
            StandardStreams streams,
            InputStream input,
            LineSink lines,
            LineSink errors) {
        this.options = options;
        this.environment = environment;
        this.streams = streams;
        this.input = input;
        this.lines = lines;
        this.errors = errors;
    }

    /** What nobody reads line by line is read by being printed. */
    AutoRead autoRead(Launch launch) {
        Target tail = launch.tail();
        if (launch.send() != null || isInteractive(launch)) {
            return AutoRead.NOTHING;
        }
        return tail != null && !options.isJson() ? AutoRead.of(tail) : AutoRead.EVERYTHING;
    }

    /** The one that fits; input that is not typed is read at once. */
    Face make(ChatClient client, Launch launch, Profile profile, @Nullable String text) throws IOException {
        Target first =
                launch.rooms().isEmpty() ? new Target("#lobby") : launch.rooms().get(0);
        ChatView view = new ChatView(first);
        NanoClock clock = NanoClock.startingNow();
        Belongings belongings = new Belongings(
                launch.server(),
                profile.choices(),
                profile.key(),
                options.lockAfterMinutes(),
                environment.get(Belongings.NEW_PASSPHRASE_VARIABLE));
        if (isInteractive(launch)) {
            return interactive(client, view, belongings, profile.typedLines(), clock);
        }
        boolean simple = launch.send() != null || launch.tail() != null || options.isJson();
        boolean mayAsk = !simple && streams.isInputTerminal();
        PipedFace face = new PipedFace(
                client,
                view,
                belongings,
                printerFor(launch, mayAsk),
                errors,
                clock,
                new PipedFace.Manner(mayAsk, launch.rooms().size()));
        Target send = launch.send();
        Path file = options.file();
        if (send != null && file != null) {
            Path source = file.toAbsolutePath();
            NamedThreads.make("send", () -> face.sendOnly(send, source)).start();
        } else if (send != null && text != null) {
            NamedThreads.make("stdin", () -> face.sendOnly(send, text)).start();
        } else if (launch.tail() == null) {
            NamedThreads.make("stdin", () -> face.readLines(input)).start();
        }
        return face;
    }

    private Face interactive(ChatClient client, ChatView view, Belongings belongings, TypedLines typed, NanoClock clock)
            throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .build();
        ConversationCompleter completer = new ConversationCompleter(new CommandTable(), view);
        Screen screen = new Screen(terminal, completer, typed);
        Palette palette = Palette.of(options.isLight(), options.isDark());
        return new InteractiveFace(
                client, view, belongings, screen, new StyledLines(palette, ZoneId.systemDefault()), clock);
    }

    private EventPrinter printerFor(Launch launch, boolean mayAsk) {
        EventPrinter all =
                options.isJson() ? new JsonLines(lines) : new PlainLines(lines, ZoneId.systemDefault(), mayAsk);
        Target tail = launch.tail();
        if (tail != null && !options.isJson()) {
            return EventPrinter.only(tail, all);
        }
        return launch.send() != null && !options.isJson() ? EventPrinter.silent() : all;
    }

    private boolean isInteractive(Launch launch) {
        boolean simple = launch.send() != null || launch.tail() != null || options.isJson();
        return !simple && streams.isTerminal() && !isPlainWanted();
    }

    private boolean isPlainWanted() {
        String noColor = environment.getOrDefault("NO_COLOR", "");
        return !noColor.isEmpty() || environment.getOrDefault("TERM", "").equals("dumb");
    }
}
