package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.number;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.IOException;

/** The array {@code entry} of protocol.md 6. */
final class EntryCodec {
    private EntryCodec() {}

    static void write(CborWriter out, Entry entry) throws IOException {
        EntryKind kind = entry.kind();
        if (kind == null) {
            throw new IllegalArgumentException("an entry of a later version cannot be written");
        }
        MessageId id = entry.id();
        out.begin(7)
                .uint(entry.seq())
                .uint(kind.code())
                .octets(id == null ? Bytes.EMPTY : id.octets())
                .text(entry.from())
                .uint(entry.timeMs())
                .uint(entry.refSeq())
                .octets(entry.body())
                .end();
    }

    static Entry read(CborReader in) throws MalformedException {
        in.beginArray();
        long seq = number(in);
        EntryKind kind = Elements.coded(in, EntryKind.class);
        Bytes id = in.octets(0, MessageId.LENGTH_BYTES);
        Entry entry = new Entry(
                seq,
                kind,
                id.isEmpty() ? null : new MessageId(id),
                Elements.name(in),
                number(in),
                number(in),
                in.octets(0, Bounds.MAX_BODY_BYTES));
        in.endArray();
        return entry;
    }
}
