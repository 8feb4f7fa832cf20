package io.heliograph.server.session;

import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;

/** The way to one client. Implemented over a connection, and by a fake in tests. Called on the relay loop only. */
public interface SessionLink {
    /** The lane of everything that must stay in order with the conversation (protocol.md 6). */
    int CHAT_LANE = 1;

    /** The lane of news about users. */
    int NEWS_LANE = 2;

    /** The lane of pages of history: long, and in nobody's way. */
    int PAGE_LANE = 3;

    /** The lane of files: behind everything else. */
    int FILE_LANE = 4;

    void send(int lane, Bytes message);

    /** Sends without repetition: may be lost. */
    void sendDatagram(Bytes message);

    /** Bytes accepted by {@link #send} that have not been transmitted once. */
    long queuedBytes();

    /** The same for all lanes of answers and pages, together. */
    long queuedAnswerBytes();

    /** The same for the lane of news. */
    long queuedNewsBytes();

    /** The same for the lane of files. */
    long queuedFileBytes();

    /** Ends the connection and tells the client why (protocol.md 5.9). */
    void close(int code, String reason);

    /** Where the client is now. */
    PeerAddress address();

    /** Binds a login to this connection (protocol.md 7.1); 32 bytes. */
    Bytes exporter();

    /** Nanoseconds since the last valid record. */
    long silentForNs(long nowNs);

    /** The smoothed round trip in microseconds; 0 while unknown. */
    long roundTripUs();
}
