package io.heliograph.client.core.e2e;

import io.heliograph.common.util.Bytes;

/** Names a chain as a sealed body does (protocol.md 13.5): tag of the device, number of the chain; 8 bytes each. */
record ChainRef(Bytes deviceTag, Bytes chain) {
    static final int LENGTH_BYTES = 16;

    Bytes octets() {
        byte[] both = new byte[LENGTH_BYTES];
        System.arraycopy(deviceTag.toArray(), 0, both, 0, deviceTag.length());
        System.arraycopy(chain.toArray(), 0, both, deviceTag.length(), chain.length());
        return Bytes.takingOver(both);
    }
}
