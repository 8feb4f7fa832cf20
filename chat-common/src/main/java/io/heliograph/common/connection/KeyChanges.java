package io.heliograph.common.connection;

import io.heliograph.common.channel.ReliableChannel;
import io.heliograph.common.codec.ControlCodec;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.frame.KeyChange;
import io.heliograph.common.record.RecordProtection;
import io.heliograph.common.record.Role;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Carries the key change between the records and lane 0 of the channel, which do not know each other
 * (protocol.md 4.4).
 *
 * <p>Not thread-safe; owned by its connection's loop.
 */
final class KeyChanges {
    static final int LANE = 0;

    private final Role role;
    private final RecordProtection protection;
    private final ReliableChannel channel;

    KeyChanges(Role role, RecordProtection protection, ReliableChannel channel) {
        this.role = role;
        this.protection = protection;
        this.channel = channel;
    }

    /** Begins a change when one is due: the client's business alone. */
    void onTime(long nowNs) {
        if (role == Role.CLIENT && protection.wantsRekey(nowNs)) {
            long epoch = protection.nextEpoch();
            Bytes publicKey = protection.beginRekey(nowNs);
            channel.send(LANE, ControlCodec.encode(new KeyChange(false, epoch, publicKey)));
        }
    }

    void onMessage(Bytes message, long nowNs) throws MalformedException {
        KeyChange change = ControlCodec.decodeKeyChange(message);
        if (change == null) {
            return;
        }
        if (change.answer() == (role == Role.SERVER)) {
            throw new MalformedException("a key change from the wrong side");
        }
        if (role == Role.SERVER) {
            @Nullable Bytes publicKey = protection.onRekey(change.epoch(), change.publicKey(), nowNs);
            if (publicKey == null) {
                throw new MalformedException("a key change that was refused");
            }
            channel.send(LANE, ControlCodec.encode(new KeyChange(true, change.epoch(), publicKey)));
        } else if (!protection.onRekeyed(change.epoch(), change.publicKey(), nowNs)) {
            throw new MalformedException("a key change that was not asked for");
        }
    }

    long nextTimeoutNs(long nowNs) {
        return role == Role.CLIENT && protection.wantsRekey(nowNs) ? nowNs : NanoClock.NEVER_NS;
    }
}
