package io.heliograph.client.swing.command;

import io.heliograph.client.core.profile.LocalChoices;
import java.io.IOException;

/** Changes what is kept in the profile. Called by a thread that may wait for the disk. */
@FunctionalInterface
public interface Choice {
    void make(LocalChoices choices) throws IOException;
}
