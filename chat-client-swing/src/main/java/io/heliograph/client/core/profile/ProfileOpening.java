package io.heliograph.client.core.profile;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One opening of a profile, on the files that are handed in. Whatever dies on the way, the next one finds the profile
 * as it was before, or as it is after.
 *
 * <p>Used once, by one thread.
 */
final class ProfileOpening {
    private final ProfileFolder folder;
    private final ProfileKey key;
    private final Profile.Wishes wishes;
    private final RandomSource random;
    private final SealedLog.Place statePlace;
    private final SealedLog.Place historyPlace;
    private final List<String> notices = new ArrayList<>();

    ProfileOpening(ProfileFolder folder, ProfileKey key, Profile.Wishes wishes, RandomSource random, LogFiles files) {
        this.folder = folder;
        this.key = key;
        this.wishes = wishes;
        this.random = random;
        SecretBytes master = key.master();
        this.statePlace = new SealedLog.Place(folder.state(), StateFile.LABEL, master, random, files);
        this.historyPlace = new SealedLog.Place(folder.messages(), SealedHistory.LABEL, master, random, files);
    }

    Profile run(String passphrase) throws IOException, ProfileException {
        if (!key.isNew() && wishes.deviceSeed() != null) {
            throw new ProfileException("an identity is imported into a new profile, and " + folder.path()
                    + " is in use already: choose another folder with --profile");
        }
        if (key.isNew()) {
            make(passphrase);
        }
        Files.deleteIfExists(folder.making());
        StateFile state = openState();
        SealedHistory history = openHistory();
        List<String> left = new Takeover(folder.path(), state).clean();
        if (!left.isEmpty()) {
            notices.add(
                    "plain files in the profile folder are not used and should be removed: " + String.join(", ", left));
        }
        note(folder.state().getFileName().toString(), state.tornBytes());
        note(folder.messages().getFileName().toString(), history.tornBytes());
        return new Profile(new Profile.Parts(state, history, device(state)), key, wishes.account(), notices);
    }

    /** The key comes last: while there is none and the mark is there, everything is made again. */
    private void make(String passphrase) throws IOException, ProfileException {
        boolean halfMade = Files.exists(folder.making());
        if (!halfMade && (holdsRecords(folder.state()) || holdsRecords(folder.messages()))) {
            throw new ProfileException("the profile's key " + folder.key() + " is missing: nothing was changed;"
                    + " restore it from a copy, or choose another folder with --profile");
        }
        DurableFiles.replace(folder.making(), new byte[0]);
        try (StateFile state = StateFile.create(statePlace)) {
            SealedLog.create(historyPlace).close();
            if (Takeover.isDue(folder.path())) {
                new Takeover(folder.path(), state).run();
            }
            if (!hasDevice(state)) {
                makeDevice(state);
            }
        }
        key.wrap(passphrase);
    }

    private StateFile openState() throws IOException, ProfileException {
        try {
            return StateFile.open(statePlace);
        } catch (ProfileException e) {
            repair(e, statePlace, StateFile::isBatch);
            return StateFile.open(statePlace);
        }
    }

    private SealedHistory openHistory() throws IOException, ProfileException {
        try {
            return SealedHistory.open(historyPlace, wishes.account());
        } catch (ProfileException e) {
            HistoryFormat format = new HistoryFormat();
            repair(e, historyPlace, content -> format.read(content, wishes.account()) != null);
            return SealedHistory.open(historyPlace, wishes.account());
        }
    }

    private void repair(ProfileException cause, SealedLog.Place place, Predicate<byte[]> isSane)
            throws IOException, ProfileException {
        if (!wishes.repair()) {
            throw cause;
        }
        notices.add(Repair.run(place, isSane, wishes.nowMs()));
    }

    private void note(String name, long tornBytes) {
        if (tornBytes > 0) {
            notices.add("the last write to the profile's file " + name + " had not come to its end: " + tornBytes
                    + " bytes of it were left out");
        }
    }

    private IdentityKeyPair device(StateFile state) throws IOException {
        if (!hasDevice(state)) {
            notices.add("the key of this device was lost: this is a new device, which its account lets in with"
                    + " the password");
            makeDevice(state);
        }
        Bytes seed = state.storeOf(Profile.SHARED_REALM).get(Takeover.DEVICE_DRAWER, Takeover.SEED);
        return IdentityKeyPair.fromSeed(SecretBytes.copyOf(seed == null ? new byte[0] : seed.asReadOnlyArray()));
    }

    private static boolean hasDevice(StateFile state) {
        Bytes seed = state.storeOf(Profile.SHARED_REALM).get(Takeover.DEVICE_DRAWER, Takeover.SEED);
        return seed != null && seed.length() == IdentityKeyPair.SEED_BYTES;
    }

    private void makeDevice(StateFile state) throws IOException {
        LocalStore store = state.storeOf(Profile.SHARED_REALM);
        SecretBytes imported = wishes.deviceSeed();
        byte[] fresh = imported == null ? random.bytes(IdentityKeyPair.SEED_BYTES) : imported.toArray();
        Bytes seed = Bytes.takingOver(fresh);
        store.put(Takeover.DEVICE_DRAWER, Takeover.SEED, seed);
        store.sync();
    }

    private static boolean holdsRecords(Path file) throws IOException {
        return Files.exists(file) && Files.size(file) > LogFormat.HEADER_BYTES;
    }
}
