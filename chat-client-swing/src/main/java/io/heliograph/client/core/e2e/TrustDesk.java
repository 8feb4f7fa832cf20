package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.common.crypto.IdentityPublicKey;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.SafetyNumber;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks and says about keys (protocol.md 13.9).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class TrustDesk {
    private final OwnDevice own;
    private final Contacts contacts;
    private final CardDesk cards;
    private final AdminDirectory directory;
    private final Consumer<ClientEvent> events;
    private final List<ClientCommand.AboutPerson> pending = new ArrayList<>();

    TrustDesk(
            OwnDevice own, Contacts contacts, CardDesk cards, AdminDirectory directory, Consumer<ClientEvent> events) {
        this.own = own;
        this.contacts = contacts;
        this.cards = cards;
        this.directory = directory;
        this.events = events;
    }

    /** Answers as soon as the card is here. */
    void ask(ClientCommand.AboutPerson command, long nowNs) {
        pending.add(command);
        pump(nowNs);
    }

    void pump(long nowNs) {
        for (ClientCommand.AboutPerson command : List.copyOf(pending)) {
            if (cards.isFresh(command.name(), nowNs)) {
                pending.remove(command);
                carryOut(command, nowNs);
            }
        }
    }

    void onConnectionLost() {
        for (ClientCommand.AboutPerson command : List.copyOf(pending)) {
            pending.remove(command);
            // What is remembered is better than nothing, and says the same but for news.
            carryOut(command, 0);
        }
    }

    void onRefused(Target who, ServerMessage.Refused refused) {
        for (ClientCommand.AboutPerson command : List.copyOf(pending)) {
            if (Target.user(command.name()).key().equals(who.key())) {
                pending.remove(command);
                events.accept(new ClientEvent.Refused(command, refused.code(), refused.text()));
            }
        }
    }

    /** Says at once what is remembered. */
    void tellKnown(List<String> names) {
        List<ClientEvent.TrustKnown.Known> known = new ArrayList<>();
        for (String name : names) {
            Contact contact = contacts.find(name);
            if (contact != null) {
                known.add(new ClientEvent.TrustKnown.Known(name, levelOf(contact), contact.proposed() != null));
            }
        }
        events.accept(new ClientEvent.TrustKnown(known));
    }

    TrustLevel levelOf(Contact contact) {
        if (contact.verified()) {
            return TrustLevel.VERIFIED;
        }
        return directory.confirms(contact.name(), contact.accountKey()) ? TrustLevel.CONFIRMED : TrustLevel.UNKNOWN;
    }

    private void carryOut(ClientCommand.AboutPerson command, long nowNs) {
        Contact contact = contacts.find(command.name());
        if (contact == null) {
            events.accept(new ClientEvent.Refused(
                    command, "no_keys", command.name() + " has no keys yet: nobody has logged in with that name"));
        } else if (command instanceof ClientCommand.SetVerified set) {
            contacts.setVerified(contact, set.verified());
            events.accept(new ClientEvent.Done(command));
            tell(contacts.find(command.name()));
        } else if (command instanceof ClientCommand.ConfirmAccount) {
            directory.confirm(command, contact.name(), contact.accountKey(), nowNs);
        } else {
            tell(contact);
        }
    }

    private void tell(@Nullable Contact contact) {
        DeviceList self = own.list();
        if (contact == null) {
            return;
        } else if (self == null) {
            events.accept(new ClientEvent.Problem(
                    RefusalCode.BUSY, "the keys of this account are not known yet: try again in a moment"));
            return;
        }
        DeviceList waiting = contact.proposed();
        events.accept(new ClientEvent.TrustShown(
                contact.name(),
                levelOf(contact),
                number(self, contact.list()),
                waiting == null ? null : number(self, waiting),
                contact.list().devices().stream()
                        .map(device ->
                                new IdentityPublicKey(device).fingerprint().words())
                        .toList(),
                contact.firstSeenMs()));
    }

    private SafetyNumber number(DeviceList self, DeviceList other) {
        return SafetyNumber.of(own.name(), self.accountKey(), other.name(), other.accountKey());
    }
}
