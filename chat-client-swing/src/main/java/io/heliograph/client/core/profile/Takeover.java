package io.heliograph.client.core.profile;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves what version 0.1 kept in plain files into the sealed state: once, when the profile is made. The files are
 * removed when the state is safe on disk.
 *
 * <p>A plain file that appears in a sealed profile later is never believed, whoever put it there.
 */
final class Takeover {
    static final String DEVICE_DRAWER = "device";
    static final Bytes SEED = Bytes.copyOf("seed".getBytes(StandardCharsets.US_ASCII));

    private static final String TAKEN_DRAWER = "taken";
    private static final String DEVICE_KEY = "device.key";
    private static final String SERVERS = "servers.json";
    private static final String OUTBOX = "outbox";
    private static final String CHOICES = "choices.json";
    private static final String TYPED = "history";
    private static final List<String> NAMES = List.of(DEVICE_KEY, SERVERS, OUTBOX, CHOICES, TYPED);

    private final Path folder;
    private final StateFile state;
    private final LocalStore shared;

    Takeover(Path folder, StateFile state) {
        this.folder = folder;
        this.state = state;
        this.shared = state.storeOf(Profile.SHARED_REALM);
    }

    /** True if there is something to take over. */
    static boolean isDue(Path folder) {
        return NAMES.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** Reads all files before it writes anything. */
    void run() throws IOException, ProfileException {
        List<LocalStore> written = new ArrayList<>(List.of(shared));
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                byte[] content = Files.readAllBytes(file);
                if (!take(name, content, written)) {
                    throw new ProfileException("the profile's file " + file + " of an earlier version is damaged:"
                            + " nothing was changed; restore it from a copy, or move it away to go on without it");
                }
                shared.put(TAKEN_DRAWER, keyOf(name), Sha256.digest(content));
            }
        }
        for (LocalStore store : written) {
            store.sync();
        }
    }

    /** Removes the files that were taken over; names those that are there for another reason. */
    List<String> clean() throws IOException {
        List<String> left = new ArrayList<>();
        for (String name : NAMES) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                Bytes taken = shared.get(TAKEN_DRAWER, keyOf(name));
                if (taken != null && taken.equals(Sha256.digest(Files.readAllBytes(file)))) {
                    Files.delete(file);
                } else {
                    left.add(name);
                }
            }
        }
        return left;
    }

    private boolean take(String name, byte[] content, List<LocalStore> written) {
        return switch (name) {
            case DEVICE_KEY -> takeKey(content);
            case SERVERS -> takePins(content);
            case OUTBOX -> takeOutbox(content, written);
            case CHOICES ->
                takeChoices(content, "ignored", LocalChoices.IGNORED)
                        && takeChoices(content, "muted", LocalChoices.MUTED);
            default -> {
                TypedLines.takeOver(shared, OldFiles.typedLines(content));
                yield true;
            }
        };
    }

    private boolean takeKey(byte[] content) {
        SecretBytes seed = OldFiles.deviceSeed(content);
        if (seed != null) {
            shared.put(DEVICE_DRAWER, SEED, Bytes.takingOver(seed.toArray()));
        }
        return seed != null;
    }

    private boolean takePins(byte[] content) {
        Map<String, PinStore.Pin> pins = OldFiles.pins(content);
        if (pins != null) {
            pins.forEach((server, pin) -> PinStore.put(shared, server, pin));
        }
        return pins != null;
    }

    private boolean takeOutbox(byte[] content, List<LocalStore> written) {
        List<OutboxFormat.Kept> entries = OldFiles.outbox(content);
        if (entries == null) {
            return false;
        }
        for (OutboxFormat.Kept kept : entries) {
            LocalStore own = state.storeOf(kept.account());
            own.put(StoredOutbox.DRAWER, kept.entry().id().octets(), OutboxFormat.encode("", kept.entry()));
            written.add(0, own); // the note of what was taken over is written last
        }
        return true;
    }

    private boolean takeChoices(byte[] content, String list, String drawer) {
        @Nullable List<Target> targets = OldFiles.choices(content, list);
        if (targets != null) {
            targets.forEach(target -> LocalChoices.put(shared, drawer, target));
        }
        return targets != null;
    }

    private static Bytes keyOf(String name) {
        return Bytes.copyOf(name.getBytes(StandardCharsets.US_ASCII));
    }
}
