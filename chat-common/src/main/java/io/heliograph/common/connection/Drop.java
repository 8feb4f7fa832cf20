package io.heliograph.common.connection;

/** Why a datagram was ignored; each reason is counted and shown to the operator. */
public enum Drop {
    MALFORMED("not a datagram of this protocol"),
    UNEXPECTED_TYPE("a type that only a server sends"),
    REFUSED_HANDSHAKE("key requests over a limit or not acceptable"),
    FAILED_AGREEMENT("key requests whose keys were not usable"),
    UNKNOWN_CONNECTION("records for a connection that does not exist"),
    NOT_AUTHENTIC("records that were forged, changed on the way, or replayed"),
    TOO_MANY_CONNECTIONS("connections over the limit of their address or of the server"),
    REFUSED_DISCOVERY("searches that are not answered: switched off, or over a limit");

    private final String sentence;

    Drop(String sentence) {
        this.sentence = sentence;
    }

    /** For the operator. */
    public String sentence() {
        return sentence;
    }
}
