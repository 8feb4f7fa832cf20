package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.common.crypto.RandomSource;
import org.jspecify.annotations.Nullable;

/** Shows why a server cannot be reached, from wherever it is asked for. Event dispatch thread only. */
public final class NetworkDoctor {
    private final FeatureGround ground;
    private final NetworkChecker checker;
    private @Nullable NetworkPresenter presenter;
    private @Nullable NetworkDialog dialog;

    public NetworkDoctor(FeatureGround ground, RandomSource random) {
        this.ground = ground;
        this.checker = new NetworkScout(random, ground.events());
    }

    public void show(ServerName server) {
        NetworkDialog shown = dialog;
        NetworkPresenter leading = presenter;
        if (shown == null || leading == null) {
            shown = new NetworkDialog(ground.words(), this::onAgain);
            leading = new NetworkPresenter(shown, checker, ground.words());
            dialog = shown;
            presenter = leading;
        }
        leading.onCheck(server);
        shown.show(ground.surface().frame());
    }

    private void onAgain() {
        if (presenter != null) {
            presenter.onAgain();
        }
    }
}
