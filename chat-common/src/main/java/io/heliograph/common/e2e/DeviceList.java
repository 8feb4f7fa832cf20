package io.heliograph.common.e2e;

import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The devices that speak for an account, signed by the first of them (protocol.md 13.2). To be had from {@link #sign}
 * and {@link #verified} alone.
 *
 * <p>Immutable, thread-safe.
 *
 * @param name the account's name as the server writes it
 * @param version grows with each list of the account
 * @param devices 1 to {@value #MAX_DEVICES} Ed25519 keys, none twice, the account key first
 * @param octets the record as it travels, at most {@value #MAX_BYTES} bytes
 */
public record DeviceList(String name, long version, List<Bytes> devices, Bytes octets) {
    public static final int MAX_BYTES = 8_192;
    public static final int MAX_DEVICES = 64;
    private static final String LABEL = "devices";
    private static final int ELEMENTS = 3;

    public DeviceList {
        devices = List.copyOf(devices);
    }

    public static DeviceList sign(IdentityKeyPair first, String name, long version, List<Bytes> others) {
        List<Bytes> devices = new ArrayList<>();
        devices.add(first.publicKey().octets());
        devices.addAll(others);
        SignedRecord.require(SignedRecord.isName(name), "an account's name out of bounds");
        SignedRecord.require(devices.size() <= MAX_DEVICES, "more than " + MAX_DEVICES + " devices");
        SignedRecord.require(new HashSet<>(devices).size() == devices.size(), "a device twice on the list");
        Bytes content = SignedRecord.content(ELEMENTS, out -> {
            out.text(name).uint(version);
            SignedRecord.keys(out, devices, devices.size());
        });
        return new DeviceList(name, version, devices, SignedRecord.sign(first, LABEL, content));
    }

    /** Null unless {@code octets} are a list that its first device has signed. */
    public static @Nullable DeviceList verified(Bytes octets) {
        DeviceList read = SignedRecord.read(
                octets,
                MAX_BYTES,
                in -> new DeviceList(SignedRecord.name(in), in.uint(Long.MAX_VALUE), readDevices(in), octets));
        return read != null && SignedRecord.isSigned(octets, read.accountKey(), LABEL) ? read : null;
    }

    /** The key that the account is known by: its first device's. */
    public Bytes accountKey() {
        return devices.get(0);
    }

    public boolean holds(Bytes device) {
        return devices.contains(device);
    }

    private static List<Bytes> readDevices(CborReader in) throws MalformedException {
        int count = in.beginArray();
        if (count < 1 || count > MAX_DEVICES) {
            throw new MalformedException("a number of devices out of bounds");
        }
        List<Bytes> devices = new ArrayList<>();
        while (in.hasMore()) {
            devices.add(SignedRecord.key(in));
        }
        in.endArray();
        if (new HashSet<>(devices).size() < devices.size()) {
            throw new MalformedException("a device twice");
        }
        return devices;
    }
}
