package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.name;
import static io.heliograph.common.codec.Elements.notice;
import static io.heliograph.common.codec.Elements.number;
import static io.heliograph.common.codec.Elements.request;
import static io.heliograph.common.codec.Elements.small;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.FileMessage.FileBegin;
import io.heliograph.common.message.FileMessage.FileDrop;
import io.heliograph.common.message.FileMessage.FileGet;
import io.heliograph.common.message.FileMessage.FileLimits;
import io.heliograph.common.message.FileMessage.FilePut;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.FileData;
import io.heliograph.common.message.ServerMessage.FileFailed;
import io.heliograph.common.message.ServerMessage.FileHave;
import io.heliograph.common.message.ServerMessage.FileLimitsTold;
import io.heliograph.common.message.ServerMessage.FileState;
import io.heliograph.common.util.Bytes;
import java.util.List;

/** The messages about files: codes 28 to 32 and 61 to 65 of protocol.md 6. */
final class FileCodec {
    static final List<MessageFormat<ClientMessage, ?>> FROM_CLIENTS = List.of(
            new MessageFormat<>(
                    28, FileLimits.class, 1, (out, m) -> out.uint(m.request()), in -> new FileLimits(request(in))),
            new MessageFormat<>(
                    29,
                    FileBegin.class,
                    3,
                    (out, m) -> out.uint(m.request()).octets(m.blob()).uint(m.bytes()),
                    in -> new FileBegin(request(in), in.octets(), number(in))),
            new MessageFormat<>(
                    30,
                    FilePut.class,
                    3,
                    (out, m) -> out.octets(m.blob()).uint(m.offset()).octets(m.octets()),
                    in -> new FilePut(in.octets(), number(in), in.octets())),
            new MessageFormat<>(
                    31,
                    FileGet.class,
                    4,
                    (out, m) -> out.uint(m.request())
                            .octets(m.blob())
                            .uint(m.offset())
                            .uint(m.length()),
                    in -> new FileGet(request(in), in.octets(), number(in), small(in))),
            new MessageFormat<>(
                    32,
                    FileDrop.class,
                    2,
                    (out, m) -> out.uint(m.request()).octets(m.blob()),
                    in -> new FileDrop(request(in), in.octets())));

    static final List<MessageFormat<ServerMessage, ?>> FROM_SERVER = List.of(
            new MessageFormat<>(
                    61,
                    FileLimitsTold.class,
                    5,
                    (out, m) -> out.uint(m.request())
                            .uint(m.maxBytes())
                            .uint(m.quotaBytes())
                            .uint(m.usedBytes())
                            .uint(m.keepS()),
                    in -> new FileLimitsTold(request(in), number(in), number(in), number(in), number(in))),
            new MessageFormat<>(
                    62,
                    FileState.class,
                    5,
                    (out, m) -> out.uint(m.request())
                            .octets(m.blob())
                            .uint(m.haveBytes())
                            .uint(m.bytes())
                            .uint(m.expiresMs()),
                    in -> new FileState(request(in), blob(in), number(in), number(in), number(in))),
            new MessageFormat<>(
                    63,
                    FileHave.class,
                    2,
                    (out, m) -> out.octets(m.blob()).uint(m.haveBytes()),
                    in -> new FileHave(blob(in), number(in))),
            new MessageFormat<>(
                    64,
                    FileData.class,
                    5,
                    (out, m) -> out.uint(m.request())
                            .octets(m.blob())
                            .uint(m.offset())
                            .octets(m.octets())
                            .bool(m.last()),
                    in -> new FileData(
                            request(in), blob(in), number(in), in.octets(0, Bounds.MAX_FILE_PART_BYTES), in.bool())),
            new MessageFormat<>(
                    65,
                    FileFailed.class,
                    3,
                    (out, m) -> out.octets(m.blob()).text(m.code()).text(m.text()),
                    in -> new FileFailed(blob(in), name(in), notice(in))));

    private FileCodec() {}

    private static Bytes blob(CborReader in) throws MalformedException {
        return in.octets(FileMessage.BLOB_BYTES, FileMessage.BLOB_BYTES);
    }
}
