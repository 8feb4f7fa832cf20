package io.heliograph.server.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import io.heliograph.server.folder.StartException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log: one line an event on standard error, and in a file if one is named, text or JSON. Thread-safe once it is
 * configured.
 */
public final class Logging {
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} %msg%n";

    /** The database's driver logs what it throws as well. */
    private static final String DRIVER = "org.sqlite";

    private final LogStream stream;

    private Logging(LogStream stream) {
        this.stream = stream;
    }

    /**
     * Where the log goes beside standard error.
     *
     * @param file empty: nowhere
     * @param maxBytes another file is begun at this size, and every day
     * @param keepDays files older than this are deleted
     */
    public record File(String file, long maxBytes, int keepDays) {
        public static final File NONE = new File("", 1, 1);
    }

    /**
     * To be called once, before anything is logged.
     *
     * @param json one object a line instead of text
     */
    public static Logging configure(PrintStream standardError, boolean json, String level, File file)
            throws StartException {
        LoggerContext context = context();
        context.reset();
        LogStream stream = new LogStream(standardError);
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setContext(context);
        appender.setEncoder(encoder(context, json));
        appender.setOutputStream(stream);
        appender.start();
        setLevel(level);
        context.getLogger(DRIVER).setLevel(Level.OFF);
        root().addAppender(appender);
        if (!file.file().isEmpty()) {
            root().addAppender(rolling(context, encoder(context, json), file));
        }
        return new Logging(stream);
    }

    /** From now on {@code lines} takes each event instead of standard error; null: standard error again. */
    public void showOn(@Nullable Consumer<String> lines) {
        stream.showOn(lines);
    }

    /** {@code debug}, {@code info}, {@code warn} or {@code error}; anything else is {@code info}. */
    public static void setLevel(String level) {
        root().setLevel(Level.toLevel(level, Level.INFO));
    }

    private static RollingFileAppender<ILoggingEvent> rolling(
            LoggerContext context, Encoder<ILoggingEvent> encoder, File file) throws StartException {
        requireWritable(Path.of(file.file()));
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.file());
        appender.setEncoder(encoder);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(file.file() + ".%d{yyyy-MM-dd}.%i");
        policy.setMaxFileSize(new FileSize(file.maxBytes()));
        policy.setMaxHistory(file.keepDays());
        policy.start();
        appender.setRollingPolicy(policy);
        appender.setTriggeringPolicy(policy);
        appender.start();
        return appender;
    }

    /** The library would only complain to itself. */
    private static void requireWritable(Path file) throws StartException {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new StartException("log.file " + file + " cannot be written: " + e.getMessage());
        }
        if (!Files.isWritable(file)) {
            throw new StartException("log.file " + file + " cannot be written: choose another one");
        }
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
        if (json) {
            JsonEncoder encoder = new JsonEncoder();
            encoder.setContext(context);
            encoder.start();
            return encoder;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static ch.qos.logback.classic.Logger root() {
        return context().getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
