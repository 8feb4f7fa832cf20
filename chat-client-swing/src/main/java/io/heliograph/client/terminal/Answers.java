package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.ServerMessage.Preferences;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the server answered to a question, in lines for people. Safe to show. */
final class Answers {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    /** More names than that are counted. */
    private static final int MAX_UNCOUNTED = 5;

    private Answers() {}

    /** Null if the event answers no question. */
    static @Nullable List<String> lines(ClientEvent event) {
        if (event instanceof ClientEvent.RoomsListed listed) {
            return rooms(listed);
        } else if (event instanceof ClientEvent.MembersShown shown) {
            return members(shown);
        } else if (event instanceof ClientEvent.DevicesListed listed) {
            return devices(listed.devices());
        } else if (event instanceof ClientEvent.ProfileShown shown) {
            return profile(shown.profile());
        } else if (event instanceof ClientEvent.PreferencesChanged changed) {
            return List.of(preferences(changed.preferences()));
        } else if (event instanceof ClientEvent.AdminOutput output) {
            return output.lines().stream()
                    .map(line -> "  " + Wording.safe(line))
                    .toList();
        } else if (event instanceof ClientEvent.DownloadsShown shown) {
            return List.of(FileWording.rule(shown.rule()));
        } else if (event instanceof ClientEvent.NetworkChecked checked) {
            return NetworkWording.lines(checked.report());
        } else if (event instanceof ClientEvent.VersionsShown shown) {
            return versions(shown);
        } else if (event instanceof ClientEvent.Done done) {
            String aboutKeys = TrustWording.done(done.command());
            return aboutKeys == null ? done(done.command()) : List.of(aboutKeys);
        }
        return TrustWording.lines(event);
    }

    private static List<String> versions(ClientEvent.VersionsShown shown) {
        if (shown.versions().size() < 2) {
            return List.of("this profile has read no other text of that message");
        }
        return shown.versions().stream()
                .map(version -> DAY.format(Instant.ofEpochMilli(version.timeMs())) + " "
                        + Wording.safe(version.text().replace("\n", " ")))
                .toList();
    }

    /** Day and time, here. */
    static String moment(long timeMs) {
        return DAY.format(Instant.ofEpochMilli(timeMs));
    }

    static String person(UserEntry user) {
        String state =
                user.state() == PresenceState.ONLINE ? "" : " (" + user.state().word() + ")";
        String text = user.text().isEmpty() ? "" : " - " + Wording.safe(user.text());
        return Wording.safe(user.name()) + state + text;
    }

    /** Who has an own message, and who has read it; nothing is said of nobody. */
    static List<String> receipts(List<MemberEntry> members, String reader, long seq) {
        List<String> read = new ArrayList<>();
        List<String> delivered = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (MemberEntry member : members) {
            if (!member.name().equals(reader)) {
                List<String> rest = member.deliveredSeq() >= seq ? delivered : missing;
                (member.readSeq() >= seq ? read : rest).add(Wording.safe(member.name()));
            }
        }
        List<String> lines = new ArrayList<>();
        if (!read.isEmpty()) {
            lines.add("read by " + listed(read));
        }
        if (!delivered.isEmpty()) {
            lines.add("delivered to " + listed(delivered) + (read.isEmpty() ? "" : ", too"));
        }
        if (!missing.isEmpty()) {
            // Who does not tell (protocol.md 7.4) cannot be told from who has not got it.
            lines.add("not yet, or not told: " + listed(missing));
        }
        return lines.isEmpty() ? List.of("nobody else is here") : lines;
    }

    static String preferences(Preferences told) {
        return "others are told: delivered " + onOff(told.tellsDelivered()) + ", read " + onOff(told.tellsRead())
                + ", last seen " + onOff(told.tellsLastSeen());
    }

    private static List<String> rooms(ClientEvent.RoomsListed listed) {
        if (listed.rooms().isEmpty()) {
            return List.of(listed.pattern().isEmpty() ? "there are no rooms: /join ROOM makes one" : "no such room");
        }
        List<String> lines = new ArrayList<>();
        for (RoomEntry room : listed.rooms()) {
            String access =
                    switch (room.access()) {
                        case PUBLIC -> "";
                        default -> ", " + room.access().word();
                    };
            lines.add(Wording.safe(room.name()) + (room.joined() ? " *" : "") + " (" + room.memberCount() + access
                    + ") " + Wording.safe(room.topic()));
        }
        if (listed.more()) {
            lines.add("... and more: /list PATTERN");
        }
        return lines;
    }

    private static List<String> members(ClientEvent.MembersShown shown) {
        List<String> names = new ArrayList<>();
        for (MemberEntry member : shown.members()) {
            String role =
                    switch (member.role()) {
                        case MEMBER -> "";
                        default -> " (" + member.role().word() + ")";
                    };
            names.add(Wording.safe(member.name()) + role);
        }
        return List.of(Wording.safe(shown.where().address()) + " (" + names.size() + "): " + String.join(", ", names));
    }

    private static List<String> devices(List<DeviceEntry> devices) {
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < devices.size(); index++) {
            DeviceEntry device = devices.get(index);
            String seen =
                    device.online() ? "online" : "last seen " + DAY.format(Instant.ofEpochMilli(device.lastSeenMs()));
            lines.add((index + 1) + " " + Wording.safe(device.name()) + ", " + seen + ", since "
                    + DAY.format(Instant.ofEpochMilli(device.enrolledMs())));
        }
        return lines;
    }

    private static List<String> profile(Profile profile) {
        List<String> lines = new ArrayList<>();
        UserEntry user = profile.user();
        String state = user.state() == PresenceState.ONLINE ? " (online)" : "";
        lines.add(person(user) + state + (profile.admin() ? ", administrator" : "") + ", since "
                + DAY.format(Instant.ofEpochMilli(profile.createdMs()))
                + (user.lastSeenMs() > 0 ? ", last seen " + DAY.format(Instant.ofEpochMilli(user.lastSeenMs())) : ""));
        for (Bytes key : profile.devices()) {
            lines.add("  device " + new IdentityPublicKey(key).fingerprint());
        }
        return lines;
    }

    /** Nothing for what a line in the room tells anyway. */
    private static List<String> done(ClientCommand command) {
        if (command instanceof ClientCommand.SetPassword) {
            return List.of("your password is set");
        } else if (command instanceof ClientCommand.Revoke) {
            return List.of("that device can no longer speak for you");
        } else if (command instanceof ClientCommand.SetPresence set) {
            return List.of("others see you as " + set.state().word()
                    + (set.text().isEmpty() ? "" : ": " + Wording.safe(set.text())));
        }
        return List.of();
    }

    private static String listed(List<String> names) {
        return (names.size() > MAX_UNCOUNTED ? names.size() + ": " : "") + String.join(", ", names);
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
