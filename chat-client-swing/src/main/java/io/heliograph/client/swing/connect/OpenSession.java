package io.heliograph.client.swing.connect;

import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileKey;
import java.util.concurrent.Executor;

/**
 * A running client with what the desktop needs of its profile.
 *
 * @param keeper does what is written to the profile, in order, and before it is closed; nothing behind that
 * @param close says goodbye and lets go of everything, on a thread of its own; once
 */
public record OpenSession(
        ServerName server,
        String user,
        CommandSink commands,
        LocalChoices choices,
        Drafts drafts,
        ProfileKey key,
        DeviceIdentity identity,
        Executor keeper,
        Runnable close) {}
