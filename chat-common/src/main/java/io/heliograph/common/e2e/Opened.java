package io.heliograph.common.e2e;

/** What came of opening a sealed body. Immutable, thread-safe. */
public sealed interface Opened {

    /** It is what the author's device has sealed for this place. */
    record Content(SealedContent content) implements Opened {}

    /** It is not to be believed; the chain is as it was. */
    record Failed(OpenFailure why) implements Opened {}
}
