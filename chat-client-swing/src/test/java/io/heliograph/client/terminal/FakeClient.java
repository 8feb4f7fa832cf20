package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.MessageState;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Takes commands down, and answers each at once as a session on a good day would. */
final class FakeClient implements CommandSink {
    final List<ClientCommand> commands = new ArrayList<>();
    boolean answers = true;
    /** How each file that is sent ends. */
    FileState fileEnd = FileState.DONE;

    Consumer<ClientEvent> face = event -> {};
    private final AtomicInteger idCount = new AtomicInteger();

    @Override
    public synchronized boolean submit(ClientCommand command) {
        commands.add(command);
        if (command instanceof ClientCommand.Say say && answers) {
            face.accept(
                    new ClientEvent.EntryShown(say.to(), Shown.message(0, say.id(), "ann", true, say.text()), true));
            face.accept(new ClientEvent.StateChanged(say.id(), MessageState.STORED, ""));
        } else if (command instanceof ClientCommand.SendFile send && answers) {
            face.accept(new ClientEvent.FileProgress(Shown.transfer(send.id(), FileState.QUEUED, 0)));
            face.accept(new ClientEvent.FileProgress(Shown.transfer(send.id(), FileState.SENDING, 40)));
            face.accept(new ClientEvent.FileProgress(Shown.transfer(send.id(), fileEnd, 100)));
        } else if (command instanceof ClientCommand.Quit) {
            face.accept(new ClientEvent.Ended());
        }
        return true;
    }

    @Override
    public MessageId newMessageId() {
        return new MessageId(Bytes.takingOver(ByteBuffer.allocate(MessageId.LENGTH_BYTES)
                .putInt(idCount.incrementAndGet())
                .array()));
    }

    synchronized List<String> said() {
        return commands.stream()
                .filter(ClientCommand.Say.class::isInstance)
                .map(ClientCommand.Say.class::cast)
                .map(say -> say.to() + " " + say.text())
                .toList();
    }

    synchronized <T extends ClientCommand> List<T> heard(Class<T> kind) {
        return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
