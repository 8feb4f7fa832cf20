package io.heliograph.client.core;

import io.heliograph.common.message.MessageId;

/** What a user wants. Immutable, so that any thread may submit it. */
public sealed interface ClientCommand {

    /** Enters a room and stays in it through every reconnect. */
    record Join(Target room) implements ClientCommand {}

    /** Ends a membership. */
    record Leave(Target room) implements ClientCommand {}

    /** Says {@code text}; the face makes the id, so that it knows its message from the first moment on. */
    record Say(MessageId id, Target to, String text) implements ClientCommand {}

    /** The user is typing to {@code to}. */
    record Typing(Target to) implements ClientCommand {}

    /** A line of the operator console. */
    record Admin(String line) implements ClientCommand {}

    /** The answer to {@link ClientEvent.TrustWanted}. */
    record Trust(boolean yes) implements ClientCommand {}

    /** Takes a message back that the relay has not accepted. */
    record Cancel(MessageId id) implements ClientCommand {}

    /** Tries now what would be tried later. */
    record Reconnect() implements ClientCommand {}

    /** Stays offline until told otherwise. */
    record Disconnect() implements ClientCommand {}

    /** Says goodbye and ends; {@link ClientEvent.Ended} follows. */
    record Quit() implements ClientCommand {}
}
