package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Commands;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.connect.OpenSession;
import io.heliograph.client.swing.messages.MessageListModel;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.util.Bytes;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

/** A desk over real presenters, with a window that only remembers and a session that only listens. */
final class DeskRig implements CommandSink {
    final List<ClientCommand> commands = new ArrayList<>();
    final RememberedViews views = new RememberedViews();
    long nowMs = 1_000_000;
    final DeskPresenter desk;
    private int idCount;

    DeskRig() {
        MemoryLocalStore store = new MemoryLocalStore();
        Words words = Words.in(Locale.ENGLISH);
        try {
            ProfileKey key = ProfileKey.look(Path.of("no-such-folder", "profile.key"), new Random(1)::nextBytes);
            DeviceIdentity identity = new DeviceIdentity(
                    new ServerName("relay", 1),
                    "ann",
                    IdentityKeyPair.generate(new Random(2)::nextBytes),
                    () -> 0,
                    new Random(3)::nextBytes);
            OpenSession session = new OpenSession(
                    new ServerName("relay", 1),
                    "ann",
                    this,
                    new LocalChoices(store, () -> 1_000),
                    new Drafts(store),
                    key,
                    identity,
                    Runnable::run,
                    () -> {});
            // No command of these tests does anything with the window itself.
            Shell shell = (Shell) Proxy.newProxyInstance(
                    Shell.class.getClassLoader(), new Class<?>[] {Shell.class}, (proxy, method, values) -> null);
            desk = new DeskPresenter(
                    session,
                    new CommandRegistry(Commands.all(), words),
                    views.all(),
                    shell,
                    words,
                    new Times(ZoneOffset.UTC, words),
                    () -> nowMs,
                    new Keeping(Runnable::run, Runnable::run));
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
        desk.show();
        connect(false);
    }

    void connect(boolean again) {
        event(new ClientEvent.Connected("relay:1", "Relay", "SHA256:x", "ann", false, again));
    }

    void enter(Target room) {
        know(room);
        event(new ClientEvent.CaughtUp());
    }

    void know(Target where) {
        ConversationKind kind = where.isRoom() ? ConversationKind.ROOM : ConversationKind.DIRECT;
        event(new ClientEvent.ConversationChanged(
                where,
                new ConversationState(
                        1,
                        kind,
                        where.address(),
                        "",
                        "",
                        RoomAccess.PUBLIC,
                        false,
                        0,
                        0,
                        Role.MEMBER,
                        0,
                        2,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        List.of(),
                        0)));
    }

    void show(Target where, long seq, String from, String text) {
        event(new ClientEvent.EntryShown(where, entry(seq, newMessageId(), from, text), true));
    }

    ShownEntry entry(long seq, MessageId id, String from, String text) {
        return new ShownEntry(
                seq,
                id,
                EntryKind.MESSAGE,
                from,
                from.equals("ann"),
                nowMs,
                text,
                0,
                0,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                null);
    }

    MessageListModel model() {
        return Objects.requireNonNull(views.lines);
    }

    /** The lines that are shown. */
    List<ShownEntry> lines() {
        MessageListModel model = model();
        List<ShownEntry> lines = new ArrayList<>();
        for (int index = 0; index < model.size(); index++) {
            lines.add(Objects.requireNonNull(model.entry(index)));
        }
        return lines;
    }

    void event(ClientEvent event) {
        desk.onEvent(event);
        desk.flush();
    }

    void write(String text) {
        views.text = text;
        desk.regions().composer().onTextChanged(nowMs);
    }

    ConversationRow row(String title) {
        desk.onTick();
        return views.rows.stream()
                .filter(row -> row.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    List<String> titles() {
        desk.onTick();
        return views.rows.stream().map(ConversationRow::title).toList();
    }

    List<String> menuOf(Target where) {
        return new RowChoices(desk)
                .of(where).stream()
                        .flatMap(List::stream)
                        .map(RowChoices.Choice::command)
                        .toList();
    }

    DetailsView.Details details() {
        return Objects.requireNonNull(views.details);
    }

    long sent(Class<? extends ClientCommand> kind) {
        return commands.stream().filter(kind::isInstance).count();
    }

    <T extends ClientCommand> T last(Class<T> kind) {
        List<T> all = commands.stream().filter(kind::isInstance).map(kind::cast).toList();
        return all.get(all.size() - 1);
    }

    @Override
    public boolean submit(ClientCommand command) {
        return commands.add(command);
    }

    @Override
    public MessageId newMessageId() {
        idCount++;
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(idCount).array()));
    }
}
