package io.heliograph.client.core.e2e;

import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Contact} as it stands in the profile. */
final class ContactFormat {
    private static final int VERSION = 1;
    private static final int MAX_FORMER = 1_024;
    private static final int DEVICE_BYTES = 32;

    private ContactFormat() {}

    static Bytes encode(Contact contact) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(octets);
            out.writeByte(VERSION);
            out.writeBoolean(contact.verified());
            out.writeLong(contact.firstSeenMs());
            write(out, contact.list().octets());
            DeviceList proposed = contact.proposed();
            write(out, proposed == null ? Bytes.EMPTY : proposed.octets());
            int count = Math.min(MAX_FORMER, contact.former().size());
            out.writeShort(count);
            for (Bytes device : contact.former().stream().limit(count).toList()) {
                out.write(device.toArray());
            }
            return Bytes.takingOver(octets.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does no I/O", e);
        }
    }

    /** Null for what this version cannot read. */
    static @Nullable Contact decode(Bytes octets) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(octets.toArray()));
            if (in.readByte() != VERSION) {
                return null;
            }
            boolean verified = in.readBoolean();
            long firstSeenMs = in.readLong();
            DeviceList list = DeviceList.verified(read(in));
            Bytes proposed = read(in);
            Set<Bytes> former = new HashSet<>();
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                former.add(Bytes.takingOver(in.readNBytes(DEVICE_BYTES)));
            }
            return list == null
                    ? null
                    : new Contact(
                            list,
                            former,
                            verified,
                            firstSeenMs,
                            proposed.isEmpty() ? null : DeviceList.verified(proposed));
        } catch (IOException e) {
            return null;
        }
    }

    private static void write(DataOutputStream out, Bytes value) throws IOException {
        out.writeShort(value.length());
        out.write(value.toArray());
    }

    private static Bytes read(DataInputStream in) throws IOException {
        return Bytes.takingOver(in.readNBytes(in.readUnsignedShort()));
    }
}
