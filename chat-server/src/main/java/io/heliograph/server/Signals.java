package io.heliograph.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM and SIGINT end the server in order and with status 0; a second one at once. SIGHUP rereads the settings.
 *
 * <p>By reflection: {@code sun.misc.Signal} is supported for exactly this (module jdk.unsupported), but naming
 * it is a warning that
 * cannot be silenced. A shutdown hook cannot choose the exit status, nor see the second signal.
 */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final int STATUS_STOPPED_AT_ONCE = 1;

    private Signals() {}

    static void onStop(Runnable stop) {
        AtomicBoolean stopping = new AtomicBoolean();
        for (String name : new String[] {"TERM", "INT"}) {
            register(name, () -> {
                if (stopping.getAndSet(true)) {
                    Runtime.getRuntime().halt(STATUS_STOPPED_AT_ONCE);
                }
                stop.run();
            });
        }
    }

    /** Where there is no such signal, nothing happens. */
    static void onHangUp(Runnable reload) {
        register("HUP", reload);
    }

    private static void register(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if ("handle".equals(method.getName())) {
                            action.run();
                        }
                        return null;
                    });
            Method handle = signal.getMethod("handle", signal, handler);
            handle.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            LOG.warn("signal {} cannot be handled here: {}", name, e.toString());
        }
    }
}
