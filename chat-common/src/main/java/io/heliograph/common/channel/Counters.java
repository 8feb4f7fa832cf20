package io.heliograph.common.channel;

/** The counts behind {@link ChannelStats}. Not thread-safe. */
final class Counters {
    long recordsReceived;
    long recordsAcknowledged;
    long recordsLost;
    long probes;

    private long recordsSent;
    private long bytesSent;
    private long acksSent;
    private long partsSent;
    private long partsRepeated;

    void onSent(RecordDraft draft, int wireBytes) {
        recordsSent++;
        bytesSent += wireBytes;
        acksSent += draft.isEliciting() ? 0 : 1;
        partsSent += draft.parts().size();
        partsRepeated += draft.repeatedCount();
    }

    ChannelStats snapshot(long lostInError, long duplicates, long datagramsDropped) {
        return new ChannelStats(
                recordsSent,
                bytesSent,
                acksSent,
                partsSent,
                partsRepeated,
                recordsReceived,
                recordsAcknowledged,
                recordsLost,
                lostInError,
                probes,
                duplicates,
                datagramsDropped);
    }
}
