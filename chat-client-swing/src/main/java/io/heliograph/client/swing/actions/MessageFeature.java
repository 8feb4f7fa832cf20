package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.Confirmation;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.messages.MessageListListener;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Acting on messages: the bar under the pointer, the menu and the keys of a row all lead to the same commands.
 *
 * <p>Event dispatch thread only.
 */
public final class MessageFeature implements DeskFeature, MessageListListener {
    private final FeatureGround ground;
    private final MessageDeck deck;
    private final RowWording wording;
    private final MessageMenu menu;
    private final QuickReactions reactions;
    private final LinkOpening links;
    private final MessageInfo info;
    private final List<DeskCommand> commands = new MessageCommands(new Asking()).all();
    private final List<MessageExtras> others = new ArrayList<>();
    private @Nullable Desk desk;
    private @Nullable InfoDialog shownInfo;

    /** {@code others}: finds a command of the desktop that is not made here. */
    public MessageFeature(FeatureGround ground, MessageDeck deck, List<DeskCommand> others) {
        this.ground = ground;
        this.deck = deck;
        MessageWords words = new MessageWords(ground.words(), ZoneId.systemDefault());
        this.wording = new RowWording(words);
        this.info = new MessageInfo(ground.words(), words);
        this.reactions = new QuickReactions(ground.words(), ground.emoji(), ground.picker(), deck);
        this.links = new LinkOpening(ground);
        this.menu = new MessageMenu(ground.words(), deck, id -> find(id, others), links);
        deck.addMessageListListener(this);
        menu.bindKeys(() -> desk);
    }

    /** For menus to come. */
    public void add(MessageExtras extras) {
        menu.add(extras);
        others.add(extras);
    }

    @Override
    public List<DeskCommand> commands() {
        return commands;
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
        deck.setReader(begun.model().user());
    }

    @Override
    public void onEvent(ClientEvent event) {
        Desk open = desk;
        if (open != null && event instanceof ClientEvent.Connected) {
            deck.setReader(open.model().user());
        } else if (open != null && event instanceof ClientEvent.Refused refused) {
            Forwards.onRefused(open, refused, this::kept);
        }
        if (shownInfo != null) {
            shownInfo.onEvent(event);
        }
    }

    @Override
    public void actionWanted(ShownEntry entry, Action action, Point at) {
        Desk open = desk;
        if (open == null) {
            return;
        }
        switch (action) {
            case REPLY -> deck.act(entry, () -> find("reply", List.of()).run(open, ""));
            case REACT -> deck.act(entry, () -> find("react", List.of()).run(open, ""));
            case DETAILS -> deck.act(entry, () -> find("info", List.of()).run(open, ""));
            case MORE -> menu.show(open, entry, at);
        }
    }

    @Override
    public void reactionPressed(ShownEntry entry, String emoji) {
        if (desk != null) {
            MessageCommands.toggle(desk, entry, emoji);
        }
    }

    @Override
    public void linkOpened(String address) {
        links.ask(address);
    }

    /** The file of a message where this machine has it; null where not. */
    private @Nullable Path kept(ShownEntry entry) {
        for (MessageExtras extra : others) {
            Path path = extra.kept(entry);
            if (path != null) {
                return path;
            }
        }
        return null;
    }

    private DeskCommand find(String id, List<DeskCommand> others) {
        return commands.stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseGet(() -> others.stream()
                        .filter(command -> command.id().equals(id))
                        .findFirst()
                        .orElseThrow());
    }

    /** Puts {@code text} where other programs find it. */
    static void toClipboard(String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    }

    /** Dialogs for what the commands want to know. */
    private final class Asking implements MessageCommands.Questions {
        @Override
        public void askDelete(ShownEntry entry, Runnable yes) {
            Words words = ground.words();
            Confirmation.ask(
                    ground.surface().frame(),
                    words,
                    new Confirmation.Question(
                            "delete",
                            words.get("delete.title"),
                            words.get("delete.question", wording.excerpt(entry, 80)),
                            words.get("delete.yes"),
                            true),
                    yes);
        }

        @Override
        public void askEmoji(ShownEntry entry, Consumer<String> chosen) {
            reactions.show(entry, chosen);
        }

        @Override
        public void askConversations(Consumer<List<Target>> chosen) {
            Desk open = desk;
            if (open != null) {
                new ForwardDialog(ground.words(), open).show(ground.surface().frame(), chosen);
            }
        }

        @Override
        public void showInfo(Desk open, Target where, ShownEntry entry) {
            InfoDialog dialog = new InfoDialog(ground.words(), info, open, where, entry);
            shownInfo = dialog;
            dialog.show(ground.surface().frame());
        }

        @Override
        public void copy(ShownEntry entry) {
            MessageList list = deck.current();
            String selected = list == null ? "" : list.selectedText();
            UnaryOperator<String> plain = text -> text.isEmpty() ? wording.plain(entry) : text;
            toClipboard(plain.apply(selected));
            if (desk != null) {
                desk.tell(ground.words().get("copy.done", SafeText.excerpt(plain.apply(selected), 60)));
            }
        }
    }
}
