package io.heliograph.common.handshake;

/** What the owner is to do about a KEY_REQ. */
public sealed interface HandshakeStep {

    /** Nothing; the reason was counted. */
    record Drop(HandshakeDrop reason) implements HandshakeStep {}

    /** Send this to where the request came from. */
    @SuppressWarnings("ArrayRecordComponent") // a datagram on its way out; compared by nobody
    record Reply(byte[] datagram) implements HandshakeStep {}

    /**
     * Run the task on any thread, then hand its outcome to {@link ServerHandshake#onAgreed}; or, if it cannot be
     * run, hand the task to {@link ServerHandshake#onAbandoned}.
     */
    record Offload(KeyAgreement task) implements HandshakeStep {}
}
