package io.heliograph.server.store;

/**
 * Durable state. Work runs elsewhere, in a transaction of its own that sees everything written before it; what it
 * returns comes back on the relay loop, in the order of submission among writes.
 *
 * <p>A write is answered when it is durable: it then survives {@code kill -9} and loss of power (group commit: writes
 * that wait together share one commit). A write that fails leaves nothing behind and touches no other. Called on the
 * relay loop only; never blocks.
 */
public interface Store {
    /** Changes something, alone; {@code done} once that is durable. */
    <T> void write(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed);

    /** Only looks; may run beside a write and then does not see it. */
    <T> void read(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed);

    /** False while writes fail: the disk is full or broken. */
    boolean isWritable();

    /** Writes that are not answered. */
    int pendingWriteCount();

    /** One transaction. Holds no state of the loop but immutable values. */
    @FunctionalInterface
    interface Work<T> {
        T run(Tables tables);
    }

    /** Takes a result on the loop, with the time of that turn. */
    @FunctionalInterface
    interface OnLoop<T> {
        void accept(T result, long nowNs);
    }
}
