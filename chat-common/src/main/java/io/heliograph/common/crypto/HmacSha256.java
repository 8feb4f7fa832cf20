package io.heliograph.common.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 under one key (RFC 2104). Reuses its state: not thread-safe. */
public final class HmacSha256 {
    public static final int TAG_BYTES = 32;

    private final Mac mac;

    public HmacSha256(SecretBytes key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.asReadOnlyArray(), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    public HmacSha256 update(byte[] part) {
        mac.update(part);
        return this;
    }

    public HmacSha256 update(byte[] part, int offset, int length) {
        mac.update(part, offset, length);
        return this;
    }

    /** The tag over everything since the last one. */
    public byte[] tag() {
        return mac.doFinal();
    }

    /** The tag as a key (RFC 2104 is a pseudo-random function); the caller erases it. */
    public SecretBytes secretTag() {
        return SecretBytes.takingOver(mac.doFinal());
    }

    /** Writes the tag to {@code target} from {@code offset} on. */
    public void tagInto(byte[] target, int offset) {
        try {
            mac.doFinal(target, offset);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("no room for a tag of " + TAG_BYTES + " bytes", e);
        }
    }
}
