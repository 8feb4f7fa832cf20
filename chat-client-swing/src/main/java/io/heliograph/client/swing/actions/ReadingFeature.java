package io.heliograph.client.swing.actions;

import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import java.util.List;
import java.util.function.Consumer;

/** Moves through the conversation that is open, wherever the focus is. */
public final class ReadingFeature implements DeskFeature {
    private final MessageDeck deck;

    public ReadingFeature(MessageDeck deck) {
        this.deck = deck;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                command("newest", MessageList::scrollToEnd),
                command("oldest-unread", list -> list.places().scrollToUnread()),
                command("page-up", list -> list.scrollPages(-1)),
                command("page-down", list -> list.scrollPages(1)));
    }

    private DeskCommand command(String id, Consumer<MessageList> deed) {
        return new NamedCommand(id, (desk, nothing) -> {
            MessageList list = deck.current();
            if (list != null) {
                deed.accept(list);
            }
        });
    }
}
