package io.heliograph.server.account;

import io.heliograph.common.crypto.Argon2id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Argon2id (RFC 9106) over an account's password, stored as a PHC string that names its own cost.
 *
 * <p>Each call costs the memory and time that the {@link Cost} says: never on the relay loop. Thread-safe.
 */
public final class PasswordHash {
    /** Octets of salt that {@link #of} wants. */
    public static final int SALT_BYTES = 16;

    /** Fewer characters are no password (protocol.md 7.1). */
    public static final int MIN_CHARACTERS = 8;

    private static final int HASH_BYTES = 32;
    private static final Cost MAX_COST = new Cost(1 << 20, 16, 4);
    private static final int MAX_OCTETS = 64;
    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),"
            + "p=([1-9])\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final Cost cost;
    private final Argon2id argon2id = new Argon2id();

    public PasswordHash(Cost cost) {
        this.cost = cost;
    }

    /**
     * What a hash costs whoever computes it.
     *
     * @param memoryKib at least 8 for each lane
     */
    public record Cost(int memoryKib, int passes, int lanes) {
        /** What DESIGN 6 promises: 64 MiB, three passes. */
        public static final Cost STANDARD = new Cost(65_536, 3, 1);

        boolean isWithin(Cost max) {
            return memoryKib >= 8 * lanes && memoryKib <= max.memoryKib && passes <= max.passes && lanes <= max.lanes;
        }
    }

    /** True if it is long enough to be one. */
    public static boolean isLongEnough(String password) {
        return password.codePointCount(0, password.length()) >= MIN_CHARACTERS;
    }

    /** A PHC string. */
    public String of(String password, byte[] salt) {
        return phc(salt, derive(password, salt, cost, HASH_BYTES));
    }

    /**
     * Whether {@code password} is the one behind {@code stored}; false as well if that is no PHC string of ours, or
     * asks for more than this server is ready to spend.
     */
    public boolean matches(String password, String stored) {
        Matcher phc = PHC.matcher(stored);
        if (!phc.matches()) {
            return false;
        }
        Cost spent = new Cost(
                Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)), Integer.parseInt(phc.group(3)));
        byte[] salt = decode(phc.group(4));
        byte[] expected = decode(phc.group(5));
        if (!spent.isWithin(MAX_COST) || salt.length == 0 || expected.length == 0) {
            return false;
        }
        return MessageDigest.isEqual(expected, derive(password, salt, spent, expected.length));
    }

    /**
     * Something that {@link #matches} works on as long as on a hash of ours, and that no password matches: where there
     * is none, the answer takes as long as a wrong password does (protocol.md 7.1, step 5).
     */
    public String nobodys() {
        return phc(new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    private String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib + ",t=" + cost.passes + ",p=" + cost.lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] decode(String text) {
        try {
            byte[] octets = Base64.getDecoder().decode(text);
            return octets.length <= MAX_OCTETS ? octets : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private byte[] derive(String password, byte[] salt, Cost cost, int length) {
        // Keyboards differ in how they compose the same letter.
        byte[] octets = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] derived =
                argon2id.derive(octets, salt, new Argon2id.Cost(cost.memoryKib, cost.passes, cost.lanes), length);
        Arrays.fill(octets, (byte) 0);
        return derived;
    }
}
