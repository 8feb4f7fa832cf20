package io.heliograph.client.core.files;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * What transfers need of the session.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public interface FileHost {
    /** The file that a loaded message offers; null for none. */
    Body.@Nullable File offered(Target where, long seq);

    /** The user has compared the key of {@code name}. */
    boolean isVerified(String name);

    /** Null if something may be said there, else one line. */
    @Nullable
    String whyNot(Target to);

    /** Has the message go out that offers a file, as any other message does. */
    void post(MessageId id, Target to, Body.File file);

    /** It is kept, and not answered. */
    boolean isWaiting(MessageId id);

    void takeBack(MessageId id);

    /** Puts a part on the lane of files; false, and nothing is sent, without a connection. */
    boolean send(FileMessage.FilePut part, long nowNs);

    /** What stands on the lane of files and was not sent. */
    long queuedBytes();
}
