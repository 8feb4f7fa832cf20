package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * This device among those of its account: whether it is on the list, and the list itself where it is the first
 * (protocol.md 13.2).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class OwnDevice {
    private final IdentityKeyPair key;
    private final Contacts contacts;
    private final PreKeys prekeys;
    private final LocalStore store;
    private final LongSupplier wallClockMs;
    private final Consumer<ClientEvent> events;
    private @Nullable RelayRequests relay;
    private @Nullable DeviceList list;
    private String name = "";
    private boolean reconciled;
    private boolean toldUnconfirmed;
    private List<Bytes> toldWaiting = List.of();

    OwnDevice(
            IdentityKeyPair key,
            Contacts contacts,
            LocalStore store,
            RandomSource random,
            LongSupplier wallClockMs,
            Consumer<ClientEvent> events) {
        this.key = key;
        this.contacts = contacts;
        this.prekeys = new PreKeys(store, random);
        this.store = store;
        this.wallClockMs = wallClockMs;
        this.events = events;
        this.list = KeptIdentity.list(store);
    }

    void begin(RelayRequests to) {
        relay = to;
    }

    // Inputs

    void onWelcome(String userName) {
        name = userName;
        reconciled = false; // nothing is said in a roll before the prekey is where others find it
        toldUnconfirmed = false;
        DeviceList stored = list;
        if (stored != null && !stored.name().equals(userName)) {
            list = null; // the profile has served another name
        }
    }

    /** The card that the server has of this account, at login and whenever it has changed. */
    void onOwnCard(CardEntry card, long nowNs) {
        DeviceList told = card.list().isEmpty() ? null : DeviceList.verified(card.list());
        boolean usable = told != null && told.name().equals(name);
        if (usable && told != null && told.version() < KeptIdentity.floor(store)) {
            events.accept(new ClientEvent.Problem(
                    "devices", "the server shows an older list of your devices than the one you exported"));
            usable = false;
        }
        DeviceList known = list;
        if (known == null && !usable) {
            keep(DeviceList.sign(key, name, wallClockMs.getAsLong(), List.of()));
        } else if (told != null && usable && supersedes(told, known)) {
            keep(told);
        }
        reconciled = true;
        publish(card, nowNs);
        tellStanding(card);
    }

    // Commands

    /** Puts a device on the list; false if this one does not sign it. */
    boolean approve(Bytes device, long nowNs) {
        DeviceList known = list;
        if (known == null || !isFirst() || known.holds(device)) {
            return false;
        }
        List<Bytes> others = others(known);
        others.add(device);
        sign(others, nowNs);
        return true;
    }

    /** Takes a device off the list; nothing happens where it is not on it or this device does not sign it. */
    void remove(Bytes device, long nowNs) {
        DeviceList known = list;
        if (known != null
                && isFirst()
                && known.holds(device)
                && !known.accountKey().equals(device)) {
            List<Bytes> others = others(known);
            others.remove(device);
            sign(others, nowNs);
        }
    }

    /** Begins the account's identity anew with this device as its first. */
    void beginAnew(long nowNs) {
        list = null;
        sign(List.of(), nowNs);
    }

    // Queries

    IdentityKeyPair key() {
        return key;
    }

    Bytes device() {
        return key.publicKey().octets();
    }

    String name() {
        return name;
    }

    /** Others give keys to this device and believe it. */
    boolean isListed() {
        DeviceList known = list;
        return known != null && known.holds(device());
    }

    boolean isFirst() {
        DeviceList known = list;
        return known != null && known.accountKey().equals(device());
    }

    /** The server has told what it knows of this account on the connection that stands. */
    boolean isReconciled() {
        return reconciled;
    }

    @Nullable
    DeviceList list() {
        return list;
    }

    PreKeys prekeys() {
        return prekeys;
    }

    // Private

    private boolean supersedes(DeviceList told, @Nullable DeviceList known) {
        if (known == null) {
            return true;
        }
        boolean same = told.accountKey().equals(known.accountKey());
        // Another first device is believed by a device that it names: the user has begun the account anew with it.
        return same ? told.version() > known.version() : !isFirst() && told.holds(device());
    }

    private void publish(CardEntry card, long nowNs) {
        PreKeyRecord prekey = prekeys.current(key, wallClockMs.getAsLong());
        DeviceList known = list;
        boolean listMissing = known != null && isFirst() && !card.list().equals(known.octets());
        if (listMissing || !card.prekeys().contains(prekey.octets())) {
            publish(prekey, listMissing && known != null ? known.octets() : Bytes.EMPTY, nowNs);
        }
    }

    private void publish(PreKeyRecord prekey, Bytes octets, long nowNs) {
        RelayRequests to = relay;
        if (to != null) {
            to.ask(
                    request -> new EndToEndMessage.Publish(request, prekey.octets(), octets),
                    (answer, atNs) -> {
                        if (answer instanceof ServerMessage.Refused refused && !octets.isEmpty()) {
                            events.accept(new ClientEvent.Problem(
                                    "devices",
                                    "the server does not take this account's list of devices: " + refused.text()));
                        }
                    },
                    nowNs);
        }
    }

    private void tellStanding(CardEntry card) {
        if (!isListed() && !toldUnconfirmed) {
            toldUnconfirmed = true;
            events.accept(new ClientEvent.DeviceUnconfirmed(
                    key.publicKey().fingerprint().words()));
        } else if (isListed() && toldUnconfirmed) {
            toldUnconfirmed = false;
            events.accept(new ClientEvent.DeviceConfirmed());
        }
        List<Bytes> waiting = card.prekeys().stream()
                .map(PreKeyRecord::verified)
                .filter(record -> record != null && list != null && !list.holds(record.device()))
                .map(PreKeyRecord::device)
                .toList();
        if (isFirst() && !waiting.equals(toldWaiting)) {
            toldWaiting = waiting;
            if (!waiting.isEmpty()) {
                events.accept(new ClientEvent.DevicesWaiting(waiting));
            }
        }
    }

    private void sign(List<Bytes> others, long nowNs) {
        DeviceList known = list;
        long version = Math.max(wallClockMs.getAsLong(), known == null ? 0 : known.version() + 1);
        DeviceList signed = DeviceList.sign(key, name, version, others);
        keep(signed);
        publish(prekeys.current(key, wallClockMs.getAsLong()), signed.octets(), nowNs);
    }

    private void keep(DeviceList now) {
        list = now;
        contacts.learn(now); // one's own devices are known before the server has taken the list
        KeptIdentity.keep(store, now);
    }

    private List<Bytes> others(DeviceList known) {
        List<Bytes> others = new ArrayList<>(known.devices());
        others.remove(known.accountKey());
        return others;
    }
}
