package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.dialog.Trusted;
import io.heliograph.common.e2e.SafetyNumber;
import io.heliograph.common.text.SafeText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the number that two people compare, and what their answer does. Knows no component. */
final class VerifyPresenter {
    private final VerifyView view;
    private final Desk desk;
    private final Moments moments;
    private @Nullable String name;
    private ClientEvent.@Nullable TrustShown told;
    private String result = "";
    private boolean verifyNext;

    VerifyPresenter(VerifyView view, Desk desk, Moments moments) {
        this.view = view;
        this.desk = desk;
        this.moments = moments;
    }

    void open(String who) {
        name = who;
        told = null;
        result = "";
        verifyNext = false;
        view.showWaiting(SafeText.excerpt(who, 60));
        desk.submit(new ClientCommand.ShowTrust(who));
    }

    void onClosed() {
        name = null;
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.TrustShown shown && isOpen(shown.name())) {
            told = shown;
            refresh();
        } else if (event instanceof ClientEvent.Refused refused
                && refused.command() instanceof ClientCommand.ShowTrust asked
                && isOpen(asked.name())) {
            view.showProblem(SafeText.line(refused.text()));
        } else if (event instanceof ClientEvent.Done done) {
            onDone(done.command());
        }
    }

    /** The numbers are the same on both sides. */
    void onMatch() {
        ClientEvent.TrustShown shown = told;
        if (shown == null) {
            return;
        }
        if (shown.waiting() == null) {
            desk.submit(new ClientCommand.SetVerified(shown.name(), true));
        } else {
            // First the key, then the word for it: what waited is sent between the two.
            verifyNext = true;
            desk.submit(new ClientCommand.AcceptKey(Target.user(shown.name())));
        }
    }

    /** They are not. */
    void onMismatch() {
        ClientEvent.TrustShown shown = told;
        if (shown == null) {
            return;
        }
        if (shown.level() == TrustLevel.VERIFIED && shown.waiting() == null) {
            desk.submit(new ClientCommand.SetVerified(shown.name(), false));
        }
        result = desk.words().get(shown.waiting() == null ? "verify.differs" : "verify.differsWaits", safe(shown));
        refresh();
    }

    /** As an administrator, for everybody. */
    void onConfirm() {
        ClientEvent.TrustShown shown = told;
        if (shown != null) {
            desk.submit(new ClientCommand.ConfirmAccount(shown.name()));
        }
    }

    private void onDone(ClientCommand command) {
        if (command instanceof ClientCommand.AcceptKey accept
                && isOpen(accept.of().name())
                && verifyNext) {
            verifyNext = false;
            desk.submit(new ClientCommand.SetVerified(accept.of().name(), true));
        } else if (command instanceof ClientCommand.SetVerified set && isOpen(set.name()) && set.verified()) {
            result = desk.words().get("verify.done", SafeText.excerpt(set.name(), 60));
            refresh();
        } else if (command instanceof ClientCommand.ConfirmAccount confirm && isOpen(confirm.name())) {
            result = desk.words().get("verify.confirmed", SafeText.excerpt(confirm.name(), 60));
            desk.submit(new ClientCommand.ShowTrust(confirm.name()));
        }
    }

    private void refresh() {
        ClientEvent.TrustShown shown = told;
        if (shown == null) {
            return;
        }
        SafetyNumber waiting = shown.waiting();
        SafetyNumber number = waiting == null ? shown.number() : waiting;
        view.showNumber(new VerifyView.Shown(
                safe(shown),
                shown.level(),
                desk.words().get(waiting == null ? Trusted.key(shown.level()) : "verify.changed"),
                desk.words().get("verify.since", moments.day(shown.firstSeenMs())),
                waiting != null,
                new VerifyView.SafetyDigits(
                        number.digits(), List.of(number.grouped().split(" ", -1)), number.words()),
                shown.devices(),
                desk.model().isAdmin() && waiting == null && shown.level() != TrustLevel.CONFIRMED,
                result));
    }

    private boolean isOpen(String other) {
        return name != null && Target.user(name).key().equals(Target.user(other).key());
    }

    private static String safe(ClientEvent.TrustShown shown) {
        return SafeText.excerpt(shown.name(), 60);
    }
}
