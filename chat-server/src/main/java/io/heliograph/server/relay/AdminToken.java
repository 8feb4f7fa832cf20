package io.heliograph.server.relay;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.store.sql.SqlStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The one-time token that makes the first administrator (protocol.md 7.1): shown at the very first start, only its
 * hash is kept.
 *
 * @param fresh null unless this start has made it
 */
record AdminToken(@Nullable String fresh) {
    /** SHA-256 of the token in hexadecimal; empty once it is used up. */
    static final String FACT = "admin_token_sha256";

    private static final int TOKEN_BYTES = 18;

    static AdminToken of(SqlStore store, RandomSource random) throws StartException {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random.bytes(TOKEN_BYTES));
        String hash = Sha256.digest(token.getBytes(StandardCharsets.UTF_8)).toHex();
        boolean made = store.now(tables -> {
            boolean first = tables.access().fact(FACT) == null;
            if (first) {
                tables.access().setFact(FACT, hash);
            }
            return first;
        });
        return new AdminToken(made ? token : null);
    }

    @Override
    public String toString() {
        return "AdminToken[]";
    }
}
