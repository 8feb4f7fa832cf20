package io.heliograph.client.swing.search;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.FileChoosing;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.messages.MessageDeck;
import io.heliograph.client.swing.messages.MessageList;
import io.heliograph.client.swing.messages.RowPlaces;
import io.heliograph.common.text.SafeText;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;

/** Search here and everywhere, and writing conversations into files. Event dispatch thread only. */
public final class SearchFeature implements DeskFeature {
    private static final Set<String> FORMATS = Set.of("txt", "html", "json");

    private final FeatureGround ground;
    private final MessageDeck deck;
    private final FindBar bar;
    private final SearchPanel panel;
    private final SearchPresenter presenter;
    private @Nullable Desk desk;
    private @Nullable Target before;
    private RowPlaces.@Nullable Bookmark bookmark;
    private boolean shown;

    public SearchFeature(FeatureGround ground, MessageDeck deck) {
        this.ground = ground;
        this.deck = deck;
        this.bar = new FindBar(ground.words(), deck);
        this.panel = new SearchPanel(ground.words());
        this.presenter = new SearchPresenter(panel, ground.settings(), 0);
        panel.setGestures(new Gestures());
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("find", bar::show),
                new NamedCommand("search", this::show),
                new NamedCommand("export", this::export));
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
        presenter.begin(begun);
    }

    @Override
    public void onEvent(ClientEvent event) {
        bar.onEvent(event);
        presenter.onEvent(event);
        if (event instanceof ClientEvent.Exported exported && desk != null) {
            desk.tell(ground.words()
                    .get(
                            "export.done",
                            exported.messageCount(),
                            SafeText.line(exported.file().toString())));
        }
    }

    private void show(Desk open, String text) {
        if (!shown) {
            shown = true;
            before = open.current();
            MessageList list = deck.current();
            bookmark = list == null ? null : list.places().bookmark();
            ground.surface().showBeside(panel.component());
        }
        panel.begin(text);
        presenter.onQuery(text);
    }

    /** Back to where one was before the search. */
    private void close() {
        shown = false;
        ground.surface().showBeside(null);
        Desk open = desk;
        Target where = before;
        if (open == null || where == null) {
            return;
        }
        open.open(where);
        MessageList list = deck.current();
        if (list != null && bookmark != null) {
            list.places().returnTo(bookmark);
        }
        open.shell().focusComposer();
    }

    private void export(Desk open, String argument) {
        if (argument.isEmpty()) {
            choose(open);
            return;
        }
        int blank = argument.indexOf(' ');
        String first = blank < 0 ? "" : argument.substring(0, blank);
        String format = first.equals("text") ? "txt" : first;
        boolean named = FORMATS.contains(format);
        String name = named ? argument.substring(blank + 1).strip() : argument;
        write(open, named && !name.endsWith("." + format) ? name + "." + format : name);
    }

    private void choose(Desk open) {
        Target here = open.current();
        new FileChoosing(ground.events(), () -> ground.surface().frame())
                .save(chooser -> fit(chooser, here), chooser -> write(open, named(chooser)));
    }

    private void fit(JFileChooser chooser, @Nullable Target here) {
        chooser.setDialogTitle(ground.words().get("export.title"));
        for (String format : List.of("json", "html", "txt")) {
            chooser.setFileFilter(new FileNameExtensionFilter(ground.words().get("export." + format), format));
        }
        chooser.setSelectedFile(new File((here == null ? "heliograph" : here.name()) + ".txt"));
    }

    /** With the ending that was chosen, unless it has one. */
    private static String named(JFileChooser chooser) {
        String name = chooser.getSelectedFile().getPath();
        boolean known = FORMATS.stream().anyMatch(format -> name.endsWith("." + format));
        String chosen =
                chooser.getFileFilter() instanceof FileNameExtensionFilter filter ? filter.getExtensions()[0] : "txt";
        return known ? name : name + "." + chosen;
    }

    private void write(Desk open, String name) {
        try {
            open.submit(new ClientCommand.Export(open.current(), Path.of(name)));
        } catch (InvalidPathException e) {
            open.complain(ground.words().get("export.usage"));
        }
    }

    private final class Gestures implements SearchPanel.Gestures {
        @Override
        public void onQuery(String text) {
            presenter.onQuery(text);
        }

        @Override
        public void onOpen(SearchHit hit) {
            presenter.onOpen(hit);
        }

        @Override
        public void onEscape() {
            close();
        }
    }
}
