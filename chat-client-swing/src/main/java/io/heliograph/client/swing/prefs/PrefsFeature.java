package io.heliograph.client.swing.prefs;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.FileChoosing;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import org.jspecify.annotations.Nullable;

/** The settings and what the program says about itself. Event dispatch thread only. */
public final class PrefsFeature implements DeskFeature {
    private final FeatureGround ground;
    private final PrefsPresenter presenter;
    private @Nullable SettingsDialog dialog;

    public PrefsFeature(FeatureGround ground) {
        this.ground = ground;
        this.presenter = new PrefsPresenter(ground.settings());
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("settings", (desk, page) -> open(page.isEmpty() ? "look" : page)),
                new NamedCommand("about", (desk, nothing) -> open("about")));
    }

    @Override
    public void begin(Desk desk) {
        presenter.begin(desk);
    }

    @Override
    public void onEvent(ClientEvent event) {
        if (presenter.onEvent(event)) {
            follow();
        }
    }

    private void open(String page) {
        presenter.onOpen();
        if (dialog == null) {
            String version = Objects.requireNonNullElse(
                    PrefsFeature.class.getPackage().getImplementationVersion(), "development");
            SettingsPages pages = new SettingsPages(ground.words(), presenter, this::chooseFolder);
            dialog = new SettingsDialog(ground.words(), pages.all(version), ground.events());
        }
        dialog.show(ground.surface().frame(), page);
    }

    private void follow() {
        SettingsDialog open = dialog;
        if (open != null && open.isShown()) {
            open.follow();
        }
    }

    private void chooseFolder(String before, Consumer<Path> chosen) {
        new FileChoosing(ground.events(), () -> ground.surface().frame())
                .choose(
                        ground.words().get("send.choose"),
                        chooser -> fit(chooser, before),
                        chooser ->
                                chosen.accept(chooser.getSelectedFile().toPath().toAbsolutePath()));
    }

    private void fit(JFileChooser chooser, String before) {
        if (!before.isEmpty()) {
            chooser.setCurrentDirectory(new File(before));
        }
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        chooser.setDialogTitle(ground.words().get("prefs.downloadFolder"));
    }
}
