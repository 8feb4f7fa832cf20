package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.client.core.files.FileTransfers;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.ServerMessage;
import java.util.function.Consumer;

/**
 * Brings what the relay says, once the user is in, to what it is about.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Inbound {
    private final Conversations conversations;
    private final Memberships memberships;
    private final Requests requests;
    private final People people;
    private final Postbox postbox;
    private final EndToEndLayer layer;
    private final FileTransfers files;
    private final Consumer<ClientEvent> events;

    Inbound(
            Conversations conversations,
            Memberships memberships,
            Requests requests,
            People people,
            Postbox postbox,
            EndToEndLayer layer,
            FileTransfers files,
            Consumer<ClientEvent> events) {
        this.layer = layer;
        this.files = files;
        this.conversations = conversations;
        this.memberships = memberships;
        this.requests = requests;
        this.people = people;
        this.postbox = postbox;
        this.events = events;
    }

    void onMessage(ServerMessage message, long nowNs) {
        if (layer.onMessage(message, nowNs) || files.onMessage(message, nowNs)) {
            return;
        } else if (message instanceof ServerMessage.Appended appended) {
            Conversation conversation = conversations.find(appended.conversation());
            if (conversation != null) {
                conversation.onEntry(appended.entry(), nowNs);
            }
        } else if (message instanceof ServerMessage.Posted posted) {
            onPosted(posted, nowNs);
        } else if (message instanceof ServerMessage.Rejected rejected) {
            postbox.onRejected(rejected, nowNs);
        } else if (message instanceof ServerMessage.Conversation told) {
            if (!requests.onAnswer(told.request(), told, nowNs)) {
                memberships.onConversation(told.state(), nowNs);
            }
        } else if (message instanceof ServerMessage.Left left) {
            if (!requests.onAnswer(left.request(), left, nowNs)) {
                memberships.onLeft(left);
            }
        } else if (!onAnswer(message, nowNs)) {
            onNews(message);
        }
    }

    private void onPosted(ServerMessage.Posted posted, long nowNs) {
        OutboxEntry posting = postbox.find(posted.id());
        if (posting == null) {
            return;
        }
        Conversation conversation = conversations.find(posted.conversation());
        if (conversation != null) {
            conversation.onPosted(posting, posted.seq(), posted.timeMs(), nowNs);
        }
        if (posting.kind() == EntryKind.MESSAGE) {
            events.accept(new ClientEvent.EntryPlaced(posting.to(), posting.id(), posted.seq(), posted.timeMs()));
        }
        postbox.onStored(posted.id());
    }

    private boolean onAnswer(ServerMessage message, long nowNs) {
        int request = requestOf(message);
        return request > 0 && requests.onAnswer(request, message, nowNs);
    }

    /** 0 for what is no answer. */
    private static int requestOf(ServerMessage message) {
        if (message instanceof ServerMessage.Refused refused) {
            return refused.request();
        } else if (message instanceof ServerMessage.Done done) {
            return done.request();
        } else if (message instanceof ServerMessage.Page page) {
            return page.request();
        } else if (message instanceof ServerMessage.MemberList list) {
            return list.request();
        } else if (message instanceof ServerMessage.RoomList list) {
            return list.request();
        } else if (message instanceof ServerMessage.DeviceList list) {
            return list.request();
        } else if (message instanceof ServerMessage.Profile profile) {
            return profile.request();
        } else if (message instanceof ServerMessage.AdminResult result) {
            return result.request();
        } else if (message instanceof ServerMessage.CardList list) {
            return list.request();
        } else if (message instanceof ServerMessage.RollPage page) {
            return page.request();
        } else if (message instanceof ServerMessage.DirectoryTold told) {
            return told.request();
        }
        return requestOfFile(message);
    }

    private static int requestOfFile(ServerMessage message) {
        if (message instanceof ServerMessage.FileLimitsTold told) {
            return told.request();
        } else if (message instanceof ServerMessage.FileState state) {
            return state.request();
        }
        return message instanceof ServerMessage.FileData data ? data.request() : 0;
    }

    private void onNews(ServerMessage message) {
        if (message instanceof ServerMessage.Gap gap) {
            Conversation conversation = conversations.find(gap.conversation());
            if (conversation != null) {
                conversation.onGap(gap);
            }
        } else if (message instanceof ServerMessage.OwnMarks marks) {
            Conversation conversation = conversations.find(marks.conversation());
            if (conversation != null) {
                conversation.onOwnMarks(marks.deliveredSeq(), marks.readSeq());
            }
        } else if (message instanceof ServerMessage.Receipts receipts) {
            Conversation conversation = conversations.find(receipts.conversation());
            if (conversation != null) {
                conversation.onReceipts(receipts.marks());
            }
        } else if (message instanceof ServerMessage.Users page) {
            people.onUsers(page);
        } else if (message instanceof ServerMessage.Presence presence) {
            people.onPresence(presence);
        } else if (message instanceof ServerMessage.Typing typing) {
            people.onTyping(typing);
        } else {
            onRest(message);
        }
    }

    /** Anything else is an answer that nobody waits for any more. */
    private void onRest(ServerMessage message) {
        if (message instanceof ServerMessage.Announce announce) {
            events.accept(new ClientEvent.Announced(announce.text(), announce.timeMs()));
        } else if (message instanceof ServerMessage.Invited invited) {
            Target room = Target.parse(invited.room());
            if (room != null) {
                events.accept(new ClientEvent.Invited(room, invited.by()));
            }
        } else if (message instanceof ServerMessage.Preferred preferred) {
            events.accept(new ClientEvent.PreferencesChanged(preferred.preferences()));
        }
    }
}
