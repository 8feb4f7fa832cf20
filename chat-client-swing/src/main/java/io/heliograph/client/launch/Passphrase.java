package io.heliograph.client.launch;

import java.util.Map;

/** The passphrase of the profile as a start gives it. */
public final class Passphrase {
    /** Read if no file is named. */
    public static final String VARIABLE = "HELIOGRAPH_PASSPHRASE";

    private Passphrase() {}

    /** Empty if there is none. */
    public static String given(ClientOptions options, Map<String, String> environment) throws UsageException {
        return OptionChecks.secretOf("passphrase", options.passphraseFile(), environment.getOrDefault(VARIABLE, ""));
    }
}
