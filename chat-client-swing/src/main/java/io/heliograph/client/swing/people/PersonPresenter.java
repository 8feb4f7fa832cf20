package io.heliograph.client.swing.people;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.client.swing.dialog.Trusted;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage.Profile;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Who somebody is: presence, key, devices, and what can be done. Knows no component. */
final class PersonPresenter {
    private final PersonView view;
    private final Desk desk;
    private final Moments moments;
    private final LongSupplier wallClockMs;
    private @Nullable Target person;
    private @Nullable Profile profile;

    PersonPresenter(PersonView view, Desk desk, Moments moments, LongSupplier wallClockMs) {
        this.view = view;
        this.desk = desk;
        this.moments = moments;
        this.wallClockMs = wallClockMs;
    }

    void open(Target who) {
        person = who;
        profile = null;
        refresh();
        desk.submit(new ClientCommand.Whois(who.name()));
        if (!isSelf(who)) {
            desk.submit(new ClientCommand.ShowTrust(who.name()));
        }
    }

    void onClosed() {
        person = null;
    }

    void onEvent(ClientEvent event) {
        if (person == null) {
            return;
        }
        if (event instanceof ClientEvent.ProfileShown shown
                && isOpen(shown.profile().user().name())) {
            profile = shown.profile();
            refresh();
        } else if (event instanceof ClientEvent.TrustShown shown && isOpen(shown.name())) {
            refresh();
        } else if (event instanceof ClientEvent.PresenceChanged changed
                && isOpen(changed.user().name())) {
            refresh();
        }
    }

    void onMessage() {
        Target who = person;
        if (who != null) {
            desk.open(who);
        }
    }

    /** Null where no card is open. */
    @Nullable
    Target person() {
        return person;
    }

    void onIgnore() {
        Target who = person;
        if (who != null) {
            boolean on = !desk.choices().ignores(who.name());
            desk.choose(choices -> choices.ignore(who, on), this::refresh);
        }
    }

    void onMute() {
        Target who = person;
        if (who != null) {
            boolean on = !desk.choices().isMuted(who);
            desk.choose(choices -> choices.mute(who, on), this::refresh);
        }
    }

    private void refresh() {
        Target who = person;
        if (who == null) {
            return;
        }
        Words words = desk.words();
        Profile known = profile;
        UserEntry user = desk.model().person(who.name());
        if (user == null && known != null) {
            user = known.user();
        }
        PresenceState state = user == null ? PresenceState.OFFLINE : user.state();
        TrustLevel level = desk.model().trustIn(who.name());
        view.showCard(new PersonView.Card(
                SafeText.excerpt(user == null ? who.name() : user.name(), 60),
                Presence.dot(state),
                presenceOf(user, state),
                isSelf(who)
                        ? new ListRow.Mark("user", "muted", words.get("person.self"))
                        : new ListRow.Mark(Trusted.icon(level), Trusted.colour(level), words.get(Trusted.key(level))),
                facts(user, known),
                desk.choices().ignores(who.name()),
                desk.choices().isMuted(who),
                isSelf(who)));
    }

    private String presenceOf(@Nullable UserEntry user, PresenceState state) {
        String word = desk.words().get("presence." + state.word());
        String text = user == null ? "" : SafeText.excerpt(user.text(), 200);
        return text.isEmpty() ? word : word + " · " + text;
    }

    private List<PersonView.Fact> facts(@Nullable UserEntry user, @Nullable Profile known) {
        Words words = desk.words();
        List<PersonView.Fact> facts = new ArrayList<>();
        if (user != null && user.lastSeenMs() > 0) {
            facts.add(new PersonView.Fact(
                    words.get("person.seen"), moments.moment(user.lastSeenMs(), wallClockMs.getAsLong())));
        }
        if (known != null) {
            facts.add(new PersonView.Fact(words.get("person.since"), moments.day(known.createdMs())));
            if (known.admin()) {
                facts.add(new PersonView.Fact(words.get("person.role"), words.get("person.admin")));
            }
            int number = 0;
            for (var key : known.devices()) {
                number++;
                facts.add(new PersonView.Fact(
                        words.get("person.device", number),
                        new IdentityPublicKey(key).fingerprint().words().replace("-", " · ")));
            }
        }
        return facts;
    }

    private boolean isSelf(Target who) {
        return who.key().equals(Target.user(desk.model().user()).key());
    }

    private boolean isOpen(String name) {
        return person != null && person.key().equals(Target.user(name).key());
    }
}
