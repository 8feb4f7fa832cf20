package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import java.util.List;
import java.util.function.Consumer;

/** The check of the way to the server of a session. */
public final class NetcheckFeature implements DeskFeature {
    private final Consumer<ServerName> doctor;

    /** {@code doctor} shows what is wrong on the way to a server. */
    public NetcheckFeature(Consumer<ServerName> doctor) {
        this.doctor = doctor;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(new NamedCommand("doctor", (desk, nothing) -> check(desk)));
    }

    private void check(Desk desk) {
        doctor.accept(desk.identity().server());
    }
}
