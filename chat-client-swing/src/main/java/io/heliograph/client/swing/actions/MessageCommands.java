package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.NamedCommand;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The commands that do something with one message: the one that is selected, else the newest that fits. Knows no
 * component: {@link Questions} asks the user.
 *
 * <p>Event dispatch thread only.
 */
final class MessageCommands {
    private final Questions questions;

    MessageCommands(Questions questions) {
        this.questions = questions;
    }

    /** What has to be asked before something is done, or shown instead. */
    interface Questions {
        /** {@code yes} runs if the user means it. */
        void askDelete(ShownEntry entry, Runnable yes);

        void askEmoji(ShownEntry entry, Consumer<String> chosen);

        void askConversations(Consumer<List<Target>> chosen);

        void showInfo(Desk desk, Target where, ShownEntry entry);

        void copy(ShownEntry entry);
    }

    List<DeskCommand> all() {
        return List.of(
                new NamedCommand("reply", (desk, argument) -> reply(desk)),
                new NamedCommand("react", this::react),
                new NamedCommand("copy", (desk, argument) -> with(desk, MessageChoices.meant(desk), questions::copy)),
                new NamedCommand("forward", this::forward),
                new NamedCommand("pin", (desk, argument) -> pin(desk, true)),
                new NamedCommand("unpin", (desk, argument) -> pin(desk, false)),
                new NamedCommand("info", (desk, argument) -> info(desk)),
                new NamedCommand("delete", (desk, argument) -> delete(desk)));
    }

    /** Puts an emoji to {@code entry}, or takes it back where this user has put it there before. */
    static void toggle(Desk desk, ShownEntry entry, String emoji) {
        Target here = desk.current();
        if (here != null && entry.seq() > 0) {
            boolean on = !MessageChoices.hasReacted(entry, emoji, desk);
            desk.post(id -> new ClientCommand.React(id, here, entry.seq(), emoji, on));
        }
    }

    private void reply(Desk desk) {
        with(desk, MessageChoices.meant(desk), entry -> {
            if (entry.seq() > 0) {
                desk.reply(entry);
            }
        });
    }

    private void react(Desk desk, String argument) {
        with(desk, MessageChoices.meant(desk), entry -> {
            if (argument.isEmpty()) {
                questions.askEmoji(entry, emoji -> toggle(desk, entry, emoji));
            } else {
                toggle(desk, entry, argument);
            }
        });
    }

    private void forward(Desk desk, String argument) {
        Target here = desk.current();
        List<Target> named = Target.parseAll(argument);
        with(desk, MessageChoices.meant(desk), entry -> {
            if (here == null || !Forwards.fits(entry)) {
                desk.complain(desk.words().get("forward.nothing"));
            } else if (!named.isEmpty()) {
                Forwards.pass(desk, here, entry, named);
            } else if (!argument.isBlank()) {
                desk.complain(desk.words().get("forward.where"));
            } else {
                questions.askConversations(targets -> Forwards.pass(desk, here, entry, targets));
            }
        });
    }

    private void pin(Desk desk, boolean on) {
        Target here = desk.current();
        with(desk, MessageChoices.meant(desk), entry -> {
            if (here != null && entry.seq() > 0) {
                desk.submit(new ClientCommand.Pin(here, entry.seq(), on));
            }
        });
    }

    private void info(Desk desk) {
        Target here = desk.current();
        with(desk, MessageChoices.meant(desk), entry -> {
            if (here != null) {
                questions.showInfo(desk, here, entry);
            }
        });
    }

    private void delete(Desk desk) {
        Target here = desk.current();
        ShownEntry entry = MessageChoices.ownMeant(desk);
        if (here == null || entry == null) {
            desk.complain(desk.words().get("edit.none"));
        } else if (!MessageChoices.mayDelete(entry, desk)) {
            desk.complain(desk.words().get("delete.notYours"));
        } else {
            questions.askDelete(entry, () -> desk.post(id -> new ClientCommand.Delete(id, here, entry.seq())));
        }
    }

    private static void with(Desk desk, @Nullable ShownEntry entry, Consumer<ShownEntry> deed) {
        if (entry == null) {
            desk.complain(desk.words().get("message.none"));
        } else {
            deed.accept(entry);
        }
    }
}
