package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.Confirmation;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.PerDesk;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Role;
import io.heliograph.common.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rooms: finding, making, setting, leaving; and who may be in them. Event dispatch thread only. */
public final class RoomsFeature implements DeskFeature {
    private final DialogGround ground;
    private final PerDesk<RoomDialogs> dialogs;

    public RoomsFeature(FeatureGround ground) {
        this.ground = DialogGround.of(ground);
        this.dialogs = new PerDesk<>(desk -> new RoomDialogs(this.ground, desk));
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("list", this::browse),
                new NamedCommand("create-room", (desk, text) -> make(desk)),
                new NamedCommand("room", this::settings),
                new NamedCommand("invite", this::invite),
                new NamedCommand("leave", this::leave),
                new NamedCommand("pins", this::pins),
                new NamedCommand("kick", (desk, text) -> moderate(desk, text, Moderation.KICK)),
                new NamedCommand("ban", (desk, text) -> moderate(desk, text, Moderation.BAN)),
                new NamedCommand("silence", (desk, text) -> moderate(desk, text, Moderation.MUTE)),
                new NamedCommand("unban", (desk, text) -> plainly(desk, text, Moderation.UNBAN, null)),
                new NamedCommand("unsilence", (desk, text) -> plainly(desk, text, Moderation.UNMUTE, null)),
                new NamedCommand("owner", (desk, text) -> plainly(desk, text, Moderation.SET_ROLE, Role.OWNER)),
                new NamedCommand("op", (desk, text) -> plainly(desk, text, Moderation.SET_ROLE, Role.MODERATOR)),
                new NamedCommand("deop", (desk, text) -> plainly(desk, text, Moderation.SET_ROLE, Role.MEMBER)),
                new NamedCommand(
                        "read-only", (desk, text) -> plainly(desk, text, Moderation.SET_ROLE, Role.READ_ONLY)));
    }

    @Override
    public void onEventOf(Desk desk, ClientEvent event) {
        dialogs.ifMade(desk, made -> made.onEvent(event));
    }

    @Override
    public void onGone(Desk desk) {
        dialogs.remove(desk);
    }

    /** The rooms of the server whose name or topic holds {@code text}. */
    public void browse(Desk desk, String text) {
        dialogs.of(desk).browse(text);
    }

    /** Asks what room to make. */
    public void make(Desk desk) {
        dialogs.of(desk).make();
    }

    private void settings(Desk desk, String text) {
        if (!dialogs.of(desk).settings()) {
            desk.complain(desk.words().get("room.usage"));
        }
    }

    private void pins(Desk desk, String text) {
        if (!dialogs.of(desk).pins()) {
            desk.complain(desk.words().get("room.usage"));
        }
    }

    /** With a name at once; else a list of people and the link. */
    private void invite(Desk desk, String text) {
        if (text.isEmpty()) {
            dialogs.of(desk).invite();
        } else {
            plainly(desk, text, Moderation.INVITE, null);
        }
    }

    private void leave(Desk desk, String text) {
        Target room = text.isEmpty() ? desk.current() : Target.room(text);
        if (room == null || !room.isRoom() || !desk.model().isIn(room)) {
            desk.complain(desk.words().get("leave.none"));
            return;
        }
        Words words = desk.words();
        String shown = SafeText.excerpt(room.address(), 60);
        Confirmation.ask(
                ground.surface().frame(),
                words,
                new Confirmation.Question(
                        "leave",
                        words.get("command.leave"),
                        words.get("leave.question", shown),
                        words.get("leave.yes"),
                        true),
                () -> desk.submit(new ClientCommand.Leave(room)));
    }

    /** With a reason at once; without one, the user is asked. */
    private void moderate(Desk desk, String text, Moderation action) {
        String[] parts = text.split("\\s+", 2);
        Target room = roomOf(desk);
        if (room == null || parts[0].isEmpty()) {
            desk.complain(desk.words().get("moderate.usage", action == Moderation.MUTE ? "silence" : action.word()));
            return;
        }
        String name = Target.user(parts[0]).name();
        if (parts.length > 1) {
            desk.submit(new ClientCommand.Moderate(room, name, action, null, 0, parts[1]));
        } else {
            new ModerateDialog(
                            ground,
                            action,
                            SafeText.excerpt(name, 60),
                            SafeText.excerpt(room.address(), 60),
                            (durationS, reason) -> desk.submit(
                                    new ClientCommand.Moderate(room, name, action, null, durationS, reason)))
                    .show();
        }
    }

    private static void plainly(Desk desk, String text, Moderation action, @Nullable Role role) {
        Target room = roomOf(desk);
        if (room == null || text.isBlank()) {
            desk.complain(desk.words().get("moderate.usage", action.word().replace("set-role", "op")));
        } else {
            String name = Target.user(text.split("\\s+", 2)[0]).name();
            desk.submit(new ClientCommand.Moderate(room, name, action, role, 0, ""));
        }
    }

    private static @Nullable Target roomOf(Desk desk) {
        Target where = desk.current();
        return where != null && where.isRoom() ? where : null;
    }
}
