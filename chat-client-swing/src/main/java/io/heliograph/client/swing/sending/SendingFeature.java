package io.heliograph.client.swing.sending;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.PathWords;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.compose.Intake;
import io.heliograph.client.swing.dialog.FileChoosing;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.common.net.NamedThreads;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.swing.JFileChooser;
import org.jspecify.annotations.Nullable;

/** Sends files: by command, from the clipboard, or dropped onto the window. Event dispatch thread only. */
public final class SendingFeature implements DeskFeature, Intake {
    private final FeatureGround ground;
    private final SendingPresenter presenter;
    private final ClipboardPicture clipboard;
    private @Nullable Desk desk;
    private @Nullable File lastFolder;

    public SendingFeature(FeatureGround ground) {
        this.ground = ground;
        // A thread of its own: a large folder keeps nobody else waiting.
        Executor packer = Executors.newSingleThreadExecutor(NamedThreads.factory("desktop-packer"));
        PackingRoom room = new PackingRoom();
        presenter = new SendingPresenter(
                new SendSheetDialog(ground.words(), ground.surface()), room, packer, ground.events());
        clipboard = new ClipboardPicture(room, packer, ground.events());
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(new NamedCommand("send", this::send));
    }

    @Override
    public void begin(Desk begun) {
        desk = begun;
    }

    @Override
    public void onEventOf(Desk of, ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            presenter.onTransfer(progress.file());
        }
    }

    @Override
    public void onFiles(List<Path> files) {
        if (desk != null) {
            presenter.offer(desk, desk.current(), files);
        }
    }

    @Override
    public void onFiles(Target where, List<Path> files) {
        if (desk != null) {
            presenter.offer(desk, where, files);
        }
    }

    @Override
    public void onPicture() {
        Desk open = desk;
        if (open != null) {
            Target where = open.current();
            clipboard.take(
                    file -> presenter.offer(open, where, List.of(file)),
                    () -> open.complain(open.words().get("send.noPicture")));
        }
    }

    private void send(Desk open, String argument) {
        PathWords.Split written = PathWords.split(argument);
        Path path = PathWords.pathOf(written.path());
        if (argument.isEmpty()) {
            choose(open);
        } else if (path == null) {
            open.complain(open.words().get("send.which"));
        } else {
            presenter.send(open, open.current(), path, written.rest());
        }
    }

    private void choose(Desk open) {
        Target where = open.current();
        new FileChoosing(ground.events(), () -> ground.surface().frame())
                .choose(open.words().get("send.choose"), chooser -> fit(chooser, open), chooser -> {
                    lastFolder = chooser.getCurrentDirectory();
                    presenter.offer(
                            open,
                            where,
                            Arrays.stream(chooser.getSelectedFiles())
                                    .map(File::toPath)
                                    .toList());
                });
    }

    private void fit(JFileChooser chooser, Desk open) {
        if (lastFolder != null) {
            chooser.setCurrentDirectory(lastFolder);
        }
        chooser.setMultiSelectionEnabled(true);
        chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
        chooser.setDialogTitle(open.words().get("command.send"));
    }
}
