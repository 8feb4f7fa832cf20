package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.net.PathProbe.Fault;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The check of the network: under way, and what may come of it. */
public final class NetworkPortraits {
    private NetworkPortraits() {}

    public static List<Portrait> all() {
        return List.of(
                Portrait.of("netcheck-running", locale -> dialog(locale, null)),
                Portrait.of("netcheck-answers", locale -> dialog(locale, SampleReports.answered(5)))
                        .inContrastToo(),
                Portrait.of("netcheck-silent", locale -> dialog(locale, SampleReports.nothing()))
                        .inContrastToo(),
                Portrait.of(
                        "netcheck-others", locale -> dialog(locale, SampleReports.silent(Fault.NONE, 2, Host.SILENT))),
                Portrait.of(
                        "netcheck-blocked-here",
                        locale -> dialog(locale, SampleReports.silent(Fault.SEND_REFUSED, -1, Host.NOT_ASKED))));
    }

    private static JComponent dialog(Locale locale, @Nullable NetworkReport report) {
        Words words = Words.in(locale);
        NetworkDialog dialog = new NetworkDialog(words, () -> {});
        NetworkChecker checker = (server, done) -> {
            if (report != null) {
                done.accept(report);
            }
        };
        new NetworkPresenter(dialog, checker, words).onCheck(SampleReports.SERVER);
        return dialog.body();
    }
}
