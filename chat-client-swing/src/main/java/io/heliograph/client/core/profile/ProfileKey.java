package io.heliograph.client.core.profile;

import io.heliograph.common.crypto.AesGcm;
import io.heliograph.common.crypto.Argon2id;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one key that opens everything in a profile: as it is in a file that only its owner can read, or wrapped with a
 * key that is made from a passphrase.
 *
 * <p>Four lines of text:
 *
 * <pre>
 *   heliograph profile key 1
 *   plain | argon2id m=KIB t=PASSES p=LANES SALT
 *   the key | nonce ‖ AES-256-GCM(Argon2id(passphrase), nonce, aad = the two lines above, the key)
 *   the first 16 bytes of the SHA-256 of the three lines above, by which damage is told from a wrong passphrase
 * </pre>
 *
 * <p>Octets in Base64. Thread-safe.
 */
public final class ProfileKey {
    /** Fewer are guessed in no time. */
    public static final int MIN_PASSPHRASE_CHARS = 8;

    static final int KEY_BYTES = 32;
    private static final String HEADING = "heliograph profile key 1";
    private static final String PLAIN = "plain";
    private static final int LINE_COUNT = 4;
    private static final int MAX_FILE_BYTES = 4_096;
    private static final int SALT_BYTES = 16;
    private static final int CHECK_BYTES = 16;
    private static final Argon2id.Cost COST = new Argon2id.Cost(64 * 1024, 3, 1);
    /** What a file may ask for: no more memory and time than a small machine has. */
    private static final int MAX_MEMORY_KIB = 1024 * 1024;

    private static final int MAX_PASSES = 64;
    private static final int MAX_LANES = 16;
    private static final Pattern WRAPPING =
            Pattern.compile("argon2id m=([0-9]{1,7}) t=([0-9]{1,2}) p=([0-9]{1,2}) ([A-Za-z0-9+/=]{24})");

    private final Path file;
    private final RandomSource random;
    private final boolean isNew;
    private List<String> lines;
    private @Nullable SecretBytes master;

    private ProfileKey(Path file, RandomSource random, boolean isNew, List<String> lines) {
        this.file = file;
        this.random = random;
        this.isNew = isNew;
        this.lines = lines;
    }

