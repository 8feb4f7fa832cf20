package io.heliograph.client.core.session;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.client.core.files.FileHost;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that messages offer, and has messages go out that offer some.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class FileOffers implements FileHost {
    private final ServerLink link;
    private final Conversations conversations;
    private final Postings postings;
    private final Postbox postbox;
    private final EndToEndLayer layer;

    FileOffers(ServerLink link, Conversations conversations, Postings postings, Postbox postbox, EndToEndLayer layer) {
        this.link = link;
        this.conversations = conversations;
        this.postings = postings;
        this.postbox = postbox;
        this.layer = layer;
    }

    @Override
    public Body.@Nullable File offered(Target where, long seq) {
        Conversation conversation = conversations.find(where);
        Line line = conversation == null ? null : conversation.timeline().log().find(seq);
        return line == null ? null : line.file();
    }

    @Override
    public boolean isVerified(String name) {
        return layer.isVerified(name);
    }

    @Override
    public @Nullable String whyNot(Target to) {
        return postings.whyNot(to);
    }

    @Override
    public void post(MessageId id, Target to, Body.File file) {
        postings.post(id, to, PostingForm.file(file));
    }

    @Override
    public boolean isWaiting(MessageId id) {
        return postbox.isWaiting(id);
    }

    @Override
    public void takeBack(MessageId id) {
        postbox.cancel(id);
    }

    @Override
    public boolean send(FileMessage.FilePut part, long nowNs) {
        return link.sendFile(MessageCodec.encode(part), nowNs);
    }

    @Override
    public long queuedBytes() {
        return link.queuedFileBytes();
    }
}
