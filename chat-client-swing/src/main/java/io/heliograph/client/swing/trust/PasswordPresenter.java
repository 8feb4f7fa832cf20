package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.text.SafeText;
import java.nio.charset.StandardCharsets;

/** Sets the account's password, which lets a further device in. Knows no component. */
final class PasswordPresenter {
    /** What shows the fields. */
    interface View {
        void showFields(boolean hasPassword);

        /** Empty for nothing wrong. */
        void showProblem(String line);

        void close();
    }

    private static final int MIN_PASSWORD_CHARS = 8;

    private final View view;
    private final Desk desk;
    private boolean hasPassword = true;

    PasswordPresenter(View view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    void open() {
        view.showFields(hasPassword);
    }

    void onSubmit(String old, String fresh, String again) {
        if (!fresh.equals(again)) {
            view.showProblem(desk.words().get("password.differ"));
        } else if (fresh.codePointCount(0, fresh.length()) < MIN_PASSWORD_CHARS) {
            view.showProblem(desk.words().get("password.short", MIN_PASSWORD_CHARS));
        } else if (fresh.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_PASSWORD_BYTES) {
            view.showProblem(desk.words().get("password.long", Bounds.MAX_PASSWORD_BYTES));
        } else {
            view.showProblem("");
            desk.submit(new ClientCommand.SetPassword(hasPassword ? old : "", fresh));
        }
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.AccountShown account) {
            hasPassword = account.hasPassword();
        } else if (event instanceof ClientEvent.Done done && done.command() instanceof ClientCommand.SetPassword) {
            hasPassword = true;
            view.close();
            desk.tell(desk.words().get("password.set"));
        } else if (event instanceof ClientEvent.Refused refused
                && refused.command() instanceof ClientCommand.SetPassword) {
            view.showProblem(SafeText.line(refused.text()));
        }
    }
}
