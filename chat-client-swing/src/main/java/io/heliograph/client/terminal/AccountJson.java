package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.UserEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of {@code --json} that tell of people and of the account. Thread-safe: pure functions. */
final class AccountJson {
    private AccountJson() {}

    /** Null for an event of another kind. */
    static @Nullable List<ObjectNode> of(ClientEvent event) {
        if (event instanceof ClientEvent.UserList list) {
            return list.users().stream().map(AccountJson::presence).toList();
        } else if (event instanceof ClientEvent.PresenceChanged changed) {
            return List.of(presence(changed.user()));
        } else if (event instanceof ClientEvent.AccountShown account) {
            ObjectNode object = JsonText.object("account")
                    .put("registered", account.registered())
                    .put("has_password", account.hasPassword())
                    .put("motd", account.motd())
                    .put("state", account.chosen().state().word())
                    .put("text", account.chosen().text());
            return List.of(preferences(object, account.preferences()));
        } else if (event instanceof ClientEvent.PreferencesChanged changed) {
            return List.of(preferences(JsonText.object("preferences"), changed.preferences()));
        } else if (event instanceof ClientEvent.PresenceChosen chosen) {
            return List.of(JsonText.object("chosen")
                    .put("state", chosen.chosen().state().word())
                    .put("text", chosen.chosen().text()));
        } else if (event instanceof ClientEvent.ProfileShown shown) {
            return List.of(profile(shown.profile()));
        } else if (event instanceof ClientEvent.DevicesListed listed) {
            return List.of(devices(listed));
        }
        return null;
    }

    private static ObjectNode presence(UserEntry user) {
        ObjectNode object = JsonText.object("presence")
                .put("user", user.name())
                .put("state", user.state().word());
        if (!user.text().isEmpty()) {
            object.put("text", user.text());
        }
        if (user.lastSeenMs() > 0) {
            object.put("last_seen", JsonText.time(user.lastSeenMs()));
        }
        return object;
    }

    private static ObjectNode preferences(ObjectNode object, Preferences told) {
        return object.put("tells_delivered", told.tellsDelivered())
                .put("tells_read", told.tellsRead())
                .put("tells_last_seen", told.tellsLastSeen());
    }

    private static ObjectNode profile(Profile profile) {
        ObjectNode object = JsonText.object("profile")
                .put("user", profile.user().name())
                .put("state", profile.user().state().word())
                .put("text", profile.user().text())
                .put("created", JsonText.time(profile.createdMs()))
                .put("admin", profile.admin());
        ArrayNode devices = object.putArray("devices");
        profile.devices()
                .forEach(key ->
                        devices.add(new IdentityPublicKey(key).fingerprint().toString()));
        return object;
    }

    private static ObjectNode devices(ClientEvent.DevicesListed listed) {
        ObjectNode object = JsonText.object("devices");
        ArrayNode devices = object.putArray("devices");
        listed.devices()
                .forEach(device -> devices.add(JsonText.plain()
                        .put("key", device.key().toHex())
                        .put("name", device.name())
                        .put("enrolled", JsonText.time(device.enrolledMs()))
                        .put("last_seen", JsonText.time(device.lastSeenMs()))
                        .put("online", device.online())));
        return object;
    }
}
