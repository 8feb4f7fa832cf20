package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.e2e.SafetyNumber;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The objects of {@code --json} that tell of keys and of who may read. Thread-safe: pure functions. */
final class TrustJson {
    private TrustJson() {}

    /** Null for an event of another kind. */
    static @Nullable List<ObjectNode> of(ClientEvent event) {
        if (event instanceof ClientEvent.DeviceUnconfirmed unconfirmed) {
            return List.of(JsonText.object("device").put("state", "unconfirmed").put("words", unconfirmed.words()));
        } else if (event instanceof ClientEvent.DeviceConfirmed) {
            return List.of(JsonText.object("device").put("state", "confirmed"));
        } else if (event instanceof ClientEvent.DevicesWaiting waiting) {
            ObjectNode object = JsonText.object("devices_waiting");
            ArrayNode devices = object.putArray("devices");
            waiting.devices()
                    .forEach(key ->
                            devices.add(new IdentityPublicKey(key).fingerprint().toString()));
            return List.of(object);
        } else if (event instanceof ClientEvent.DevicesChanged changed) {
            return List.of(JsonText.object("devices_changed").put("user", changed.name()));
        } else if (event instanceof ClientEvent.KeyChanged changed) {
            return List.of(
                    JsonText.object("key_changed").put("user", changed.name()).put("waits", changed.waits()));
        } else if (event instanceof ClientEvent.DirectorySignerChanged changed) {
            return List.of(JsonText.object("directory_signer_changed")
                    .put("before", changed.before())
                    .put("now", changed.now()));
        } else if (event instanceof ClientEvent.TrustShown shown) {
            return List.of(shown(shown));
        } else if (event instanceof ClientEvent.TrustKnown known) {
            return known.people().stream().map(TrustJson::known).toList();
        }
        return rooms(event);
    }

    private static @Nullable List<ObjectNode> rooms(ClientEvent event) {
        if (event instanceof ClientEvent.Admitted admitted) {
            return List.of(JsonText.at(JsonText.object("admitted"), admitted.where())
                    .put("user", admitted.name())
                    .put("by", admitted.by()));
        } else if (event instanceof ClientEvent.NotAdmitted not) {
            ObjectNode object = JsonText.at(JsonText.object("not_admitted"), not.where());
            ArrayNode names = object.putArray("users");
            not.names().forEach(names::add);
            return List.of(object);
        } else if (event instanceof ClientEvent.DraftChanged draft) {
            return List.of(JsonText.at(JsonText.object("draft"), draft.where()).put("text", draft.text()));
        } else if (event instanceof ClientEvent.HistorySharing sharing) {
            return List.of(JsonText.at(JsonText.object("history_sharing"), sharing.where())
                    .put("on", sharing.on()));
        } else if (event instanceof ClientEvent.RoomAlarm alarm) {
            return List.of(JsonText.at(JsonText.object("room_alarm"), alarm.where())
                    .put("reason", HeldWording.alarm(alarm.cause())));
        } else if (event instanceof ClientEvent.ChangeNotAccepted not) {
            return List.of(JsonText.at(JsonText.object("change_not_accepted"), not.where())
                    .put("seq", not.seq())
                    .put("what", not.what().word())
                    .put("from", not.by())
                    .put("reason", not.reason()));
        } else if (event instanceof ClientEvent.HeldBack held) {
            return List.of(JsonText.at(JsonText.object("held"), held.where()).put("reason", HeldWording.held(held)));
        }
        return null;
    }

    private static ObjectNode known(ClientEvent.TrustKnown.Known known) {
        return JsonText.object("trust_level")
                .put("user", known.name())
                .put("level", known.level().name().toLowerCase(Locale.ROOT))
                .put("waits", known.waits());
    }

    private static ObjectNode shown(ClientEvent.TrustShown shown) {
        ObjectNode object = JsonText.object("trust_level")
                .put("user", shown.name())
                .put("level", shown.level().name().toLowerCase(Locale.ROOT))
                .put("safety_number", shown.number().digits())
                .put("words", shown.number().words());
        SafetyNumber waiting = shown.waiting();
        if (waiting != null) {
            object.put("waiting_number", waiting.digits()).put("waiting_words", waiting.words());
        }
        ArrayNode devices = object.putArray("devices");
        shown.devices().forEach(devices::add);
        return object.put("first_seen", JsonText.time(shown.firstSeenMs()));
    }
}
