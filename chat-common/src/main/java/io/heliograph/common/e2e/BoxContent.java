package io.heliograph.common.e2e;

import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one device tells another in a box (protocol.md 13.3). Immutable but for the key's erasure. */
public sealed interface BoxContent {

    /**
     * The key to a chain from one message on.
     *
     * @param room 32 bytes
     * @param author the device whose chain it is, 32 bytes; not always the one that sends the box
     * @param chain 8 bytes
     * @param counter the message that {@code key} belongs to, 0 to 2^32 - 1
     * @param key 32 bytes
     */
    record ChainKey(Bytes room, Bytes author, Bytes chain, long counter, SecretBytes key) implements BoxContent {
        public ChainKey {
            requireLengths(room, author, chain);
            SignedRecord.require(counter >= 0 && counter <= SealedHeader.MAX_COUNTER, "a counter of " + counter);
            SignedRecord.require(key.length() == ChainStep.KEY_BYTES, "a chain key of " + key.length() + " bytes");
        }
    }

    /** Asks for the key to a chain; the components as in {@link ChainKey}. */
    record KeyRequest(Bytes room, Bytes author, Bytes chain) implements BoxContent {
        public KeyRequest {
            requireLengths(room, author, chain);
        }
    }

    /**
     * What the user has begun to write on one device, for their others.
     *
     * @param where {@code #room} or {@code @user}, at most {@value #MAX_WHERE_BYTES} bytes of UTF-8
     * @param text at most {@value #MAX_TEXT_BYTES} bytes of UTF-8; empty if nothing is left of it
     * @param timeMs milliseconds since 1970, UTC, by the clock of the device: the latest one holds
     */
    record Draft(String where, String text, long timeMs) implements BoxContent {
        public static final int MAX_WHERE_BYTES = 130;
        public static final int MAX_TEXT_BYTES = 600;

        public Draft {
            SignedRecord.require(
                    where.getBytes(StandardCharsets.UTF_8).length <= MAX_WHERE_BYTES, "a place that is too long");
            SignedRecord.require(mayCarry(text), "a draft that is too long");
            SignedRecord.require(timeMs >= 0, "a time before 1970");
        }

        /** True if a box has room for {@code text}. */
        public static boolean mayCarry(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length <= MAX_TEXT_BYTES;
        }

        @Override
        public String toString() {
            return "Draft[where=" + where + "]";
        }
    }

    private static void requireLengths(Bytes room, Bytes author, Bytes chain) {
        SignedRecord.require(room.length() == Sha256.DIGEST_BYTES, "a room of " + room.length() + " bytes");
        SignedRecord.require(author.length() == SignedRecord.KEY_BYTES, "a device of " + author.length() + " bytes");
        SignedRecord.require(chain.length() == SealedHeader.CHAIN_BYTES, "a chain of " + chain.length() + " bytes");
    }

    /** The CBOR of them. Thread-safe: pure functions. */
    final class Format {
        private static final int CHAIN_KEY = 1;
        private static final int KEY_REQUEST = 2;
        private static final int DRAFT = 3;
        private static final int CHAIN_KEY_ELEMENTS = 6;
        private static final int KEY_REQUEST_ELEMENTS = 4;
        private static final int DRAFT_ELEMENTS = 4;

        private Format() {}

        static Bytes encode(BoxContent content) {
            if (content instanceof ChainKey given) {
                byte[] key = given.key().toArray();
                Bytes encoded = SignedRecord.content(CHAIN_KEY_ELEMENTS, out -> out.uint(CHAIN_KEY)
                        .octets(given.room())
                        .octets(given.author())
                        .octets(given.chain())
                        .uint(given.counter())
                        .octets(Bytes.takingOver(key)));
                Arrays.fill(key, (byte) 0);
                return encoded;
            }
            if (content instanceof Draft draft) {
                return SignedRecord.content(DRAFT_ELEMENTS, out -> out.uint(DRAFT)
                        .text(draft.where())
                        .text(draft.text())
                        .uint(draft.timeMs()));
            }
            KeyRequest asked = (KeyRequest) content;
            return SignedRecord.content(KEY_REQUEST_ELEMENTS, out -> out.uint(KEY_REQUEST)
                    .octets(asked.room())
                    .octets(asked.author())
                    .octets(asked.chain()));
        }

        /** Null for what is no content, and for one of a later version. */
        static @Nullable BoxContent decode(Bytes octets) {
            return SignedRecord.readContent(octets, Format::read);
        }

        private static @Nullable BoxContent read(CborReader in) throws MalformedException {
            long kind = in.uint(Long.MAX_VALUE);
            if (kind == DRAFT) {
                String where = in.text(Draft.MAX_WHERE_BYTES);
                return new Draft(where, in.text(Draft.MAX_TEXT_BYTES), in.uint(Long.MAX_VALUE));
            } else if (kind != CHAIN_KEY && kind != KEY_REQUEST) {
                return null;
            }
            Bytes room = in.octets(Sha256.DIGEST_BYTES, Sha256.DIGEST_BYTES);
            Bytes author = SignedRecord.key(in);
            Bytes chain = in.octets(SealedHeader.CHAIN_BYTES, SealedHeader.CHAIN_BYTES);
            if (kind == KEY_REQUEST) {
                return new KeyRequest(room, author, chain);
            }
            long counter = in.uint(SealedHeader.MAX_COUNTER);
            byte[] key = in.octets(ChainStep.KEY_BYTES, ChainStep.KEY_BYTES).toArray();
            ChainKey given = new ChainKey(room, author, chain, counter, SecretBytes.copyOf(key));
            Arrays.fill(key, (byte) 0);
            return given;
        }
    }
}
