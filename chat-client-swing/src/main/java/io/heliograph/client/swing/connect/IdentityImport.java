package io.heliograph.client.swing.connect;

import io.heliograph.client.core.e2e.KeptIdentity;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.ExportedIdentity;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The identity of another computer's device, where one is to be used here (protocol.md 13.11).
 *
 * @param identity null for none, or where it could not be read
 * @param problem null if all is well
 */
record IdentityImport(@Nullable ExportedIdentity identity, OpenOutcome.@Nullable Failed problem) {

    /** Takes a good part of a second where there is a file. */
    static IdentityImport of(EntryRequest request, Words words) {
        EntryRequest.Import wanted = request.identity();
        if (wanted == null) {
            return new IdentityImport(null, null);
        }
        ExportedIdentity read;
        try {
            read = DeviceIdentity.read(wanted.file(), wanted.passphrase());
        } catch (IOException e) {
            String file = SafeText.line(wanted.file().toString());
            return failed(FormField.IDENTITY, words.get("connect.identity.unreadable", file));
        }
        if (read == null) {
            return failed(FormField.IDENTITY_PASSPHRASE, words.get("connect.identity.closed"));
        } else if (!read.name().equals(request.user())) {
            return failed(FormField.NAME, words.get("connect.identity.other", SafeText.line(read.name())));
        }
        return new IdentityImport(read, null);
    }

    /** Null for a device of its own. */
    @Nullable
    SecretBytes seed() {
        return identity == null ? null : identity.seed();
    }

    /** Has {@code profile} be the device; false if it is another one. */
    boolean isTakenBy(Profile profile) throws IOException {
        ExportedIdentity wanted = identity;
        if (wanted == null) {
            return true;
        }
        if (!IdentityKeyPair.fromSeed(wanted.seed())
                .publicKey()
                .equals(profile.device().publicKey())) {
            return false;
        }
        KeptIdentity.setFloor(profile.store(), wanted.listVersion());
        profile.store().sync();
        return true;
    }

    private static IdentityImport failed(FormField field, String line) {
        return new IdentityImport(null, new OpenOutcome.Failed(field, line));
    }
}
