package io.heliograph.bench.secret;

import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile without a disk, so that keys and network are what is measured. Believes whatever relay answers.
 *
 * <p>Not thread-safe; owned by one client's loop.
 */
final class ForgetfulStore implements LocalStore, History, OutboxStore, TrustStore {
    private final Map<String, Map<Bytes, Bytes>> drawers = new HashMap<>();
    private final Map<String, HistoryEntry> entries = new HashMap<>();
    private @Nullable String fingerprint;

    @Override
    public @Nullable Bytes get(String drawer, Bytes key) {
        return drawers.getOrDefault(drawer, Map.of()).get(key);
    }

    @Override
    public Map<Bytes, Bytes> all(String drawer) {
        return new LinkedHashMap<>(drawers.getOrDefault(drawer, Map.of()));
    }

    @Override
    public void put(String drawer, Bytes key, Bytes value) {
        drawers.computeIfAbsent(drawer, name -> new LinkedHashMap<>()).put(key, value);
    }

    @Override
    public void remove(String drawer, Bytes key) {
        Map<Bytes, Bytes> known = drawers.get(drawer);
        if (known != null) {
            known.remove(key);
        }
    }

    @Override
    public void commit() {
        // Nothing outlives the measurement.
    }

    @Override
    public void sync() {
        // Nothing outlives the measurement.
    }

    @Override
    public void add(HistoryEntry entry) {
        entries.put(keyOf(entry.instance(), entry.conversation(), entry.seq()), entry);
    }

    @Override
    public @Nullable HistoryEntry find(InstanceId instance, long conversation, long seq) {
        return entries.get(keyOf(instance, conversation, seq));
    }

    @Override
    public List<HistoryEntry> around(InstanceId instance, long conversation, long seq, int before, int after) {
        return List.of();
    }

    @Override
    public List<HistoryEntry> addedFrom(int position) {
        return List.of();
    }

    @Override
    public void flush() {
        // Nothing outlives the measurement.
    }

    @Override
    public List<OutboxEntry> restored() {
        return List.of();
    }

    @Override
    public void append(OutboxEntry entry) {
        // Nothing outlives the measurement.
    }

    @Override
    public void settle(MessageId id) {
        // Nothing outlives the measurement.
    }

    @Override
    public @Nullable String expected() {
        return fingerprint;
    }

    @Override
    public void trust(String answered) {
        fingerprint = answered;
    }

    @Override
    public String history() {
        return "";
    }

    private static String keyOf(InstanceId instance, long conversation, long seq) {
        return instance.octets().toHex() + "/" + conversation + "/" + seq;
    }
}
