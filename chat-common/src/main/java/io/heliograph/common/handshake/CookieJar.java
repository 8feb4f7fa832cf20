package io.heliograph.common.handshake;

import io.heliograph.common.crypto.HmacSha256;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Makes and checks cookies without remembering any (protocol.md 3.2): {@code generation, seconds, tag}.
 *
 * <p>A cookie is good for at least one key period and at most two. Not thread-safe.
 */
final class CookieJar {
    private static final byte[] LABEL = "heliograph/1 cookie".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int TAG_BYTES = 16;
    private static final int TAG_OFFSET = 1 + Integer.BYTES;
    private static final int COOKIE_BYTES = TAG_OFFSET + TAG_BYTES;

    private final RandomSource random;
    private final long periodNs;
    private HmacSha256 current;
    private HmacSha256 previous;
    private byte generation;
    private long rotatedAtNs;

    CookieJar(RandomSource random, long periodNs, long nowNs) {
        this.random = random;
        this.periodNs = periodNs;
        this.current = freshKey();
        this.previous = freshKey();
        this.rotatedAtNs = nowNs;
    }

    Bytes bake(PeerAddress client, Bytes clientRandom, long nowNs) {
        rotate(nowNs);
        int seconds = seconds(nowNs);
        byte[] tag = tag(current, client, clientRandom, seconds);
        byte[] cookie = ByteBuffer.allocate(COOKIE_BYTES)
                .put(generation)
                .putInt(seconds)
                .put(tag, 0, TAG_BYTES)
                .array();
        return Bytes.takingOver(cookie);
    }

    boolean accepts(Bytes cookie, PeerAddress client, Bytes clientRandom, long nowNs) {
        rotate(nowNs);
        if (cookie.length() != COOKIE_BYTES) {
            return false;
        }
        ByteBuffer fields = ByteBuffer.wrap(cookie.asReadOnlyArray());
        byte madeIn = fields.get();
        int seconds = fields.getInt();
        if (madeIn != generation && madeIn != (byte) (generation - 1)) {
            return false;
        }
        byte[] tag = tag(madeIn == generation ? current : previous, client, clientRandom, seconds);
        byte[] theirs = Arrays.copyOfRange(cookie.asReadOnlyArray(), TAG_OFFSET, COOKIE_BYTES);
        return MessageDigest.isEqual(Arrays.copyOf(tag, TAG_BYTES), theirs);
    }

    private void rotate(long nowNs) {
        if (nowNs - rotatedAtNs < periodNs) {
            return;
        }
        // After a longer idle time the last key is too old even to be the previous one.
        previous = nowNs - rotatedAtNs < 2 * periodNs ? current : freshKey();
        current = freshKey();
        generation++;
        // In step with the periods, not with the requests: else a quiet server would accept a cookie for longer.
        rotatedAtNs = nowNs - (nowNs - rotatedAtNs) % periodNs;
    }

    private HmacSha256 freshKey() {
        SecretBytes key = SecretBytes.random(KEY_BYTES, random);
        HmacSha256 keyed = new HmacSha256(key);
        key.erase();
        return keyed;
    }

    private static byte[] tag(HmacSha256 key, PeerAddress client, Bytes clientRandom, int seconds) {
        byte[] ip = client.ip().asReadOnlyArray();
        ByteBuffer rest = ByteBuffer.allocate(Short.BYTES + ip.length + Short.BYTES);
        rest.putShort((short) ip.length).put(ip).putShort((short) client.port());
        return key.update(LABEL)
                .update(rest.array())
                .update(clientRandom.asReadOnlyArray())
                .update(ByteBuffer.allocate(Integer.BYTES).putInt(seconds).array())
                .tag();
    }

    private static int seconds(long nowNs) {
        return (int) TimeUnit.NANOSECONDS.toSeconds(nowNs);
    }
}
