package io.heliograph.client.core.files;

import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.Target;
import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.CborWriter;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Transfers as they stand in the profile: CBOR arrays that begin with their version. */
final class RecordFormat {
    private static final int VERSION = 1;
    private static final int UPLOAD_ELEMENTS = 15;
    private static final int DOWNLOAD_ELEMENTS = 7;
    private static final int RULE_ELEMENTS = 4;

    private RecordFormat() {}

    /** What reads one record. */
    private interface Reading<T> {
        @Nullable
        T read(CborReader in) throws MalformedException;
    }

    static Bytes encode(UploadRecord upload) {
        return CborWriter.array(UPLOAD_ELEMENTS, out -> {
            out.uint(VERSION).octets(upload.id().octets());
            out.text(upload.to().address()).text(upload.path().toString());
            out.text(upload.name()).text(upload.caption());
            out.octets(upload.blob()).octets(upload.key());
            out.uint(upload.sizeBytes() + 1).uint(Math.max(0, upload.modifiedMs()));
            out.octets(upload.sha256()).octets(upload.thumbnail()).bool(upload.begun());
            out.uint(upload.stage().number()).text(upload.reason());
        });
    }

    /** Null for what this version cannot read. */
    static @Nullable UploadRecord upload(Bytes octets) {
        return read(octets, in -> {
            MessageId id = new MessageId(in.octets(MessageId.LENGTH_BYTES, MessageId.LENGTH_BYTES));
            Target to = new Target(in.text());
            return new UploadRecord(
                    id,
                    to,
                    Path.of(in.text()),
                    in.text(),
                    in.text(),
                    in.octets(),
                    in.octets(),
                    in.uint(Body.File.MAX_SIZE_BYTES + 1) - 1,
                    in.uint(Long.MAX_VALUE),
                    in.octets(),
                    in.octets(),
                    in.bool(),
                    Stage.of((int) in.uint(Integer.MAX_VALUE)),
                    in.text());
        });
    }

    static Bytes encode(DownloadRecord download) {
        Path kept = download.kept();
        return CborWriter.array(DOWNLOAD_ELEMENTS, out -> out.uint(VERSION)
                .octets(MessageCodec.encode(download.file()))
                .text(download.where().address())
                .text(download.folder().toString())
                .text(kept == null ? "" : kept.toString())
                .uint(download.stage().number())
                .text(download.reason()));
    }

    /** Null for what this version cannot read. */
    static @Nullable DownloadRecord download(Bytes octets) {
        return read(octets, in -> {
            Body body = MessageCodec.decodeBody(in.octets());
            Target where = new Target(in.text());
            Path folder = Path.of(in.text());
            String kept = in.text();
            Stage stage = Stage.of((int) in.uint(Integer.MAX_VALUE));
            return body instanceof Body.File file
                    ? new DownloadRecord(file, where, folder, kept.isEmpty() ? null : Path.of(kept), stage, in.text())
                    : null;
        });
    }

    static Bytes encode(DownloadRule rule) {
        Path folder = rule.folder();
        return CborWriter.array(RULE_ELEMENTS, out -> out.uint(VERSION)
                .text(rule.from().word())
                .uint(rule.maxBytes())
                .text(folder == null ? "" : folder.toString()));
    }

    /** Null for what this version cannot read. */
    static @Nullable DownloadRule rule(Bytes octets) {
        return read(octets, in -> {
            DownloadRule.From from = DownloadRule.From.ofWord(in.text());
            long maxBytes = in.uint(Long.MAX_VALUE);
            String folder = in.text();
            return from == null ? null : new DownloadRule(from, maxBytes, folder.isEmpty() ? null : Path.of(folder));
        });
    }

    private static <T> @Nullable T read(Bytes octets, Reading<T> reading) {
        try {
            CborReader in = CborReader.of(octets.asReadOnlyArray());
            in.beginArray();
            if (in.uint(Long.MAX_VALUE) != VERSION) {
                return null;
            }
            T value = reading.read(in);
            in.endArray();
            in.end();
            return value;
        } catch (MalformedException | IllegalArgumentException e) {
            return null; // a path of another system, or a record of a later version
        }
    }
}
