package io.heliograph.server.relay;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.folder.StartException;
import io.heliograph.server.store.sql.SqlStore;

/** Names one history of the server (protocol.md 7.3): made with the database, and anew when one is restored. */
final class Instance {
    private static final String FACT = "instance";

    private Instance() {}

    static InstanceId of(SqlStore store, RandomSource random) throws StartException {
        String fresh = Bytes.takingOver(random.bytes(InstanceId.LENGTH_BYTES)).toHex();
        String kept = store.now(tables -> {
            String known = tables.access().fact(FACT);
            if (known == null) {
                tables.access().setFact(FACT, fresh);
            }
            return known == null ? fresh : known;
        });
        try {
            return new InstanceId(Bytes.fromHex(kept));
        } catch (IllegalArgumentException e) {
            throw new StartException("the database's fact \"" + FACT + "\" is damaged: restore a backup");
        }
    }
}
