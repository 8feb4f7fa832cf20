package io.heliograph.client.core.profile;

import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a client keeps, opened: nothing of it is readable in the folder.
 *
 * <p>Opened and closed by one thread; each part says whose it is.
 */
public final class Profile implements AutoCloseable {
    /** What all accounts of a profile share; no account has this name. */
    static final String SHARED_REALM = "profile";

    private final StateFile state;
    private final SealedHistory history;
    private final IdentityKeyPair device;
    private final String account;
    private final List<String> notices;
    private final ProfileKey key;

    /**
     * How it is to be opened.
     *
     * @param account tells apart who talks to which server with one profile
     * @param repair the readable part of a damaged file is to be kept
     * @param nowMs milliseconds since 1970, for the name of a damaged file
     * @param deviceSeed the key of a device whose place a new profile takes; null for a device of its own
     */
    public record Wishes(
            String account,
            boolean repair,
            long nowMs,
            @Nullable SecretBytes deviceSeed) {
        public Wishes(String account, boolean repair, long nowMs) {
            this(account, repair, nowMs, null);
        }
    }

    /** What was opened. */
    record Parts(StateFile state, SealedHistory history, IdentityKeyPair device) {}

    Profile(Parts parts, ProfileKey key, String account, List<String> notices) {
        this.state = parts.state();
        this.history = parts.history();
        this.device = parts.device();
        this.key = key;
        this.account = account;
        this.notices = List.copyOf(notices);
    }

    /**
     * Opens what is there, or makes it. {@code key} is open; a profile that is made gets {@code passphrase}, none if
     * that is empty.
     */
    public static Profile open(
            ProfileFolder folder, ProfileKey key, String passphrase, Wishes wishes, RandomSource random)
            throws ProfileException {
        try {
            return new ProfileOpening(folder, key, wishes, random, new DiskFiles()).run(passphrase);
        } catch (IOException e) {
            throw new ProfileException("the profile " + folder.path() + " cannot be used (" + ProfileFolder.reasonOf(e)
                    + "): make it writable, or choose another folder with --profile");
        }
    }

    /** What guards the profile. Thread-safe. */
    public ProfileKey key() {
        return key;
    }

    /** The key that makes this profile a device. */
    public IdentityKeyPair device() {
        return device;
    }

    /** For the session: keys and whatever else belongs to the account. Owned by the client's loop. */
    public LocalStore store() {
        return state.storeOf(account);
    }

    /** What this account has read. */
    public History history() {
        return history;
    }

    /** What this account has said and the server has not accepted. Owned by the client's loop. */
    public OutboxStore outbox() {
        return new StoredOutbox(state.storeOf(account));
    }

    public PinStore pins(LongSupplier wallClockMs) {
        return new PinStore(state.storeOf(SHARED_REALM), wallClockMs);
    }

    public LocalChoices choices() {
        return new LocalChoices(state.storeOf(SHARED_REALM), System::currentTimeMillis);
    }

    /** What this account has begun to write. */
    public Drafts drafts() {
        return new Drafts(state.storeOf(account));
    }

    public TypedLines typedLines() {
        return new TypedLines(state.storeOf(SHARED_REALM));
    }

    /** What the user has to know about how the profile was found, a sentence each; said once. */
    public List<String> notices() {
        return notices;
    }

    @Override
    public void close() throws IOException {
        history.flush();
        state.close();
        history.close();
    }
}
