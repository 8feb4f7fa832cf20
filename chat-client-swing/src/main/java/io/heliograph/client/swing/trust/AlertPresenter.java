package io.heliograph.client.swing.trust;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.HeldCause;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says in the conversation that is open what is wrong with its keys, with what helps. Knows no component. */
final class AlertPresenter {
    /** The dialogs that a remedy may need. */
    interface Dialogs {
        void compare(String name);

        void devices();

        void fingerprint();
    }

    private final AlertBook book = new AlertBook();
    private final AlertView view;
    private final Dialogs dialogs;
    private final Desk desk;
    private AlertView.@Nullable Strip shown;
    private @Nullable Alert alert;

    AlertPresenter(AlertView view, Dialogs dialogs, Desk desk) {
        this.view = view;
        this.dialogs = dialogs;
        this.desk = desk;
    }

    void onEvent(ClientEvent event) {
        book.onEvent(event);
        if (event instanceof ClientEvent.HeldBack held && !held.where().isRoom()) {
            // Whether it waits for the user's yes is what the answer tells.
            desk.submit(new ClientCommand.ShowTrust(held.where().name()));
        }
    }

    /** The strip is this session's from now on. */
    void begin() {
        shown = null;
        view.showAlert(null);
        refresh();
    }

    /** What the open conversation has to show now. */
    void refresh() {
        alert = book.mostPressing(desk.current(), desk.model());
        AlertView.Strip strip = alert == null ? null : stripOf(alert);
        if (!Objects.equals(strip, shown)) {
            shown = strip;
            view.showAlert(strip);
        }
    }

    void onClose() {
        with(book::dismiss);
    }

    void onChoice(Alert.Remedy remedy) {
        with(open -> {
            String name = open.names().isEmpty() ? "" : open.names().get(0);
            switch (remedy) {
                case COMPARE -> compare(open, name);
                case ACCEPT -> accept(open, name);
                case ADMIT -> admit(open);
                case SHOW_MEMBERS -> desk.shell().showDetails();
                case SHOW_DEVICES -> dialogs.devices();
                case SHOW_FINGERPRINT -> dialogs.fingerprint();
            }
        });
    }

    private void compare(Alert open, String name) {
        if (open.canWait() && open.kind() != Alert.Kind.NOT_ADMITTED) {
            book.dismiss(open);
        }
        if (!name.isEmpty()) {
            dialogs.compare(name);
        }
    }

    private void accept(Alert open, String name) {
        Target where = open.where();
        if (open.kind() == Alert.Kind.DIRECTORY_SIGNER) {
            desk.submit(new ClientCommand.AcceptDirectory());
        } else if (where != null) {
            desk.submit(new ClientCommand.AcceptKey(where));
        } else {
            desk.submit(new ClientCommand.AcceptKey(Target.user(name)));
        }
    }

    private void admit(Alert open) {
        Target where = open.where();
        if (where != null) {
            open.names().forEach(name -> desk.submit(new ClientCommand.Admit(where, name)));
        }
    }

    private void with(Consumer<Alert> deed) {
        Alert open = alert;
        if (open != null) {
            deed.accept(open);
            refresh();
        }
    }

    private AlertView.Strip stripOf(Alert open) {
        Words words = desk.words();
        String kind = wordOf(open.kind());
        Target where = open.where();
        String place = where == null ? "" : SafeText.excerpt(where.address(), 60);
        String names = SafeText.excerpt(String.join(", ", open.names()), 120);
        String before =
                open.names().isEmpty() ? "" : SafeText.excerpt(open.names().get(0), 60);
        String after =
                open.names().size() < 2 ? "" : SafeText.excerpt(open.names().get(1), 60);
        String text = words.get("alert." + kind, names, place, reasonOf(open, place), before, after);
        return new AlertView.Strip(
                text,
                open.isWarning(),
                open.remedies().stream()
                        .map(remedy -> new AlertView.Choice(remedy, wordsOf(open, remedy)))
                        .toList(),
                open.canWait());
    }

    /** One clause; {@code place} is safe to show. */
    private String reasonOf(Alert open, String place) {
        AlarmCause alarm = open.alarm();
        HeldCause held = open.held();
        if (alarm != null) {
            return desk.words().get("alarm." + wordOf(alarm));
        } else if (held != null) {
            return desk.words().get("held." + wordOf(held), place);
        }
        return SafeText.line(open.reason());
    }

    /** A remedy may be called otherwise for one kind. */
    private String wordsOf(Alert open, Alert.Remedy remedy) {
        String key = "remedy." + remedy.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return desk.words().orElse(key + "." + wordOf(open.kind()), desk.words().get(key));
    }

    private static String wordOf(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
