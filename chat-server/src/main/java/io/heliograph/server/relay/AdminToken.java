package io.heliograph.server.relay;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.server.account.OneTimeToken;
import io.heliograph.server.account.SecretText;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.store.StoredState.Facts;
import io.heliograph.server.store.sql.SqlStore;
import org.jspecify.annotations.Nullable;

/**
 * The one-time token that makes the first administrator (protocol.md 7.1): shown at the very first start, only its
 * hash is kept.
 *
 * @param fresh null unless this start has made it
 */
record AdminToken(@Nullable String fresh) {
    static AdminToken of(SqlStore store, RandomSource random) throws StartException {
        String token = SecretText.tokenOf(random.bytes(OneTimeToken.TOKEN_BYTES));
        String hash = OneTimeToken.factOf(token);
        boolean made = store.now(tables -> {
            boolean first = tables.access().fact(Facts.ADMIN_TOKEN) == null;
            if (first) {
                tables.access().setFact(Facts.ADMIN_TOKEN, hash);
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
