package io.heliograph.client.swing.trust;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Which devices speak for the account, which wait, and what may be done with each. Knows no component. */
final class DevicesPresenter {
    private final DevicesView view;
    private final Desk desk;
    private final KeyNews news;
    private final Moments moments;
    private final LongSupplier wallClockMs;
    private List<DeviceEntry> devices = List.of();
    private boolean open;
    private @Nullable String selected;

    DevicesPresenter(DevicesView view, Desk desk, KeyNews news, Moments moments, LongSupplier wallClockMs) {
        this.view = view;
        this.desk = desk;
        this.news = news;
        this.moments = moments;
        this.wallClockMs = wallClockMs;
    }

    void open() {
        open = true;
        refresh();
        desk.submit(new ClientCommand.AskDevices());
    }

    void onClosed() {
        open = false;
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.DevicesListed listed) {
            devices = listed.devices();
            refresh();
        } else if (event instanceof ClientEvent.Refused refused
                && open
                && (refused.command() instanceof ClientCommand.ApproveDevice
                        || refused.command() instanceof ClientCommand.Revoke
                        || refused.command() instanceof ClientCommand.BeginAnew)) {
            view.showProblem(SafeText.line(refused.text()));
        }
    }

    /** The account's devices stand otherwise than before. */
    void onNews() {
        if (open) {
            view.showProblem("");
            refresh();
            desk.submit(new ClientCommand.AskDevices());
        }
    }

    /** Null for none. */
    void onSelected(@Nullable String key) {
        selected = key;
        DeviceEntry device = find(key);
        if (device == null) {
            view.showChoice("", false, false);
        } else {
            view.showChoice(wordsOf(device.key()), news.waits(device.key()), !isThisOne(device.key()));
        }
    }

    void onApprove() {
        DeviceEntry device = find(selected);
        if (device != null) {
            desk.submit(new ClientCommand.ApproveDevice(device.key()));
        }
    }

    /** When the user has confirmed it. */
    void onRevoke() {
        DeviceEntry device = find(selected);
        if (device != null) {
            desk.submit(new ClientCommand.Revoke(device.key()));
        }
    }

    /** When the user has confirmed it. */
    void onBeginAnew() {
        desk.submit(new ClientCommand.BeginAnew());
    }

    private void refresh() {
        if (!open) {
            return;
        }
        List<ListRow> rows = new ArrayList<>();
        devices.stream().filter(device -> isThisOne(device.key())).forEach(device -> rows.add(rowOf(device)));
        devices.stream().filter(device -> !isThisOne(device.key())).forEach(device -> rows.add(rowOf(device)));
        view.showDevices(rows);
        onSelected(selected);
    }

    private ListRow rowOf(DeviceEntry device) {
        boolean mine = isThisOne(device.key());
        boolean waits = news.waits(device.key()) || (mine && !news.isConfirmed());
        String seen = device.online()
                ? desk.words().get("devices.online")
                : desk.words().get("devices.seen", moments.moment(device.lastSeenMs(), wallClockMs.getAsLong()));
        String detail = seen + " · " + desk.words().get("devices.since", moments.day(device.enrolledMs()));
        String name = SafeText.excerpt(device.name(), 60);
        boolean phone = name.toLowerCase(Locale.ROOT).contains("phone");
        String icon = name.startsWith("terminal") ? "terminal" : phone ? "smartphone" : "monitor";
        String state = waits ? desk.words().get("devices.waits") : "";
        return ListRow.of(
                        device.key().toHex(),
                        ListRow.Picture.icon(icon, device.online() ? "online" : "muted"),
                        name.isEmpty() ? desk.words().get("devices.unnamed") : name,
                        detail)
                .withTrailing(mine && state.isEmpty() ? desk.words().get("devices.this") : state)
                .withMark(
                        waits
                                ? new ListRow.Mark("hourglass", "away", state)
                                : new ListRow.Mark(
                                        "shield-check", "online", desk.words().get("devices.trusted")));
    }

    private boolean isThisOne(Bytes device) {
        return desk.identity().device().equals(device);
    }

    private @Nullable DeviceEntry find(@Nullable String key) {
        return devices.stream()
                .filter(device -> device.key().toHex().equals(key))
                .findFirst()
                .orElse(null);
    }

    private static String wordsOf(Bytes device) {
        return new IdentityPublicKey(device).fingerprint().words().replace("-", " · ");
    }
}
