package io.heliograph.client.swing.shell;

/** The line above the messages that says that there is no connection. Event dispatch thread only. */
interface BannerView {
    /** An empty line hides it; {@code lost}: there is something to find out about the network. */
    void showBanner(String line, boolean canRetry, boolean lost);
}
