package io.heliograph.client.swing.shell;

/** The line above the messages that says that there is no connection. Event dispatch thread only. */
interface BannerView {
    /** Empty hides it. */
    void showBanner(String line, boolean canRetry);
}
