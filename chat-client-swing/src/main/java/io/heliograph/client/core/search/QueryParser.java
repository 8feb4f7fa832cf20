package io.heliograph.client.core.search;

import io.heliograph.client.core.Target;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody typed to search for.
 *
 * <pre>
 *   query  = clause...                               all of them
 *   clause = term [OR term]...                       one of them; OR binds closer than the blank
 *   term   = [NOT | -] ( "phrase" | word | from:NAME | in:#ROOM | in:@NAME | has:file | has:link | has:image
 *                      | before:YYYY-MM-DD | after:YYYY-MM-DD )
 * </pre>
 *
 * <p>A word is found inside longer ones. {@code from:me} are one's own. The day of {@code after} belongs to it, the day
 * of {@code before} does not. A value may stand in quotes. Used once, by one thread.
 */
final class QueryParser {
    static final int MAX_CHARS = 1_000;
    static final int MAX_TERMS = 64;

    private final List<SearchQuery.Clause> clauses = new ArrayList<>();
    private final List<String> wanted = new ArrayList<>();
    private final List<Predicate<Saying>> alternatives = new ArrayList<>();
    private final String text;
    private final ZoneId zone;
    private final Folding folding;
    private int at;
    private int termCount;
    private boolean joins;
    private boolean negated;
    private String whyNot = "";

    /** Exactly one of both; {@code whyNot} is one line for people, empty if there is a query. */
    record Parsed(@Nullable SearchQuery query, String whyNot) {}

    /** A piece of what was typed; {@code quoted} from the first character on. */
    private record Piece(String text, boolean quoted) {}

    private QueryParser(String text, ZoneId zone, Folding folding) {
        this.text = text;
        this.folding = folding;
        this.zone = zone;
    }

    /** Days begin and end in {@code zone}. */
    static Parsed parse(String text, ZoneId zone, Folding folding) {
        if (text.length() > MAX_CHARS) {
            return new Parsed(null, "a search has at most " + MAX_CHARS + " characters");
        }
        QueryParser parser = new QueryParser(text, zone, folding);
        parser.run();
        return parser.whyNot.isEmpty()
                ? new Parsed(new SearchQuery(parser.clauses, parser.wanted), "")
                : new Parsed(null, parser.whyNot);
    }

    private void run() {
        for (Piece piece = next(); piece != null && whyNot.isEmpty(); piece = next()) {
            boolean operator = !piece.quoted() && !negated;
            if (operator && piece.text().equals("OR")) {
                whyNot = alternatives.isEmpty() || joins ? "OR stands between two words" : "";
                joins = true;
            } else if (operator && piece.text().equals("NOT")) {
                negated = true;
            } else {
                term(piece);
                negated = false;
                joins = false;
                termCount++;
            }
        }
        close();
        if (whyNot.isEmpty()) {
            whyNot = whyNotAQuery();
        }
    }

    private String whyNotAQuery() {
        if (joins || negated) {
            return "what comes behind " + (negated ? "NOT" : "OR") + "?";
        } else if (termCount == 0) {
            return "what is to be found? Words, \"phrases\", OR, -word, from:NAME in:#ROOM has:file|link|image"
                    + " before:YYYY-MM-DD after:YYYY-MM-DD";
        }
        return termCount > MAX_TERMS ? "a search has at most " + MAX_TERMS + " words" : "";
    }

    private void term(Piece piece) {
        boolean minus =
                !piece.quoted() && piece.text().length() > 1 && piece.text().startsWith("-");
        Piece bare = minus ? new Piece(piece.text().substring(1), false) : piece;
        boolean excludes = negated != minus;
        Predicate<Saying> found = predicate(bare, excludes);
        if (found != null) {
            if (!joins) {
                close();
            }
            alternatives.add(excludes ? found.negate() : found);
        }
    }

    private void close() {
        if (!alternatives.isEmpty()) {
            clauses.add(new SearchQuery.Clause(alternatives));
            alternatives.clear();
        }
    }

    private @Nullable Predicate<Saying> predicate(Piece piece, boolean excludes) {
        int colon = piece.quoted() ? -1 : piece.text().indexOf(':');
        String name = colon < 0 ? "" : piece.text().substring(0, colon).toLowerCase(Locale.ROOT);
        String value = colon < 0 ? "" : unquoted(piece.text().substring(colon + 1));
        return switch (name) {
            case "from" -> from(value);
            case "in" -> in(value);
            case "has" -> has(value);
            case "before", "after" -> day(name, value);
            default -> words(unquoted(piece.text()), excludes);
        };
    }

    private @Nullable Predicate<Saying> words(String phrase, boolean excludes) {
        String folded = folding.fold(phrase).replaceAll(" +", " ");
        if (folded.isEmpty()) {
            whyNot = "\"\" finds nothing: what stands between the quotes?";
            return null;
        }
        if (!excludes) {
            wanted.add(folded);
        }
        return saying -> saying.folded().contains(folded);
    }

    private @Nullable Predicate<Saying> from(String value) {
        if (value.isEmpty()) {
            whyNot = "from whom? from:NAME";
            return null;
        }
        String key = Target.user(value).key();
        boolean me = value.equalsIgnoreCase("me");
        return saying -> saying.fromKey().equals(key) || (me && saying.entry().own());
    }

    private @Nullable Predicate<Saying> in(String value) {
        Target named = Target.parse(value);
        if (value.isEmpty() || (named != null && named.name().isEmpty())) {
            whyNot = "where? in:#ROOM or in:@NAME";
            return null;
        }
        String key = (named == null ? Target.room(value) : named).key();
        return saying -> saying.where().key().equals(key);
    }

    private @Nullable Predicate<Saying> has(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "file" -> Saying::hasFile;
            case "link" -> Saying::hasLink;
            case "image" -> Saying::hasImage;
            default -> {
                whyNot = "has what? has:file, has:link or has:image";
                yield null;
            }
        };
    }

    private @Nullable Predicate<Saying> day(String name, String value) {
        try {
            long startMs = LocalDate.parse(value).atStartOfDay(zone).toInstant().toEpochMilli();
            return name.equals("before")
                    ? saying -> saying.entry().timeMs() < startMs
                    : saying -> saying.entry().timeMs() >= startMs;
        } catch (DateTimeException | ArithmeticException e) {
            whyNot = "which day? " + name + ":YYYY-MM-DD, as in " + name + ":2026-01-31";
            return null;
        }
    }

    /** Up to the next blank outside of quotes; null at the end. */
    private @Nullable Piece next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            return null;
        }
        int start = at;
        boolean open = false;
        while (at < text.length() && (open || !Character.isWhitespace(text.charAt(at)))) {
            open ^= text.charAt(at) == '"' && (open || mayOpen(start));
            at++;
        }
        if (open) {
            whyNot = "a quote is not closed: \"like this\"";
        }
        return new Piece(text.substring(start, at), text.charAt(start) == '"');
    }

    /** Quotes begin a piece, or a value; a quote inside a word is part of it. */
    private boolean mayOpen(int start) {
        return at == start || text.charAt(at - 1) == ':' || (at == start + 1 && text.charAt(start) == '-');
    }

    private static String unquoted(String piece) {
        boolean quoted = piece.length() >= 2 && piece.startsWith("\"") && piece.endsWith("\"");
        return quoted ? piece.substring(1, piece.length() - 1) : piece;
    }
}
