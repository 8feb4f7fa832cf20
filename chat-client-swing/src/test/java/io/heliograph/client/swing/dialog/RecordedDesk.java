package io.heliograph.client.swing.dialog;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.Shell;
import io.heliograph.client.swing.model.ChatModel;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A desk with a real model that writes down what it is told to do, whatever else a desk can do. */
public final class RecordedDesk {
    public static final long NOW_MS = 1_795_000_000_000L;

    public final List<ClientCommand> commands = new ArrayList<>();
    public final List<String> told = new ArrayList<>();
    public final List<String> complaints = new ArrayList<>();
    public final List<String> shellCalls = new ArrayList<>();
    private final ChatModel model = new ChatModel("ann", ZoneOffset.UTC, name -> false);
    private final LocalChoices choices = new LocalChoices(new MemoryLocalStore(), () -> 1_000);
    private final Words words;
    private final DeviceIdentity identity = new DeviceIdentity(
            new ServerName("relay", 12_345),
            "ann",
            IdentityKeyPair.generate(new Random(5)::nextBytes),
            () -> 3,
            new Random(6)::nextBytes);
    private final Desk desk = (Desk) Proxy.newProxyInstance(
            Desk.class.getClassLoader(),
            new Class<?>[] {Desk.class},
            (proxy, method, values) -> answer(method.getName(), values));
    private final Object shell = (Shell) Proxy.newProxyInstance(
            Shell.class.getClassLoader(),
            new Class<?>[] {Shell.class},
            (proxy, method, values) -> answer(method.getName(), values));
    private @Nullable Target current;
    private int idCount;

    public RecordedDesk(Locale locale) {
        words = Words.in(locale);
    }

    public RecordedDesk() {
        this(Locale.ENGLISH);
    }

    /** Logged in, as an administrator or not. */
    public RecordedDesk connected(boolean admin) {
        model.onEvent(
                new ClientEvent.Connected(
                        "chat.example.org:12345", "Example", SampleKeys.FINGERPRINT, "ann", admin, false),
                NOW_MS);
        return this;
    }

    /** In a room with members, the user among them with {@code role}. */
    public RecordedDesk inRoom(Target room, Role role, MemberEntry... members) {
        model.onEvent(
                new ClientEvent.ConversationChanged(
                        room,
                        new ConversationState(
                                1,
                                ConversationKind.ROOM,
                                room.address(),
                                "What we build next",
                                "Plans, reviews and releases.",
                                RoomAccess.PUBLIC,
                                false,
                                0,
                                30,
                                role,
                                0,
                                members.length,
                                9,
                                1,
                                0,
                                0,
                                0,
                                NOW_MS,
                                List.of(2L),
                                0)),
                NOW_MS);
        model.onEvent(new ClientEvent.MembersShown(room, List.of(members)), NOW_MS);
        current = room;
        return this;
    }

    public RecordedDesk with(String name, PresenceState state, String text) {
        model.onEvent(
                new ClientEvent.PresenceChanged(
                        new UserEntry(name, state, text, state == PresenceState.OFFLINE ? NOW_MS - 7_200_000 : 0)),
                NOW_MS);
        return this;
    }

    public RecordedDesk at(@Nullable Target where) {
        current = where;
        return this;
    }

    public static MemberEntry member(String name, Role role) {
        return new MemberEntry(name, role, 0, 0, 0);
    }

    /** The last command of a kind; fails where there is none. */
    public <T extends ClientCommand> T last(Class<T> kind) {
        List<T> all = commands.stream().filter(kind::isInstance).map(kind::cast).toList();
        return all.get(all.size() - 1);
    }

    public long count(Class<? extends ClientCommand> kind) {
        return commands.stream().filter(kind::isInstance).count();
    }

    /** What presenters and commands are given. */
    public Desk desk() {
        return desk;
    }

    public ChatModel model() {
        return model;
    }

    public LocalChoices choices() {
        return choices;
    }

    public DeviceIdentity identity() {
        return identity;
    }

    public Words words() {
        return words;
    }

    private @Nullable Object answer(String method, Object[] values) {
        if (method.equals("submit")) {
            commands.add((ClientCommand) values[0]);
        } else if (method.equals("open")) {
            current = (Target) values[0];
        } else if (method.equals("tell")) {
            told.add(String.valueOf(values[0]));
        } else if (method.equals("complain")) {
            complaints.add(String.valueOf(values[0]));
        } else {
            shellCalls.add(method);
        }
        return switch (method) {
            case "model" -> model;
            case "choices" -> choices;
            case "identity" -> identity;
            case "words" -> words;
            case "current" -> current;
            case "shell" -> shell;
            case "newMessageId" -> newMessageId();
            default -> null;
        };
    }

    private MessageId newMessageId() {
        idCount++;
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(idCount).array()));
    }
}