    /** Reads the file where there is one; opens it if it needs no passphrase. */
    public static ProfileKey look(Path file, RandomSource random) throws ProfileException {
        try {
            if (!Files.exists(file)) {
                ProfileKey made = new ProfileKey(file, random, true, List.of());
                made.master = SecretBytes.random(KEY_BYTES, random);
                return made;
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw unusable(file, "it is damaged");
            }
            List<String> lines =
                    List.of(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII).split("\n", -1));
            ProfileKey key = new ProfileKey(file, random, false, lines);
            key.check();
            if (!key.wantsPassphrase()) {
                key.master = SecretBytes.copyOf(Base64.getDecoder().decode(lines.get(2)));
            }
            return key;
        } catch (IOException e) {
            throw unusable(file, ProfileFolder.reasonOf(e));
        } catch (IllegalArgumentException e) {
            throw unusable(file, "it is damaged");
        }
    }

    /** There is no file yet: {@link #wrap} makes it. */
    public boolean isNew() {
        return isNew;
    }

    /** The key is wrapped with a passphrase. */
    public synchronized boolean wantsPassphrase() {
        return lines.size() > 1 && !lines.get(1).equals(PLAIN);
    }

    /** False if it is not the passphrase. Takes 64 MiB and about a third of a second. */
    public synchronized boolean open(String passphrase) {
        SecretBytes opened = unwrap(passphrase);
        if (opened != null) {
            master = opened;
        }
        return opened != null;
    }

    /** Whether {@code passphrase} opens the key, as {@link #open} finds out; changes nothing. */
    public synchronized boolean isOpenedBy(String passphrase) {
        SecretBytes opened = unwrap(passphrase);
        if (opened != null) {
            opened.erase();
        }
        return opened != null;
    }

    /** Null if it can be one, else one sentence that says what is wrong with it. */
    public static @Nullable String whyNot(String passphrase) {
        return passphrase.codePointCount(0, passphrase.length()) < MIN_PASSPHRASE_CHARS
                ? "a passphrase has " + MIN_PASSPHRASE_CHARS + " characters or more"
                : null;
    }

    /** Has {@code passphrase} guard the key from now on; none with an empty one. Survives a loss of power. */
    public synchronized void wrap(String passphrase) throws IOException {
        byte[] key = master().toArray();
        try {
            List<String> renewed = passphrase.isEmpty() ? plain(key) : wrapped(key, passphrase);
            DurableFiles.replace(file, String.join("\n", renewed).getBytes(StandardCharsets.US_ASCII));
            lines = renewed;
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Throws if the passphrase is still wanted. */
    synchronized SecretBytes master() {
        if (master == null) {
            throw new IllegalStateException("the profile is not opened");
        }
        return master;
    }

    @Override
    public String toString() {
        return "ProfileKey[" + file + "]";
    }

    // Private

    private void check() {
        boolean shaped = lines.size() == LINE_COUNT
                && lines.get(0).equals(HEADING)
                && lines.get(LINE_COUNT - 1).equals(checkOf(lines));
        if (!shaped || (wantsPassphrase() && costOf(lines.get(1)) == null)) {
            throw new IllegalArgumentException("not a profile key");
        }
        int length = Base64.getDecoder().decode(lines.get(2)).length;
        if (length != (wantsPassphrase() ? AesGcm.NONCE_BYTES + KEY_BYTES + AesGcm.TAG_BYTES : KEY_BYTES)) {
            throw new IllegalArgumentException("a key of " + length + " bytes");
        }
    }

    private @Nullable SecretBytes unwrap(String passphrase) {
        Argon2id.Cost cost = lines.size() == LINE_COUNT ? costOf(lines.get(1)) : null;
        if (cost == null) {
            return null;
        }
        byte[] salt =
                Base64.getDecoder().decode(lines.get(1).substring(lines.get(1).lastIndexOf(' ') + 1));
        byte[] sealed = Base64.getDecoder().decode(lines.get(2));
        byte[] nonce = Arrays.copyOf(sealed, AesGcm.NONCE_BYTES);
        byte[] content = Arrays.copyOfRange(sealed, AesGcm.NONCE_BYTES, sealed.length);
        byte[] opened = wrapper(passphrase, salt, cost).open(nonce, aad(lines.get(1)), content);
        if (opened == null) {
            return null;
        }
        SecretBytes key = SecretBytes.copyOf(opened);
        Arrays.fill(opened, (byte) 0);
        return key;
    }

    private List<String> wrapped(byte[] key, String passphrase) {
        byte[] salt = random.bytes(SALT_BYTES);
        byte[] nonce = random.bytes(AesGcm.NONCE_BYTES);
        String how = "argon2id m=" + COST.memoryKib() + " t=" + COST.passes() + " p=" + COST.lanes() + " "
                + Base64.getEncoder().encodeToString(salt);
        byte[] sealed = wrapper(passphrase, salt, COST).seal(nonce, aad(how), key);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return checked(how, both);
    }

    private static List<String> plain(byte[] key) {
        return checked(PLAIN, key);
    }

    private static List<String> checked(String how, byte[] octets) {
        List<String> three = List.of(HEADING, how, Base64.getEncoder().encodeToString(octets));
        return List.of(three.get(0), three.get(1), three.get(2), checkOf(three));
    }

    private static String checkOf(List<String> lines) {
        String three = String.join("\n", lines.subList(0, LINE_COUNT - 1)) + "\n";
        byte[] digest = Sha256.digest(three.getBytes(StandardCharsets.US_ASCII)).toArray();
        return Base64.getEncoder().encodeToString(Arrays.copyOf(digest, CHECK_BYTES));
    }

    private static AesGcm wrapper(String passphrase, byte[] salt, Argon2id.Cost cost) {
        // The same letters may come from a keyboard as one code point or as two.
        byte[] octets = Normalizer.normalize(passphrase, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        byte[] derived = new Argon2id().derive(octets, salt, cost, KEY_BYTES);
        SecretBytes key = SecretBytes.copyOf(derived);
        Arrays.fill(derived, (byte) 0);
        Arrays.fill(octets, (byte) 0);
        return new AesGcm(key);
    }

    private static byte[] aad(String how) {
        return (HEADING + "\n" + how + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static Argon2id.@Nullable Cost costOf(String how) {
        Matcher matcher = WRAPPING.matcher(how);
        if (!matcher.matches()) {
            return null;
        }
        int memoryKib = Integer.parseInt(matcher.group(1));
        int passes = Integer.parseInt(matcher.group(2));
        int lanes = Integer.parseInt(matcher.group(3));
        boolean sane = passes >= 1
                && passes <= MAX_PASSES
                && lanes >= 1
                && lanes <= MAX_LANES
                && memoryKib >= 8 * lanes
                && memoryKib <= MAX_MEMORY_KIB;
        return sane ? new Argon2id.Cost(memoryKib, passes, lanes) : null;
    }

    private static ProfileException unusable(Path file, String why) {
        return new ProfileException("the profile's key " + file + " cannot be read (" + why
                + "): nothing was changed; restore it from a copy, or choose another folder with --profile");
    }
}
