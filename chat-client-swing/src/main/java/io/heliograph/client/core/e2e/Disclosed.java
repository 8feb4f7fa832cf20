package io.heliograph.client.core.e2e;

import io.heliograph.common.message.Entry;

/** What became of an entry whose body was sealed. */
public sealed interface Disclosed {
    /** Its body is what protocol.md 6 calls a body. {@code warning} is empty or one clause for the user. */
    record Clear(Entry entry, String warning) implements Disclosed {}

    /** It may become readable; {@code reason} is one clause for the user. */
    record Waits(String reason) implements Disclosed {}

    /** It is not believed; {@code reason} is one clause for the user. */
    record NotAccepted(String reason) implements Disclosed {}
}
