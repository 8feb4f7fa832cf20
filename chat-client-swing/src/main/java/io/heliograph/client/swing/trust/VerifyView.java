package io.heliograph.client.swing.trust;

import io.heliograph.client.core.TrustLevel;
import java.util.List;

/** The comparison of a key. Event dispatch thread only. */
interface VerifyView {
    /**
     * A safety number.
     *
     * @param groups twelve of five digits
     * @param words eight, joined by hyphens
     */
    record SafetyDigits(String digits, List<String> groups, String words) {
        public SafetyDigits {
            groups = List.copyOf(groups);
        }
    }

    /**
     * All that is shown, safe to show.
     *
     * @param waits the number is of a key that waits for the user's yes
     * @param canConfirm the user may vouch for it before everybody on this server
     * @param result what the last answer has done; may be empty
     */
    record Shown(
            String name,
            TrustLevel level,
            String levelWords,
            String since,
            boolean waits,
            SafetyDigits number,
            List<String> devices,
            boolean canConfirm,
            String result) {
        public Shown {
            devices = List.copyOf(devices);
        }
    }

    /** Before the keys are known. */
    void showWaiting(String name);

    void showNumber(Shown shown);

    /** Why there is no number. */
    void showProblem(String line);
}
