package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.RelayRequests;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks the server for, or has it do: rooms, members, the account, the console.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Desk {
    /** Chosen by us: more than anybody reads at once. */
    static final int MAX_LISTED = 10_000;

    private final Conversations conversations;
    private final Requests requests;
    private final Consumer<ClientEvent> events;

    Desk(Conversations conversations, Requests requests, Consumer<ClientEvent> events) {
        this.conversations = conversations;
        this.requests = requests;
        this.events = events;
    }

    /** False if it is not for this desk. */
    boolean take(ClientCommand.Request command, long nowNs) {
        if (command instanceof ClientCommand.AskMembers ask) {
            askMembers(ask, nowNs);
        } else if (command instanceof ClientCommand.AskRooms ask) {
            askRooms(ask, "", new ArrayList<>(), nowNs);
        } else if (command instanceof ClientCommand.SetRoom set) {
            checked(set, set.value(), Bounds.MAX_NOTICE_BYTES, () -> setRoom(set, nowNs));
        } else if (command instanceof ClientCommand.Moderate moderate) {
            checked(moderate, moderate.reason(), Bounds.MAX_NOTICE_BYTES, () -> moderate(moderate, nowNs));
        } else if (command instanceof ClientCommand.Pin pin) {
            inConversation(
                    pin,
                    pin.where(),
                    number -> request -> new ClientMessage.Pin(request, number, pin.seq(), pin.pinned()),
                    nowNs);
        } else if (command instanceof ClientCommand.Admin admin) {
            checked(admin, admin.line(), Bounds.MAX_ADMIN_LINE_BYTES, () -> admin(admin, nowNs));
        } else {
            return takeForAccount(command, nowNs);
        }
        return true;
    }

    /** The members of a conversation, for the receipts of this client alone. */
    void refreshMarks(Conversation conversation, long nowNs) {
        collectMembers(null, conversation, "", new ArrayList<>(), nowNs);
    }

    static ClientEvent noConversation(ClientCommand command, Target where) {
        String text = where.isRoom() ? "you are not in " + where + ": join it first" : "nothing was said with " + where;
        return new ClientEvent.Refused(command, RefusalCode.NOT_A_MEMBER, text);
    }

    // Private: the account

    private boolean takeForAccount(ClientCommand.Request command, long nowNs) {
        if (command instanceof ClientCommand.SetPresence set) {
            checked(set, set.text(), Bounds.MAX_STATUS_BYTES, () -> setPresence(set, nowNs));
        } else if (command instanceof ClientCommand.Prefer prefer) {
            requests.askDone(
                    prefer, request -> new ClientMessage.Prefer(request, prefer.preference(), prefer.on()), nowNs);
        } else if (command instanceof ClientCommand.SetPassword set) {
            checked(
                    set,
                    set.oldPassword() + set.newPassword(),
                    Bounds.MAX_PASSWORD_BYTES,
                    () -> requests.askDone(
                            set,
                            request -> new ClientMessage.SetPassword(request, set.oldPassword(), set.newPassword()),
                            nowNs));
        } else if (command instanceof ClientCommand.AskDevices ask) {
            requests.ask(ask, ClientMessage.Devices::new, this::onDevices, nowNs);
        } else if (command instanceof ClientCommand.Revoke revoke) {
            requests.askDone(revoke, request -> new ClientMessage.Revoke(request, revoke.device()), nowNs);
        } else if (command instanceof ClientCommand.Whois whois) {
            checked(
                    whois,
                    whois.name(),
                    Bounds.MAX_NAME_BYTES,
                    () -> requests.ask(
                            whois, request -> new ClientMessage.Whois(request, whois.name()), this::onProfile, nowNs));
        } else {
            return false;
        }
        return true;
    }

    private void setPresence(ClientCommand.SetPresence set, long nowNs) {
        RelayRequests.Answer answer = (message, atNs) -> {
            if (message instanceof ServerMessage.Done) {
                boolean offline = set.state() == PresenceState.OFFLINE;
                PresenceState chosen = offline ? PresenceState.INVISIBLE : set.state();
                events.accept(new ClientEvent.PresenceChosen(new UserEntry("", chosen, set.text(), 0)));
                events.accept(new ClientEvent.Done(set));
            }
        };
        IntFunction<ClientMessage> message =
                request -> new ClientMessage.SetPresence(request, set.state(), set.text(), set.durationS());
        requests.ask(set, message, answer, nowNs);
    }

    private void onDevices(ServerMessage answer, long nowNs) {
        if (answer instanceof ServerMessage.DeviceList list) {
            events.accept(new ClientEvent.DevicesListed(list.devices()));
        }
    }

    private void onProfile(ServerMessage answer, long nowNs) {
        if (answer instanceof ServerMessage.Profile profile) {
            events.accept(new ClientEvent.ProfileShown(profile));
        }
    }

    private void admin(ClientCommand.Admin admin, long nowNs) {
        RelayRequests.Answer answer = (message, atNs) -> {
            if (message instanceof ServerMessage.AdminResult result) {
                events.accept(new ClientEvent.AdminOutput(result.ok(), result.lines()));
            }
        };
        requests.ask(admin, request -> new ClientMessage.Admin(request, admin.line()), answer, nowNs);
    }

    // Private: rooms

    private void setRoom(ClientCommand.SetRoom set, long nowNs) {
        inConversation(
                set,
                set.where(),
                number -> request -> new ClientMessage.SetRoom(request, number, set.setting(), set.value()),
                nowNs);
    }

    private void moderate(ClientCommand.Moderate command, long nowNs) {
        Role role = Objects.requireNonNullElse(command.role(), Role.MEMBER); // ignored but where a role is set
        inConversation(
                command,
                command.where(),
                number -> request -> new ClientMessage.Moderate(
                        request, number, command.name(), command.action(), role, command.durationS(), command.reason()),
                nowNs);
    }

    private void askRooms(ClientCommand.AskRooms ask, String after, List<RoomEntry> found, long nowNs) {
        RelayRequests.Answer answer = (message, atNs) -> {
            if (message instanceof ServerMessage.RoomList page) {
                found.addAll(page.rooms());
                boolean goesOn = page.more() && !page.rooms().isEmpty();
                if (goesOn && found.size() < MAX_LISTED) {
                    askRooms(ask, found.get(found.size() - 1).name(), found, atNs);
                } else {
                    events.accept(new ClientEvent.RoomsListed(ask.pattern(), found, goesOn));
                }
            }
        };
        checked(
                ask,
                ask.pattern(),
                Bounds.MAX_ROOM_BYTES,
                () -> requests.ask(
                        ask, request -> new ClientMessage.Rooms(request, ask.pattern(), after), answer, nowNs));
    }

    private void askMembers(ClientCommand.AskMembers ask, long nowNs) {
        Conversation conversation = conversations.find(ask.where());
        if (conversation == null) {
            events.accept(noConversation(ask, ask.where()));
        } else {
            collectMembers(ask, conversation, "", new ArrayList<>(), nowNs);
        }
    }

    /** {@code ask} is null if the user did not ask. */
    private void collectMembers(
            ClientCommand.@Nullable AskMembers ask,
            Conversation conversation,
            String after,
            List<MemberEntry> found,
            long nowNs) {
        long number = conversation.state().id();
        IntFunction<ClientMessage> message = request -> new ClientMessage.Members(request, number, after);
        RelayRequests.Answer answer = (answered, atNs) -> {
            if (answered instanceof ServerMessage.MemberList page) {
                found.addAll(page.members());
                if (page.more() && !page.members().isEmpty() && found.size() < MAX_LISTED) {
                    collectMembers(
                            ask, conversation, found.get(found.size() - 1).name(), found, atNs);
                } else {
                    conversation.onMembers(found, ask != null);
                }
            }
        };
        if (ask == null) {
            requests.ask(message, answer, nowNs);
        } else {
            requests.ask(ask, message, answer, nowNs);
        }
    }

    private void inConversation(ClientCommand command, Target where, NumberedMessage message, long nowNs) {
        Conversation conversation = conversations.find(where);
        if (conversation == null) {
            events.accept(noConversation(command, where));
        } else {
            requests.askDone(command, message.in(conversation.state().id()), nowNs);
        }
    }

    /** Something that is said about a conversation by its number. */
    private interface NumberedMessage {
        IntFunction<ClientMessage> in(long number);
    }

    private void checked(ClientCommand command, String text, int maxBytes, Runnable action) {
        if (text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            events.accept(new ClientEvent.Refused(
                    command, RefusalCode.TOO_LONG, "this is too long: at most " + maxBytes + " bytes"));
        } else {
            action.run();
        }
    }
}
