package io.heliograph.client.core.files;

/** Whom the user does not want to hear of: nothing of theirs is fetched unasked. Called on the client's loop. */
public interface Ignored {
    /** Of somebody who has ignored nobody. */
    Ignored NOBODY = name -> false;

    boolean ignores(String name);
}
