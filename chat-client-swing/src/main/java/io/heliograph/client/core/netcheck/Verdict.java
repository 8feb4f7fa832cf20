package io.heliograph.client.core.netcheck;

import io.heliograph.common.net.PathProbe.Fault;
import java.util.Locale;

/** What follows from the evidence: which piece of the way to put right. */
public enum Verdict {
    /** No name server knows the name. */
    NAME_UNKNOWN,
    /** This machine is on no network. */
    NO_NETWORK,
    /** This machine has no way to that address. */
    NO_ROUTE,
    /** A firewall of this machine refuses what goes out. */
    BLOCKED_HERE,
    /** There is no machine at that address, or it is off. */
    NO_HOST,
    /** The way is open in both directions, and nobody listens at the port. */
    NOTHING_LISTENS,
    /** The way is open, and the server is there. */
    ANSWERS,
    /** The same, with many datagrams lost. */
    LOSSY,
    /** Other servers answer: this machine's firewall is not the cause. */
    SILENT_OTHERS_ANSWER,
    /** The machine is there, its port keeps still. */
    SILENT_HOST_ANSWERS,
    /** Nothing answers, and nothing says why: it can be either end, or what is between. */
    SILENT;

    /** One lost datagram is chance. */
    private static final int LOSSY_FROM_PERCENT = 30;

    /** What speaks for itself goes before what is only likely. */
    public static Verdict of(Evidence evidence) {
        if (evidence.answeredCount() > 0) {
            return evidence.lossPercent() < LOSSY_FROM_PERCENT ? ANSWERS : LOSSY;
        } else if (evidence.fault() == Fault.PORT_CLOSED) {
            return NOTHING_LISTENS;
        } else if (evidence.fault() == Fault.SEND_REFUSED) {
            return BLOCKED_HERE;
        } else if (!evidence.hasNetwork()) {
            return NO_NETWORK;
        } else if (!evidence.hasAddress()) {
            return NAME_UNKNOWN;
        } else if (evidence.fault() == Fault.NO_ROUTE) {
            return NO_ROUTE;
        } else if (evidence.fault() == Fault.NO_HOST) {
            return NO_HOST;
        } else if (evidence.otherCount() > 0) {
            return SILENT_OTHERS_ANSWER;
        }
        return evidence.host() == Evidence.Host.ANSWERS ? SILENT_HOST_ANSWERS : SILENT;
    }

    /** The server answers: if a connection fails all the same, the network is not why. */
    public boolean isGood() {
        return this == ANSWERS;
    }

    /** For programs and for the names of texts: {@code nothing-listens}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
