package io.heliograph.client.core.netcheck;

import java.util.ArrayList;
import java.util.List;

/**
 * One piece of evidence as a user sees it.
 *
 * @param code names its text: {@code name.found}
 * @param values what its text has places for, in this order; numbers, and text from outside
 */
public record Finding(String code, Mark mark, List<Object> values) {

    /** Whether it is as it should be. */
    public enum Mark {
        GOOD,
        BAD,
        /** It can mean one thing or another. */
        OPEN
    }

    public Finding {
        values = List.copyOf(values);
    }

    /** In the order in which they were looked for; what was not looked for is left out. */
    static List<Finding> of(Evidence evidence, String host) {
        List<Finding> all = new ArrayList<>();
        all.add(network(evidence));
        all.add(name(evidence, host));
        if (evidence.hasAddress()) {
            all.add(sending(evidence));
        }
        if (evidence.askedCount() > 0) {
            all.add(answer(evidence));
        }
        if (evidence.otherCount() >= 0) {
            boolean any = evidence.otherCount() > 0;
            all.add(new Finding(
                    any ? "others.some" : "others.none", any ? Mark.GOOD : Mark.OPEN, List.of(evidence.otherCount())));
        }
        if (evidence.host() != Evidence.Host.NOT_ASKED) {
            boolean answers = evidence.host() == Evidence.Host.ANSWERS;
            all.add(new Finding(
                    answers ? "host.answers" : "host.silent",
                    answers ? Mark.GOOD : Mark.OPEN,
                    List.of(evidence.address())));
        }
        return all;
    }

    private static Finding network(Evidence evidence) {
        return evidence.hasNetwork()
                ? new Finding("network.up", Mark.GOOD, List.of())
                : new Finding("network.down", Mark.BAD, List.of());
    }

    private static Finding name(Evidence evidence, String host) {
        return switch (evidence.name()) {
            case ADDRESS -> new Finding("name.address", Mark.GOOD, List.of(evidence.address()));
            case FOUND ->
                new Finding("name.found", Mark.GOOD, List.of(host, evidence.address(), evidence.addressCount()));
            case UNKNOWN -> new Finding("name.unknown", Mark.BAD, List.of(host));
            case UNANSWERED -> new Finding("name.unanswered", Mark.BAD, List.of(host));
        };
    }

    private static Finding sending(Evidence evidence) {
        return switch (evidence.fault()) {
            case NO_ROUTE -> new Finding("sending.no-route", Mark.BAD, List.of(evidence.address()));
            case SEND_REFUSED -> new Finding("sending.refused", Mark.BAD, List.of());
            case NONE, NO_HOST, PORT_CLOSED -> new Finding("sending.passed", Mark.GOOD, List.of());
        };
    }

    private static Finding answer(Evidence evidence) {
        if (evidence.answeredCount() > 0) {
            Mark mark = Verdict.of(evidence) == Verdict.ANSWERS ? Mark.GOOD : Mark.OPEN;
            return new Finding(
                    "answer.some", mark, List.of(evidence.answeredCount(), evidence.askedCount(), evidence.rttMs()));
        }
        return switch (evidence.fault()) {
            case PORT_CLOSED -> new Finding("answer.closed", Mark.BAD, List.of());
            case NO_HOST -> new Finding("answer.no-host", Mark.BAD, List.of());
            case NONE, NO_ROUTE, SEND_REFUSED -> new Finding("answer.none", Mark.BAD, List.of(evidence.askedCount()));
        };
    }
}
