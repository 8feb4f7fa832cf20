package io.heliograph.client.core.profile;

import io.heliograph.client.core.profile.StateFile.Slot;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One owner's view of the state: changes wait here until the owner commits them, so that no other owner's commit
 * tears them apart.
 *
 * <p>Not thread-safe; two views may be used by two threads.
 */
final class StagedStore implements LocalStore {
    private static final char SEPARATOR = '\n';

    private final Map<Slot, @Nullable Bytes> staged = new LinkedHashMap<>();
    private final StateFile file;
    private final String realm;

    StagedStore(StateFile file, String realm) {
        this.file = file;
        this.realm = realm;
    }

    @Override
    public @Nullable Bytes get(String drawer, Bytes key) {
        Slot slot = slot(drawer, key);
        return staged.containsKey(slot) ? staged.get(slot) : file.get(slot);
    }

    @Override
    public Map<Bytes, Bytes> all(String drawer) {
        String name = nameOf(drawer);
        Map<Bytes, Bytes> values = file.all(name);
        staged.forEach((slot, value) -> {
            if (slot.drawer().equals(name)) {
                if (value == null) {
                    values.remove(slot.key());
                } else {
                    values.put(slot.key(), value);
                }
            }
        });
        return values;
    }

    @Override
    public void put(String drawer, Bytes key, Bytes value) {
        if (value.length() > MAX_VALUE_BYTES || key.length() > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("a value of " + value.length() + " bytes, key " + key.length());
        }
        staged.put(slot(drawer, key), value);
    }

    @Override
    public void remove(String drawer, Bytes key) {
        Slot slot = slot(drawer, key);
        if (file.get(slot) == null) {
            staged.remove(slot);
        } else {
            staged.put(slot, null);
        }
    }

    @Override
    public void commit() throws IOException {
        if (!staged.isEmpty()) {
            file.write(staged);
            staged.clear();
        }
    }

    @Override
    public void sync() throws IOException {
        commit();
        file.force();
    }

    private Slot slot(String drawer, Bytes key) {
        return new Slot(nameOf(drawer), key);
    }

    private String nameOf(String drawer) {
        if (drawer.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw new IllegalArgumentException("a drawer's name of " + drawer.length() + " characters");
        }
        return realm + SEPARATOR + drawer;
    }
}
