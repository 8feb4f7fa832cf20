package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.model.ChatModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What about keys is open. Not thread-safe; owned by the event dispatch thread.
 */
final class AlertBook {
    /** Older ones make room; chosen by us. */
    private static final int MAX_ALERTS = 200;

    private final List<Alert> open = new ArrayList<>();

    /** What belongs into the open conversation, or into every one; null for nothing. */
    @Nullable
    Alert mostPressing(@Nullable Target current, ChatModel model) {
        return open.stream()
                .filter(alert -> concerns(alert, current, model))
                .min(Comparator.comparing(Alert::kind))
                .orElse(null);
    }

    void dismiss(Alert alert) {
        open.remove(alert);
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Done done) {
            onDone(done.command());
        } else if (event instanceof ClientEvent.EntryPlaced placed) {
            drop(alert -> alert.kind() == Alert.Kind.HELD_BACK && isAt(alert, placed.where()));
        } else if (event instanceof ClientEvent.ConversationLeft left) {
            drop(alert -> isAt(alert, left.where()));
        } else if (event instanceof ClientEvent.Admitted admitted) {
            onAdmitted(admitted.where(), admitted.name());
        } else if (event instanceof ClientEvent.DeviceConfirmed) {
            drop(alert -> alert.kind() == Alert.Kind.UNCONFIRMED);
        } else if (event instanceof ClientEvent.TrustShown shown) {
            drop(alert -> alert.kind() == Alert.Kind.KEY_WAITS && isOf(alert, shown.name()));
            if (shown.waiting() != null) {
                add(new Alert(Alert.Kind.KEY_WAITS, null, List.of(shown.name()), ""));
            }
        } else {
            Alert alert = alertOf(event);
            if (alert != null) {
                add(alert);
            }
        }
    }

    private static @Nullable Alert alertOf(ClientEvent event) {
        if (event instanceof ClientEvent.KeyChanged changed) {
            Alert.Kind kind = changed.waits() ? Alert.Kind.KEY_WAITS : Alert.Kind.KEY_CHANGED;
            return new Alert(kind, null, List.of(changed.name()), "");
        } else if (event instanceof ClientEvent.RoomAlarm alarm) {
            return new Alert(Alert.Kind.ROOM_ALARM, alarm.where(), List.of(), "", null, alarm.cause());
        } else if (event instanceof ClientEvent.HeldBack held) {
            List<String> names =
                    held.where().isRoom() ? List.of() : List.of(held.where().name());
            return new Alert(Alert.Kind.HELD_BACK, held.where(), names, "", held.cause(), held.alarm());
        } else if (event instanceof ClientEvent.NotAdmitted not) {
            return new Alert(Alert.Kind.NOT_ADMITTED, not.where(), not.names(), "");
        } else if (event instanceof ClientEvent.DeviceUnconfirmed unconfirmed) {
            return new Alert(Alert.Kind.UNCONFIRMED, null, List.of(), unconfirmed.words());
        } else if (event instanceof ClientEvent.DevicesWaiting waiting) {
            return new Alert(
                    Alert.Kind.WAITING_DEVICES,
                    null,
                    List.of(),
                    String.valueOf(waiting.devices().size()));
        } else if (event instanceof ClientEvent.DirectorySignerChanged changed) {
            return new Alert(Alert.Kind.DIRECTORY_SIGNER, null, List.of(changed.before(), changed.now()), "");
        } else if (event instanceof ClientEvent.ChangeNotAccepted not) {
            return new Alert(Alert.Kind.CHANGE_NOT_ACCEPTED, not.where(), List.of(not.by()), not.reason());
        } else if (event instanceof ClientEvent.DevicesChanged changed) {
            return new Alert(Alert.Kind.DEVICES_CHANGED, null, List.of(changed.name()), "");
        }
        return null;
    }

    private void onDone(ClientCommand command) {
        if (command instanceof ClientCommand.AcceptKey accept && accept.of().isRoom()) {
            drop(alert -> (alert.kind() == Alert.Kind.ROOM_ALARM || alert.kind() == Alert.Kind.HELD_BACK)
                    && isAt(alert, accept.of()));
        } else if (command instanceof ClientCommand.AcceptKey accept) {
            drop(alert -> alert.kind() != Alert.Kind.NOT_ADMITTED
                    && isOf(alert, accept.of().name()));
        } else if (command instanceof ClientCommand.AcceptDirectory) {
            drop(alert -> alert.kind() == Alert.Kind.DIRECTORY_SIGNER);
        } else {
            onDevicesDone(command);
        }
    }

    private void onDevicesDone(ClientCommand command) {
        if (command instanceof ClientCommand.Admit admit) {
            onAdmitted(admit.where(), admit.name());
        } else if (command instanceof ClientCommand.SetVerified set && set.verified()) {
            drop(alert -> (alert.kind() == Alert.Kind.KEY_CHANGED || alert.kind() == Alert.Kind.DEVICES_CHANGED)
                    && isOf(alert, set.name()));
        } else if (command instanceof ClientCommand.ApproveDevice || command instanceof ClientCommand.Revoke) {
            drop(alert -> alert.kind() == Alert.Kind.WAITING_DEVICES);
        } else if (command instanceof ClientCommand.BeginAnew) {
            drop(alert -> alert.kind() == Alert.Kind.UNCONFIRMED);
        }
    }

    private void onAdmitted(Target room, String name) {
        for (Alert alert : List.copyOf(open)) {
            if (alert.kind() == Alert.Kind.NOT_ADMITTED && isAt(alert, room) && isOf(alert, name)) {
                open.remove(alert);
                List<String> rest = alert.names().stream()
                        .filter(other -> !keyOf(other).equals(keyOf(name)))
                        .toList();
                if (!rest.isEmpty()) {
                    add(new Alert(alert.kind(), alert.where(), rest, ""));
                }
            }
        }
    }

    /** What is told anew takes the place of what was told. */
    private void add(Alert alert) {
        drop(known -> known.kind() == alert.kind()
                && Objects.equals(known.where(), alert.where())
                && (alert.where() != null || known.names().equals(alert.names())));
        if (open.size() == MAX_ALERTS) {
            open.remove(0);
        }
        open.add(alert);
    }

    private void drop(Predicate<Alert> which) {
        open.removeIf(which);
    }

    private static boolean concerns(Alert alert, @Nullable Target current, ChatModel model) {
        if (alert.where() != null) {
            return current != null && isAt(alert, current);
        } else if (alert.names().isEmpty() || alert.kind() == Alert.Kind.DIRECTORY_SIGNER) {
            return true;
        } else if (current == null) {
            return false;
        } else if (!current.isRoom()) {
            return isOf(alert, current.name());
        }
        return model.place(current).members().stream().anyMatch(member -> isOf(alert, member.name()));
    }

    private static boolean isAt(Alert alert, Target where) {
        Target at = alert.where();
        return at != null && at.key().equals(where.key());
    }

    private static boolean isOf(Alert alert, String name) {
        return alert.names().stream().anyMatch(other -> keyOf(other).equals(keyOf(name)));
    }

    private static String keyOf(String name) {
        return Target.user(name).key();
    }
}
