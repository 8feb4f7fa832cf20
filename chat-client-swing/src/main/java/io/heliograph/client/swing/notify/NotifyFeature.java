package io.heliograph.client.swing.notify;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.model.Place;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notifications, and how many unread ones the title of the window tells of. */
public final class NotifyFeature implements DeskFeature {
    private final FeatureGround ground;
    private final Map<Desk, NotifyPresenter> presenters = new HashMap<>();
    private final BusNotifier bus;
    private final TrayNotifier tray = new TrayNotifier();
    private final CardNotifier card;
    private final Sounds sounds;
    private @Nullable Desk desk;

    /** {@code bus} is the address of the session's bus; empty for none. */
    public NotifyFeature(FeatureGround ground, String bus) {
        this.ground = ground;
        this.sounds = new Sounds(ground.settings(), ground.worker());
        this.bus = new BusNotifier(bus, ground.words().get("notify.open"));
        this.card =
                new CardNotifier(() -> ground.surface().frame(), ground.words().get("note.close"));
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(new NamedCommand("notify", this::choose));
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
    }

    @Override
    public void onEventOf(Desk of, ClientEvent event) {
        presenters.computeIfAbsent(of, this::presenterOf).onEvent(event, System.currentTimeMillis());
    }

    @Override
    public void onGone(Desk gone) {
        presenters.remove(gone);
        desk = gone == desk ? null : desk;
    }

    @Override
    public void onBurst() {
        onTick(System.currentTimeMillis());
    }

    @Override
    public void onTick(long nowMs) {
        Desk open = desk;
        if (open == null) {
            return;
        }
        Target current = open.current();
        NotifyPresenter own = presenters.get(open);
        if (current != null && own != null && ground.surface().isInFront()) {
            own.onOpened(current);
        }
        presenters.values().forEach(presenter -> presenter.onTime(nowMs));
        long unread = open.model().places().stream()
                .filter(place -> !open.choices().isMuted(place.where()))
                .mapToLong(Place::unreadCount)
                .sum();
        String title = unread == 0 ? "Heliograph" : ground.words().get("notify.title", unread);
        if (!title.equals(ground.surface().frame().getTitle())) {
            ground.surface().frame().setTitle(title);
        }
    }

    private NotifyPresenter presenterOf(Desk of) {
        return new NotifyPresenter(
                of,
                ground.words(),
                ground.settings(),
                new Attention(ground.settings(), ZoneId.systemDefault()),
                () -> ground.surface().isInFront() && desk == of,
                note -> show(of, note));
    }

    /** Whoever looks at the window sees a card of its own; the others are told by their desktop, if it does that. */
    private void show(Desk of, Note note) {
        sounds.play(note.urgent());
        Consumer<Note> clicked = chosen -> ground.events().execute(() -> open(of, chosen));
        if (ground.surface().isInFront()) {
            if (note.urgent()) {
                card.show(note, clicked);
            }
            return;
        }
        ground.worker().execute(() -> {
            if (!bus.show(note, clicked)) {
                ground.events().execute(() -> {
                    if (!tray.show(note, clicked)) {
                        card.show(note, clicked);
                    }
                });
            }
        });
    }

    private void open(Desk of, Note note) {
        ground.surface().comeForward();
        of.shell().show(of);
        Target where = note.where();
        if (desk == of && where != null) {
            of.open(where);
        }
    }

    /** For the conversation that is named behind the level, else the one that is open. */
    private void choose(Desk at, String text) {
        String[] parts = text.strip().split("\\s+", 2);
        Target where = parts.length > 1 ? Target.parse(parts[1]) : at.current();
        String word = parts[0].toLowerCase(Locale.ROOT);
        if (where == null || !List.of("all", "mentions", "none").contains(word)) {
            at.complain(ground.words().get("notify.usage"));
            return;
        }
        String said = ground.words().get("notify." + word, where.address());
        at.choose(
                choices -> {
                    choices.mute(where, word.equals("none"));
                    choices.setQuiet(where, word.equals("mentions"));
                },
                () -> at.tell(said));
    }
}
