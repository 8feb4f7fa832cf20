package io.heliograph.server;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether somebody sits at standard input. */
final class StandardInput {
    private StandardInput() {}

    /**
     * From Java 22 on there is a console even where there is no terminal, and {@code Console.isTerminal}
     * tells; before that, there
     * is none.
     */
    @SuppressWarnings("SystemConsoleNull") // see above
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
