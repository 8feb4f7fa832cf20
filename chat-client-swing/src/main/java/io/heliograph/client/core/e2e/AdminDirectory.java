package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.Directory;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys this server's administrator has confirmed (protocol.md 13.10).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class AdminDirectory {
    private static final String DRAWER = "directory";
    private static final Bytes BELIEVED = Bytes.copyOf((byte) 1);
    private static final Bytes PROPOSED = Bytes.copyOf((byte) 2);

    private final OwnDevice own;
    private final LocalStore store;
    private final LongSupplier wallClockMs;
    private final Consumer<ClientEvent> events;
    private @Nullable RelayRequests relay;
    private @Nullable Directory believed;
    private @Nullable Directory proposed;

    AdminDirectory(OwnDevice own, LocalStore store, LongSupplier wallClockMs, Consumer<ClientEvent> events) {
        this.own = own;
        this.store = store;
        this.wallClockMs = wallClockMs;
        this.events = events;
        this.believed = stored(BELIEVED);
        this.proposed = stored(PROPOSED);
    }

    void begin(RelayRequests to) {
        relay = to;
    }

    void onWelcome(long nowNs) {
        RelayRequests to = relay;
        if (to != null) {
            to.ask(
                    EndToEndMessage.GetDirectory::new,
                    (answer, atNs) -> {
                        if (answer instanceof ServerMessage.DirectoryTold told) {
                            onTold(told.directory());
                        }
                    },
                    nowNs);
        }
    }

    /** Whether the administrator has confirmed that {@code key} is the account key of {@code name}. */
    boolean confirms(String name, Bytes key) {
        Directory known = believed;
        Bytes confirmed = known == null ? null : known.keyOf(name);
        return confirmed != null && confirmed.equals(key);
    }

    /** The user believes the signer who signs now. False if there is none to be asked about. */
    boolean accept() {
        Directory next = proposed;
        if (next == null) {
            return false;
        }
        keep(BELIEVED, next);
        believed = next;
        proposed = null;
        store.remove(DRAWER, PROPOSED);
        return true;
    }

    /** Confirms somebody's key, as an administrator's first device. */
    void confirm(ClientCommand command, String name, Bytes key, long nowNs) {
        DeviceList list = own.list();
        RelayRequests to = relay;
        if (list == null || !own.isFirst() || to == null) {
            events.accept(new ClientEvent.Refused(
                    command, "not_first_device", "only the first device of an administrator signs the directory"));
            return;
        }
        Directory known = believed;
        boolean mine = known != null && known.signerKey().equals(list.accountKey());
        List<Directory.Listed> accounts = new ArrayList<>(mine && known != null ? known.accounts() : List.of());
        accounts.removeIf(listed -> Skeleton.of(listed.name()).equals(Skeleton.of(name)));
        accounts.add(new Directory.Listed(name, key));
        long version = Math.max(wallClockMs.getAsLong(), known == null ? 1 : known.version() + 1);
        Directory signed = Directory.sign(own.key(), own.name(), version, accounts);
        to.ask(
                request -> new EndToEndMessage.PutDirectory(request, signed.octets()),
                (answer, atNs) -> {
                    if (answer instanceof ServerMessage.Refused refused) {
                        events.accept(new ClientEvent.Refused(command, refused.code(), refused.text()));
                    } else {
                        believed = signed;
                        keep(BELIEVED, signed);
                        events.accept(new ClientEvent.Done(command));
                    }
                },
                nowNs);
    }

    private void onTold(Bytes octets) {
        Directory told = octets.isEmpty() ? null : Directory.verified(octets);
        Directory known = believed;
        if (told == null) {
            return;
        }
        boolean same = known != null && told.signerKey().equals(known.signerKey());
        if (known == null || (same && told.version() > known.version())) {
            believed = told;
            keep(BELIEVED, told);
        } else if (same && told.version() < known.version()) {
            events.accept(new ClientEvent.Problem(
                    "directory", "the server shows an older directory of its administrator than before"));
        } else if (!same) {
            proposed = told;
            keep(PROPOSED, told);
            events.accept(new ClientEvent.DirectorySignerChanged(known.signer(), told.signer()));
        }
    }

    private void keep(Bytes key, Directory directory) {
        store.put(DRAWER, key, directory.octets());
    }

    private @Nullable Directory stored(Bytes key) {
        Bytes octets = store.get(DRAWER, key);
        return octets == null ? null : Directory.verified(octets);
    }
}
