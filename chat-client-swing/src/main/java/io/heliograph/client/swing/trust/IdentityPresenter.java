package io.heliograph.client.swing.trust;

import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Executor;

/** Writes this device's identity into a file, away from the event thread. Knows no component. */
final class IdentityPresenter {
    /** What asks for the file and its passphrase. */
    interface View {
        void open(String suggestedName);

        /** Empty for nothing wrong. */
        void showProblem(String line);

        void setBusy(boolean busy);

        void close();
    }

    private final View view;
    private final Desk desk;
    private final Executor worker;
    private final Executor events;

    IdentityPresenter(View view, Desk desk, Executor worker, Executor events) {
        this.view = view;
        this.desk = desk;
        this.worker = worker;
        this.events = events;
    }

    void open() {
        view.open(desk.model().user() + ".heliograph-identity");
    }

    void onSubmit(String file, String passphrase, String again) {
        Words words = desk.words();
        if (file.isBlank()) {
            view.showProblem(words.get("identity.noFile"));
        } else if (!passphrase.equals(again)) {
            view.showProblem(words.get("passphrase.differ"));
        } else if (DeviceIdentity.isTooShort(passphrase)) {
            view.showProblem(words.get("passphrase.short", DeviceIdentity.MIN_PASSPHRASE_CHARS));
        } else {
            view.showProblem("");
            view.setBusy(true);
            worker.execute(() -> write(desk.identity(), file.strip(), passphrase));
        }
    }

    private void write(DeviceIdentity identity, String file, String passphrase) {
        String problem = "";
        try {
            identity.write(Path.of(file), passphrase);
        } catch (FileAlreadyExistsException e) {
            problem = desk.words().get("identity.there", SafeText.line(file));
        } catch (IOException | IllegalArgumentException e) {
            problem = desk.words().get("identity.unwritable", SafeText.line(file));
        }
        String result = problem;
        events.execute(() -> settle(file, result));
    }

    private void settle(String file, String problem) {
        view.setBusy(false);
        if (problem.isEmpty()) {
            view.close();
            desk.tell(desk.words().get("identity.done", SafeText.line(file)));
        } else {
            view.showProblem(problem);
        }
    }
}
