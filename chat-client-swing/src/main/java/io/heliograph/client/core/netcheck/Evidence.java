package io.heliograph.client.core.netcheck;

import io.heliograph.common.net.PathProbe.Fault;

/**
 * What was seen on the way to a server.
 *
 * @param address the one of the server that was asked; empty if its name is not known
 * @param addressCount how many its name has
 * @param fault what the system said of the questions
 * @param askedCount questions that have left
 * @param answeredCount those of them that were answered
 * @param rttMs the middle one of the round trips; below 0 if nothing was answered
 * @param ownAddress of this machine, as it asks; empty if nothing was asked
 * @param otherCount other servers of the local network that have answered; below 0 if they were not asked
 */
public record Evidence(
        Name name,
        String address,
        int addressCount,
        boolean hasNetwork,
        Fault fault,
        int askedCount,
        int answeredCount,
        long rttMs,
        String ownAddress,
        int otherCount,
        Host host) {

    /** What the server's name is worth. */
    public enum Name {
        /** It is an address. */
        ADDRESS,
        FOUND,
        UNKNOWN,
        /** Nobody has said so or so in time. */
        UNANSWERED
    }

    /** Whether the server's machine answers to something else than its port. */
    public enum Host {
        NOT_ASKED,
        ANSWERS,
        /** It is off, or keeps still. */
        SILENT
    }

    static Evidence withoutAddress(Name name, boolean hasNetwork) {
        return new Evidence(name, "", 0, hasNetwork, Fault.NONE, 0, 0, -1, "", -1, Host.NOT_ASKED);
    }

    boolean hasAddress() {
        return !address.isEmpty();
    }

    /** Silence that the system says nothing about: only then it is worth looking around. */
    boolean isUnexplained() {
        return hasAddress() && answeredCount == 0 && fault == Fault.NONE && hasNetwork;
    }

    Evidence withSurroundings(int others, Host answering) {
        return new Evidence(
                name,
                address,
                addressCount,
                hasNetwork,
                fault,
                askedCount,
                answeredCount,
                rttMs,
                ownAddress,
                others,
                answering);
    }

    /** 0 to 100; 0 if nothing was asked. */
    public int lossPercent() {
        return askedCount == 0 ? 0 : 100 * (askedCount - answeredCount) / askedCount;
    }
}
