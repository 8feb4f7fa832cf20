package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.LinkState;
import io.heliograph.client.swing.words.LinkCauses;
import java.util.concurrent.TimeUnit;

/** Counts down to the next attempt; call once a second. Knows no component. */
final class BannerPresenter {
    private final BannerView view;
    private final Desk desk;

    BannerPresenter(BannerView view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    void onRetry() {
        desk.submit(new ClientCommand.Reconnect());
    }

    void refresh(long nowMs) {
        LinkState link = desk.model().link();
        if (link instanceof LinkState.Waiting waiting) {
            long leftMs = Math.max(0, waiting.atMs() - nowMs);
            long seconds = TimeUnit.MILLISECONDS.toSeconds(leftMs + TimeUnit.SECONDS.toMillis(1) - 1);
            view.showBanner(
                    desk.words()
                            .get(
                                    "banner.waiting",
                                    LinkCauses.of(desk.words(), waiting.cause()),
                                    seconds,
                                    waiting.attempt()),
                    true,
                    true);
        } else if (link instanceof LinkState.Silent silent) {
            long seconds = TimeUnit.MILLISECONDS.toSeconds(Math.max(0, nowMs - silent.sinceMs()));
            view.showBanner(desk.words().get("banner.silent", seconds), false, true);
        } else if (link instanceof LinkState.Off off) {
            String cause = LinkCauses.of(desk.words(), off.cause());
            view.showBanner(
                    off.wanted()
                            ? desk.words().get("banner.wanted")
                            : desk.words().get("banner.off", cause),
                    true,
                    !off.wanted());
        } else if (link instanceof LinkState.Connecting connecting && connecting.attempt() > 1) {
            view.showBanner(desk.words().get("banner.connecting", connecting.attempt()), false, true);
        } else {
            view.showBanner("", false, false);
        }
    }
}
