package io.heliograph.common.channel;

/** A record that asks for acknowledgement, from its sending until it is acknowledged or lost and forgotten. */
final class SentRecord {
    static final long NO_ACK = -1;

    final long seq;
    final long sentNs;
    final int wireBytes;
    final Part[] parts;

    /** The lowest number its ACK frame told, or {@link #NO_ACK}. */
    final long lowestTold;

    /** As {@link DeliveryRate} was when it was sent. */
    final long deliveredBytes;

    final long deliveredNs;
    final long firstSentNs;
    final boolean isAppLimited;

    boolean isLost;

    SentRecord(RecordDraft draft, long seq, int wireBytes, DeliveryRate rate, long nowNs) {
        this.seq = seq;
        this.sentNs = nowNs;
        this.wireBytes = wireBytes;
        this.parts = draft.partsToArray();
        this.lowestTold = draft.lowestTold();
        this.deliveredBytes = rate.deliveredBytes();
        this.deliveredNs = rate.deliveredNs();
        this.firstSentNs = rate.firstSentNs();
        this.isAppLimited = rate.isAppLimited();
    }
}
