package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.swing.command.Choice;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.command.Writing;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.model.ChatModel;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One session at its window: what commands act on. Takes events in and has each region follow once per burst.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class DeskPresenter implements Desk {
    private final CommandSink sink;
    private final CommandRegistry commands;
    private final LocalChoices choices;
    private final DeviceIdentity identity;
    private final Views views;
    private final Shell shell;
    private final Words words;
    private final LongSupplier wallClockMs;
    private final Keeping keeping;
    private final ChatModel model;
    private final RegionPresenters regions;
    private final Consequences consequences;
    private @Nullable Target current;
    private boolean dirty = true;
    private boolean shown;

    DeskPresenter(
            OpenSession session,
            CommandRegistry commands,
            Views views,
            Shell shell,
            Words words,
            Times times,
            LongSupplier wallClockMs,
            Keeping keeping) {
        this.keeping = keeping;
        this.sink = session.commands();
        this.commands = commands;
        this.choices = session.choices();
        this.identity = session.identity();
        this.views = views;
        this.shell = shell;
        this.words = words;
        this.wallClockMs = wallClockMs;
        this.model = new ChatModel(session.user(), times.zone(), choices::ignores);
        this.regions = new RegionPresenters(
                this,
                views,
                commands,
                session.drafts(),
                () -> keeping.keep(session.drafts()::write, () -> {}, this::unwritable),
                times);
        this.consequences = new Consequences(this);
    }

    void onEvent(ClientEvent event) {
        model.onEvent(event, wallClockMs.getAsLong());
        dirty = true;
        if (event instanceof ClientEvent.DraftChanged draft) {
            regions.composer().onDraft(draft.where(), draft.text());
        }
        if (shown) {
            regions.timeline().onEvent(event);
        }
        consequences.onEvent(event, shown);
    }

    /** The window belongs to this session from now on. */
    void show() {
        shown = true;
        Target before = current;
        current = null;
        if (before == null) {
            consequences.openFirst();
        } else {
            open(before);
        }
    }

    /** The window goes to another session; what happens here is remembered. */
    void hide() {
        if (shown) {
            regions.open(null);
            shown = false;
        }
    }

    /** How many messages wait to be read, but for conversations that are muted. */
    long unreadCount() {
        return model.places().stream()
                .filter(place -> !choices.isMuted(place.where()))
                .mapToLong(Place::unreadCount)
                .sum();
    }

    /** Behind each burst of events. */
    void flush() {
        if (dirty && shown) {
            dirty = false;
            refresh();
        }
    }

    /** Once a second: what is typed, counted down or dated goes on by itself. */
    void onTick() {
        regions.composer().onTick(wallClockMs.getAsLong());
        refresh();
    }

    RegionPresenters regions() {
        return regions;
    }

    /** Does what the command of that name does, with what would stand behind its word. */
    void run(String command, String argument) {
        commands.get(command).run(this, argument);
    }

    // What commands act on

    @Override
    public ChatModel model() {
        return model;
    }

    @Override
    public LocalChoices choices() {
        return choices;
    }

    @Override
    public DeviceIdentity identity() {
        return identity;
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public Shell shell() {
        return shell;
    }

    @Override
    public @Nullable Target current() {
        return current;
    }

    @Override
    public void open(Target where) {
        Target known = model.place(where).where();
        if (!isCurrent(known)) {
            current = known;
            regions.open(known);
            consequences.onOpened(known);
        }
        refresh();
        views.composer().focus();
    }

    @Override
    public void turnTo(@Nullable Target where) {
        if (where != null) {
            open(where);
            return;
        }
        current = null;
        regions.open(null);
        refresh();
    }

    @Override
    public void openAt(Target where, long seq) {
        open(where);
        regions.timeline().jump(seq);
    }

    @Override
    public @Nullable ShownEntry selected() {
        return views.timeline().selected();
    }

    @Override
    public void submit(ClientCommand command) {
        consequences.onSubmit(command);
        if (!sink.submit(command)) {
            complain(words.get("busy"));
        }
    }

    @Override
    public void post(Function<MessageId, ClientCommand.Posting> posting) {
        submit(posting.apply(newMessageId()));
    }

    @Override
    public MessageId newMessageId() {
        return sink.newMessageId();
    }

    @Override
    public void tell(String line) {
        views.note().showNote(line, false);
    }

    @Override
    public void complain(String line) {
        views.note().showNote(line, true);
    }

    @Override
    public void editLast() {
        regions.composer().onEditLast();
    }

    @Override
    public void reply(ShownEntry entry) {
        regions.composer().onReply(entry);
    }

    @Override
    public void edit(ShownEntry entry) {
        regions.composer().onEdit(entry);
    }

    @Override
    public Writing writing() {
        return regions.composer();
    }

    @Override
    public void choose(Choice choice, Runnable then) {
        keeping.keep(
                () -> choice.make(choices),
                () -> {
                    choicesChanged();
                    then.run();
                },
                () -> {
                    choicesChanged();
                    unwritable();
                });
    }

    private void choicesChanged() {
        model.ignoredChanged();
        refresh();
    }

    private void unwritable() {
        complain(words.get("profile.unwritable"));
    }

    private void refresh() {
        regions.refresh(wallClockMs.getAsLong());
    }
}
