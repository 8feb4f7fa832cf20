package io.heliograph.server.folder;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.routing.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's password, its administrators' devices and the one-time token that makes the first of them.
 *
 * <p>Only the hash of the token is stored. Owned by the relay loop; files are written by the executor it is given.
 */
public final class FolderCredentials implements Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(FolderCredentials.class);
    private static final String TOKEN_FILE = "admin-token.sha256";
    private static final String ADMINS_FILE = "admins";
    private static final int TOKEN_BYTES = 18;

    private final DataFolder folder;
    private final Executor files;
    private final byte @Nullable [] passwordHash;
    private final Set<Bytes> admins;
    private final @Nullable String freshToken;
    private byte[] tokenHash;

    private FolderCredentials(
            DataFolder folder, Executor files, @Nullable String password, Set<Bytes> admins, Token token) {
        this.folder = folder;
        this.files = files;
        this.passwordHash = password == null ? null : sha256(password);
        this.admins = admins;
        this.freshToken = token.fresh;
        this.tokenHash = token.hash;
    }

    /** What is known of the token: its hash, and itself when this start has made it. */
    private static final class Token {
        private final byte[] hash;
        private final @Nullable String fresh;

        Token(byte[] hash, @Nullable String fresh) {
            this.hash = hash;
            this.fresh = fresh;
        }
    }

    /** {@code password} null: none. */
    public static FolderCredentials open(
            DataFolder folder, Executor files, @Nullable String password, RandomSource random) throws StartException {
        Set<Bytes> admins = new LinkedHashSet<>();
        byte[] stored = folder.read(ADMINS_FILE);
        if (stored != null) {
            for (String line :
                    new String(stored, StandardCharsets.US_ASCII).lines().toList()) {
                admins.add(parseDevice(folder, line));
            }
        }
        byte[] tokenHash = folder.read(TOKEN_FILE);
        Token token = tokenHash == null ? makeToken(folder, random) : new Token(tokenHash, null);
        return new FolderCredentials(folder, files, password, admins, token);
    }

    /** The token that this very start has made; null at every later one. */
    public @Nullable String freshToken() {
        return freshToken;
    }

    @Override
    public boolean admits(String password) {
        return passwordHash == null || MessageDigest.isEqual(passwordHash, sha256(password));
    }

    @Override
    public boolean isAdminToken(String token) {
        return MessageDigest.isEqual(tokenHash, sha256(token));
    }

    @Override
    public void makeAdmin(Bytes device) {
        tokenHash = new byte[0];
        if (admins.add(device)) {
            String lines = admins.stream().map(Bytes::toHex).collect(Collectors.joining("\n", "", "\n"));
            files.execute(() -> store(lines));
        }
    }

    @Override
    public boolean isAdmin(Bytes device) {
        return admins.contains(device);
    }

    private void store(String lines) {
        try {
            folder.write(ADMINS_FILE, lines.getBytes(StandardCharsets.US_ASCII));
            folder.write(TOKEN_FILE, new byte[0]); // used up
        } catch (StartException e) {
            LOG.error("administrators could not be stored: {}", e.getMessage());
        }
    }

    private static Token makeToken(DataFolder folder, RandomSource random) throws StartException {
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(TOKEN_BYTES));
        byte[] hash = sha256(fresh);
        folder.write(TOKEN_FILE, hash);
        return new Token(hash, fresh);
    }

    private static Bytes parseDevice(DataFolder folder, String hex) throws StartException {
        try {
            return Bytes.fromHex(hex);
        } catch (IllegalArgumentException e) {
            throw new StartException(folder.path().resolve(ADMINS_FILE)
                    + " is damaged: each line is the key of a device in hexadecimal; remove the line that is not");
        }
    }

    private static byte[] sha256(String secret) {
        return Sha256.digest(secret.getBytes(StandardCharsets.UTF_8)).toArray();
    }
}
