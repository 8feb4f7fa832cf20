package io.heliograph.client.core;

import io.heliograph.common.message.MessageId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way, as it stands now. Names and reasons are as they were sent: a face makes them safe to show.
 *
 * @param id of a sending the message's, of a receiving the blob
 * @param where the conversation
 * @param name as its sender calls it
 * @param sending else receiving
 * @param doneBytes of the file: read while hashing and verifying, else at the other end
 * @param sizeBytes of the file; below 0 while nobody has looked
 * @param bytesPerS 0 while unknown
 * @param secondsLeft below 0 while unknown
 * @param path what is sent, or where it was kept; null while a received file has no place
 * @param reason why it failed or waits; empty if there is nothing to say
 */
public record FileTransfer(
        MessageId id,
        Target where,
        String name,
        boolean sending,
        FileState state,
        long doneBytes,
        long sizeBytes,
        long bytesPerS,
        long secondsLeft,
        @Nullable Path path,
        String reason) {}
