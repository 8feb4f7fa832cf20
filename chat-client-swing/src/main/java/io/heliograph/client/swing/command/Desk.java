package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.swing.model.ChatModel;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a command acts on. Event dispatch thread only. */
public interface Desk {
    ChatModel model();

    LocalChoices choices();

    /** What makes this profile a device of the account. */
    DeviceIdentity identity();

    Words words();

    Shell shell();

    /** The conversation that is open; null for none. */
    @Nullable
    Target current();

    /** {@code where} is the conversation that is open. */
    default boolean isCurrent(Target where) {
        Target open = current();
        return open != null && open.key().equals(where.key());
    }

    /** Opens a conversation; with somebody to whom nothing was said it begins empty. */
    void open(Target where);

    /** The same; null turns to none. */
    void turnTo(@Nullable Target where);

    /** Opens a conversation at a line of it, which is not read by that. */
    void openAt(Target where, long seq);

    /** The message of the open conversation that the user has chosen to do something with; null for none. */
    @Nullable
    ShownEntry selected();

    void submit(ClientCommand command);

    /** Something that is kept in the outbox, with an id of its own. */
    void post(Function<MessageId, ClientCommand.Posting> posting);

    /** For what is sent without being a posting: a file. */
    MessageId newMessageId();

    /** One line that goes away by itself. */
    void tell(String line);

    /** One line that says what is wrong, and what to do. */
    void complain(String line);

    /** Loads the last own message into the composer. */
    void editLast();

    /** Begins an answer to {@code entry}, which is of the open conversation. */
    void reply(ShownEntry entry);

    /** Loads {@code entry}, an own message of the open conversation, into the composer. */
    void edit(ShownEntry entry);

    Writing writing();

    /** Has a choice kept, away from the event thread; {@code then} runs behind it, unless it cannot be written. */
    void choose(Choice choice, Runnable then);
}
