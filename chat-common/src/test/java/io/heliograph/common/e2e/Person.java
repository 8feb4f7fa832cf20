package io.heliograph.common.e2e;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.util.List;

/** Somebody with an account of one device, always the same for the same name and seed. */
record Person(String name, IdentityKeyPair device, DeviceList list, X25519KeyPair prekey) {
    static Person of(String name, long seed) {
        IdentityKeyPair device = TestKeys.identity(seed);
        return new Person(
                name,
                device,
                DeviceList.sign(device, name, 1, List.of()),
                X25519KeyPair.generate(new SeededRandom(seed)));
    }

    /** The same account with a second device, which may sign in place of the first. */
    Person with(IdentityKeyPair second, long version) {
        List<Bytes> others = List.of(second.publicKey().octets());
        return new Person(name, second, DeviceList.sign(device, name, version, others), prekey);
    }

    Bytes key() {
        return list.accountKey();
    }

    Bytes deviceKey() {
        return device.publicKey().octets();
    }

    PreKeyRecord prekeyRecord() {
        return PreKeyRecord.sign(device, 1, prekey.publicKey(), 1_700_000_000_000L);
    }
}
