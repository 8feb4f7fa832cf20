package io.heliograph.server.admin;

import org.jspecify.annotations.Nullable;

/** What follows a command on its line, taken word by word. Not thread-safe; owned by the relay loop. */
final class Arguments {
    private String rest;

    Arguments(String rest) {
        this.rest = rest.strip();
    }

    boolean isEmpty() {
        return rest.isEmpty();
    }

    /** Takes the next word; null if there is none. */
    @Nullable
    String word() {
        if (rest.isEmpty()) {
            return null;
        }
        int end = 0;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
            end++;
        }
        String word = rest.substring(0, end);
        rest = rest.substring(end).strip();
        return word;
    }

    /** The next word without taking it; empty if there is none. */
    String peek() {
        String word = new Arguments(rest).word();
        return word == null ? "" : word;
    }

    /** All that is left, without taking it. */
    String all() {
        return rest;
    }

    /** Takes all that is left. */
    String rest() {
        String all = rest;
        rest = "";
        return all;
    }
}
