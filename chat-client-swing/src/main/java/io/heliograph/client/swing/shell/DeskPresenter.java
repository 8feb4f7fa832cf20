package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.swing.command.Choice;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.command.Writing;
import io.heliograph.client.swing.compose.ComposerPresenter;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.client.swing.model.ChatModel;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One session at its window: takes events in, has each region follow once per burst, and is what commands act on.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class DeskPresenter implements Desk {
    private final Set<MessageId> takenBack = new HashSet<>();
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
    private final Notices notices;
    private final ConversationListPresenter list;
    private final HeaderPresenter header;
    private final BannerPresenter banner;
    private final DetailsPresenter details;
    private final ComposerPresenter composer;
    private final TimelinePresenter timeline;
    private final Inquiries inquiries = new Inquiries(this);
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
        this.notices = new Notices(words);
        this.list = new ConversationListPresenter(views.list(), this, session.drafts(), times);
        this.header = new HeaderPresenter(views.header(), this, times);
        this.banner = new BannerPresenter(views.banner(), this);
        this.details = new DetailsPresenter(views.details(), this);
        this.composer = new ComposerPresenter(
                views.composer(),
                this,
                commands,
                session.drafts(),
                () -> keeping.keep(session.drafts()::write, () -> {}, this::unwritable));
        this.timeline = new TimelinePresenter(views.timeline(), this);
    }

    void onEvent(ClientEvent event) {
        model.onEvent(event, wallClockMs.getAsLong());
        dirty = true;
        if (event instanceof ClientEvent.DraftChanged draft) {
            composer.onDraft(draft.where(), draft.text());
        }
        if (event instanceof ClientEvent.EntryShown said && said.entry().isMessage()) {
            reopen(said.where());
        }
        if (!shown) {
            if (event instanceof ClientEvent.CaughtUp) {
                inquiries.loadFirstLines();
            }
            return;
        }
        timeline.onEvent(event);
        String news = notices.news(event);
        String complaint = notices.complaint(event);
        if (complaint != null) {
            complain(complaint);
        } else if (news != null) {
            tell(news);
        }
        follow(event);
        inquiries.onEvent(event);
    }

    /** The window belongs to this session from now on. */
    void show() {
        shown = true;
        Target before = current;
        current = null;
        if (before == null) {
            openFirst();
        } else {
            open(before);
        }
    }

    /** The window goes to another session; what happens here is remembered. */
    void hide() {
        if (shown) {
            composer.open(null);
            timeline.open(null);
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
        composer.onTick(wallClockMs.getAsLong());
        refresh();
    }

    ConversationListPresenter list() {
        return list;
    }

    ComposerPresenter composer() {
        return composer;
    }

    TimelinePresenter timeline() {
        return timeline;
    }

    BannerPresenter banner() {
        return banner;
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
            reopen(known);
            composer.open(known);
            timeline.open(known);
            if (model.link().isOnline()) {
                inquiries.askAbout(known);
            }
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
        composer.open(null);
        timeline.open(null);
        refresh();
    }

    @Override
    public void openAt(Target where, long seq) {
        open(where);
        timeline.jump(seq);
    }

    @Override
    public @Nullable ShownEntry selected() {
        return views.timeline().selected();
    }

    @Override
    public void submit(ClientCommand command) {
        if (command instanceof ClientCommand.Cancel cancel) {
            takenBack.add(cancel.id());
        }
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
        composer.onEditLast();
    }

    @Override
    public void reply(ShownEntry entry) {
        composer.onReply(entry);
    }

    @Override
    public void edit(ShownEntry entry) {
        composer.onEdit(entry);
    }

    @Override
    public Writing writing() {
        return composer;
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

    private void follow(ClientEvent event) {
        if (event instanceof ClientEvent.CaughtUp) {
            onCaughtUp();
        } else if (event instanceof ClientEvent.Joined joined && !joined.again()) {
            onJoined(joined.room());
        } else if (event instanceof ClientEvent.ConversationLeft left && isCurrent(left.where())) {
            openFirst();
        } else if (event instanceof ClientEvent.StateChanged changed && changed.state() == MessageState.FAILED) {
            if (takenBack.remove(changed.id())) {
                tell(words.get("message.takenBack")); // as it was meant: nothing is wrong
            } else {
                complain(words.get("message.failed", changed.reason()));
            }
        }
    }

    /** A newcomer is caught up before being anywhere: the first room is where the window opens. */
    private void onJoined(Target room) {
        if (current == null) {
            open(room);
        } else {
            inquiries.askAbout(room);
        }
    }

    private void onCaughtUp() {
        inquiries.loadFirstLines();
        if (current == null) {
            openFirst();
        } else {
            inquiries.askAbout(current);
        }
    }

    /** What was closed is among the conversations again. */
    private void reopen(Target where) {
        if (choices.isClosed(where)) {
            choose(kept -> kept.close(where, false), () -> {});
        }
    }

    private void openFirst() {
        turnTo(model.places().stream()
                .map(Place::where)
                .filter(where -> !choices.isClosed(where))
                .findFirst()
                .orElse(null));
    }

    private void refresh() {
        long nowMs = wallClockMs.getAsLong();
        list.refresh(nowMs);
        header.refresh(nowMs);
        banner.refresh(nowMs);
        details.refresh();
        timeline.refresh(nowMs);
        String state = words.get(Presence.key(model.chosen()));
        views.own().showOwn(model.user(), state, model.link().isOnline() ? Presence.dot(model.chosen()) : null);
    }

    private boolean isCurrent(Target where) {
        return current != null && current.key().equals(where.key());
    }
}
