package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.util.Bytes;
import java.util.List;

/**
 * How the devices of the user's own account stand: which wait for a yes, and whether this one does.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
final class KeyNews {
    private List<Bytes> waiting = List.of();
    private boolean confirmed = true;

    boolean waits(Bytes device) {
        return waiting.contains(device);
    }

    /** This device is given keys. */
    boolean isConfirmed() {
        return confirmed;
    }

    /** True if something is otherwise than before. */
    boolean onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.DevicesWaiting told) {
            waiting = told.devices();
        } else if (event instanceof ClientEvent.DeviceUnconfirmed) {
            confirmed = false;
        } else if (event instanceof ClientEvent.DeviceConfirmed) {
            confirmed = true;
        } else if (event instanceof ClientEvent.Done done && done.command() instanceof ClientCommand.ApproveDevice of) {
            waiting = without(of.device());
        } else if (event instanceof ClientEvent.Done done && done.command() instanceof ClientCommand.Revoke of) {
            waiting = without(of.device());
        } else if (event instanceof ClientEvent.Done done && done.command() instanceof ClientCommand.BeginAnew) {
            confirmed = true;
        } else {
            return false;
        }
        return true;
    }

    private List<Bytes> without(Bytes device) {
        return waiting.stream().filter(other -> !other.equals(device)).toList();
    }
}
