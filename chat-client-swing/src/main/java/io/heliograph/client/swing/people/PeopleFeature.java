package io.heliograph.client.swing.people;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.PerDesk;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.text.SafeText;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiConsumer;

/** Cards of people, whom the user ignores, and what others see of the user. Event dispatch thread only. */
public final class PeopleFeature implements DeskFeature {
    private final DialogGround ground;
    private final BiConsumer<Desk, String> verify;
    private final PerDesk<Session> sessions = new PerDesk<>(Session::new);

    /** {@code verify} compares somebody's key. */
    public PeopleFeature(FeatureGround ground, BiConsumer<Desk, String> verify) {
        this.ground = DialogGround.of(ground);
        this.verify = verify;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("whois", this::whois),
                new NamedCommand("ignored", (desk, text) -> sessions.of(desk).showIgnored()),
                new NamedCommand(
                        "status", (desk, text) -> sessions.of(desk).status.open()));
    }

    @Override
    public void onEventOf(Desk desk, ClientEvent event) {
        sessions.ifMade(desk, open -> {
            open.person.onEvent(event);
            open.status.onEvent(event);
        });
    }

    @Override
    public void onGone(Desk desk) {
        sessions.remove(desk);
    }

    private void whois(Desk desk, String text) {
        Target current = desk.current();
        Target who = !text.isEmpty() ? Target.user(text) : current != null && !current.isRoom() ? current : null;
        if (who == null) {
            desk.complain(desk.words().get("whois.usage"));
        } else if (who.whyNot() != null) {
            desk.complain(SafeText.line(String.valueOf(who.whyNot())));
        } else {
            sessions.of(desk).show(who);
        }
    }

    /** The dialogs of one session. */
    private final class Session implements PersonDialog.Gestures {
        private final Desk desk;
        private final PersonDialog personDialog;
        private final PersonPresenter person;
        private final StatusPresenter status;
        private final IgnoredDialog ignoredDialog;

        Session(Desk desk) {
            this.desk = desk;
            personDialog = new PersonDialog(ground, this);
            person = new PersonPresenter(
                    personDialog, desk, new Moments(ground.words(), ZoneId.systemDefault()), System::currentTimeMillis);
            status = new StatusPresenter(
                    new StatusDialog(ground, this::onStatus), desk, System::currentTimeMillis, ZoneId.systemDefault());
            ignoredDialog = new IgnoredDialog(ground, this::onHear);
        }

        private void show(Target who) {
            person.open(who);
            personDialog.show();
        }

        @Override
        public void onMessage() {
            person.onMessage();
            personDialog.close();
        }

        @Override
        public void onVerify() {
            Target who = person.person();
            personDialog.close();
            if (who != null) {
                verify.accept(desk, who.name());
            }
        }

        @Override
        public void onIgnore() {
            person.onIgnore();
        }

        @Override
        public void onMute() {
            person.onMute();
        }

        @Override
        public void onClosed() {
            person.onClosed();
        }

        private void onStatus(PresenceState state, String text, StatusPresenter.Lasting lasting) {
            status.onSubmit(state, text, lasting);
        }

        private void showIgnored() {
            fillIgnored();
            ignoredDialog.show();
        }

        private void fillIgnored() {
            ignoredDialog.fill(desk.choices().ignored().stream()
                    .map(who -> ListRow.of(
                            who.name(),
                            ListRow.Picture.of(SafeText.excerpt(who.name(), 60), null),
                            SafeText.excerpt(who.name(), 60),
                            ""))
                    .toList());
        }

        private void onHear(String name) {
            desk.choose(choices -> choices.ignore(Target.user(name), false), this::fillIgnored);
        }
    }
}
