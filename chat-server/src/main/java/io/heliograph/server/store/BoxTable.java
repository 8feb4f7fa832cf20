package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;
import java.util.List;

/** Boxes that wait for their devices (protocol.md 13.3). Numbers of a device grow and are never used twice. */
public interface BoxTable {
    /** What is held of a device's at most; the oldest go first. */
    int MAX_HELD = 4_096;

    /** Puts the box into the mailbox of each account that the device speaks for; none if nobody knows the device. */
    List<BoxRow> put(NewBox box);

    /**
     * With greater numbers than {@code afterNumber}, in their order; at least one, and together about {@code
     * maxBytes}.
     */
    List<BoxRow> after(long account, Bytes device, long afterNumber, int maxBytes);

    /** Drops the boxes up to that number. */
    void drop(long account, Bytes device, long uptoNumber);

    /** Drops what came before {@code beforeMs}, at most 10,000 in one call. How many went. */
    int expire(long beforeMs);

    /** A box on its way in. */
    record NewBox(Bytes device, String senderName, Bytes senderDevice, Bytes box, long timeMs) {}

    /** A box as stored; {@code account} and {@code device} are who it is for. */
    record BoxRow(long account, Bytes device, long number, String senderName, Bytes senderDevice, Bytes box) {}
}
