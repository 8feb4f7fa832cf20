package io.heliograph.server.admin;

import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose datagrams have arrived lately, for whom a client cannot reach the server. Called on the relay loop. */
public interface Arrivals {
    /** Null if nothing has come from {@code ip} within {@link #windowMs}, or too many others have come since. */
    @Nullable
    Arrival of(Bytes ip, long nowNs);

    /** Who was heard last comes first; at most {@code count}. */
    List<Arrival> latest(int count, long nowNs);

    /** What is longer ago is forgotten. */
    long windowMs();

    /** The UDP port of this server. */
    int port();

    /** What sets the firewall of this machine, and the line that lets clients in. */
    String firewallLine();

    /**
     * What has come from one address.
     *
     * @param count datagrams, of whatever kind and worth
     * @param answeredCount datagrams that were sent there
     * @param firstAgoMs when the first of them came
     * @param lastAgoMs when the last of them came
     */
    record Arrival(Bytes ip, long count, long answeredCount, long firstAgoMs, long lastAgoMs) {}
}
