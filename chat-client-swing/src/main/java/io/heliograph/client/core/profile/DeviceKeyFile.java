package io.heliograph.client.core.profile;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The key that makes this profile a device: made once, kept in a file that only its owner can read.
 *
 * <p>Three lines of text: a heading, the Ed25519 seed in Base64, and the fingerprint of its public key, by which
 * damage is seen.
 */
public final class DeviceKeyFile {
    private static final String HEADING = "heliograph device key 1";
    private static final int LINE_COUNT = 3;

    private DeviceKeyFile() {}

    /**
     * Reads the key, or makes it where there is no file. A damaged file is never replaced: names belong to its key.
     */
    public static IdentityKeyPair load(Path file, RandomSource random) throws ProfileException {
        try {
            if (Files.exists(file)) {
                return parse(file, Files.readAllLines(file, StandardCharsets.US_ASCII));
            }
            IdentityKeyPair made = IdentityKeyPair.generate(random);
            DurableFiles.replace(file, format(made));
            return made;
        } catch (IOException e) {
            throw unusable(file, ProfileFolder.reasonOf(e));
        }
    }

    private static IdentityKeyPair parse(Path file, List<String> lines) throws ProfileException {
        if (lines.size() != LINE_COUNT || !lines.get(0).equals(HEADING)) {
            throw unusable(file, "it is damaged");
        }
        try {
            byte[] seed = Base64.getDecoder().decode(lines.get(1));
            IdentityKeyPair pair = IdentityKeyPair.fromSeed(SecretBytes.copyOf(seed));
            Arrays.fill(seed, (byte) 0);
            if (pair.publicKey().fingerprint().toString().equals(lines.get(2))) {
                return pair;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(file, "it is damaged");
        }
        throw unusable(file, "it is damaged");
    }

    private static byte[] format(IdentityKeyPair pair) {
        String text =
                HEADING + "\n" + Base64.getEncoder().encodeToString(pair.seed().toArray()) + "\n"
                        + pair.publicKey().fingerprint() + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static ProfileException unusable(Path file, String why) {
        return new ProfileException("the device key " + file + " cannot be read (" + why
                + "): nothing was changed; restore it from a copy, or choose another folder with --profile");
    }
}
