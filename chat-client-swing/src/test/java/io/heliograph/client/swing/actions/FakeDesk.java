package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.client.swing.command.Choice;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.command.Writing;
import io.heliograph.client.swing.model.ChatModel;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A desk over a real model that remembers what is asked of it. The user is Ann, in the room #lab. */
final class FakeDesk implements Desk {
    static final Target LAB = Target.room("lab");

    final ChatModel model = new ChatModel("ann", ZoneOffset.UTC, name -> false);
    final List<ClientCommand> commands = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    final List<ShownEntry> answered = new ArrayList<>();

    @Nullable
    ShownEntry selected;

    private int idCount;

    FakeDesk(Role role, Long... pins) {
        event(new ClientEvent.ConversationChanged(
                LAB,
                new ConversationState(
                        1,
                        ConversationKind.ROOM,
                        LAB.address(),
                        "",
                        "",
                        RoomAccess.PUBLIC,
                        false,
                        0,
                        0,
                        role,
                        0,
                        2,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        List.of(pins),
                        0)));
    }

    void event(ClientEvent event) {
        model.onEvent(event, 1_000);
    }

    /** A message with a file. */
    ShownEntry offer(long seq, String from, String name, String caption) {
        FileInfo file = new FileInfo(name, 3_000, Bytes.EMPTY, Bytes.takingOver(new byte[16]));
        ShownEntry entry = new ShownEntry(
                seq,
                newMessageId(),
                EntryKind.MESSAGE,
                from,
                from.equals("ann"),
                1_000,
                caption,
                0,
                0,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                file);
        event(new ClientEvent.EntryShown(LAB, entry, true));
        return entry;
    }

    ShownEntry say(long seq, String from, String text, ShownEntry.Reaction... reactions) {
        ShownEntry entry = new ShownEntry(
                seq,
                newMessageId(),
                EntryKind.MESSAGE,
                from,
                from.equals("ann"),
                1_700_000_000_000L + seq,
                text,
                0,
                0,
                false,
                false,
                false,
                List.of(reactions),
                null,
                null,
                null);
        event(new ClientEvent.EntryShown(LAB, entry, true));
        return entry;
    }

    <T extends ClientCommand> T last(Class<T> kind) {
        return kind.cast(commands.get(commands.size() - 1));
    }

    @Override
    public ChatModel model() {
        return model;
    }

    @Override
    public LocalChoices choices() {
        return new LocalChoices(new MemoryLocalStore(), () -> 1_000);
    }

    @Override
    public Words words() {
        return Words.in(Locale.ENGLISH);
    }

    @Override
    public Shell shell() {
        throw new AssertionError("no window here");
    }

    @Override
    public Target current() {
        return LAB;
    }

    @Override
    public void open(Target where) {}

    @Override
    public void turnTo(@Nullable Target where) {}

    @Override
    public void openAt(Target where, long seq) {}

    @Override
    public @Nullable ShownEntry selected() {
        return selected;
    }

    @Override
    public void submit(ClientCommand command) {
        commands.add(command);
    }

    @Override
    public void post(Function<MessageId, ClientCommand.Posting> posting) {
        commands.add(posting.apply(newMessageId()));
    }

    @Override
    public MessageId newMessageId() {
        idCount++;
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(idCount).array()));
    }

    @Override
    public void tell(String line) {
        told.add(line);
    }

    @Override
    public void complain(String line) {
        complaints.add(line);
    }

    @Override
    public void editLast() {}

    @Override
    public void reply(ShownEntry entry) {
        answered.add(entry);
    }

    @Override
    public void edit(ShownEntry entry) {}

    @Override
    public Writing writing() {
        throw new AssertionError("nothing is written here");
    }

    @Override
    public DeviceIdentity identity() {
        throw new AssertionError("no keys here");
    }

    @Override
    public void choose(Choice choice, Runnable then) {
        try {
            choice.make(choices());
            then.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
