package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.ReceiveChain;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.util.Bytes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a device speaks for the one whom the server names, as a member of the room (protocol.md 13.5, step 2).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Authorship {
    private final Contacts contacts;
    private final CardDesk cards;
    private final RoomRolls rolls;
    private final Set<Bytes> headsAskedFor = new HashSet<>();

    Authorship(Contacts contacts, CardDesk cards, RoomRolls rolls) {
        this.contacts = contacts;
        this.cards = cards;
        this.rolls = rolls;
    }

    void onWelcome() {
        headsAskedFor.clear();
    }

    /** Null if {@code from} said it, else what is to be shown instead. */
    @Nullable
    Disclosed whyNot(Place place, String from, ReceiveChain chain, SealedHeader header, long nowNs) {
        Bytes device = chain.device();
        if (!cards.isSettled(from, nowNs)) {
            return new Disclosed.Waits("the keys of " + from + " are being fetched");
        }
        Contact contact = known(place.where(), from, device);
        if (contact == null || !contact.hasKnown(device)) {
            return unknownDevice(from, device, contact, nowNs);
        } else if (!contact.list().holds(device) && header.counter() >= chain.nextCounter()) {
            return new Disclosed.NotAccepted("it comes from a device that " + from + " has taken away");
        }
        String whyNot = place.roll() == null ? null : whyNoMember(place, place.roll(), contact, header, nowNs);
        if (whyNot == null) {
            return null;
        }
        RoomRoll room = rolls.find(place.where());
        return room != null && room.isFetching()
                ? new Disclosed.Waits("the members of " + place.where() + " are being fetched")
                : new Disclosed.NotAccepted(whyNot);
    }

    /** Somebody who was never met, or not with this device, may have shown a list in the roll. */
    private @Nullable Contact known(Target where, String from, Bytes device) {
        Contact contact = contacts.find(from);
        RoomRoll room = rolls.find(where);
        DeviceList shown = room == null ? null : room.listOf(from);
        boolean unknown = contact == null || !contact.hasKnown(device);
        if (!unknown || shown == null || !shown.name().equals(from)) {
            return contact;
        }
        boolean newer = contact != null
                && contact.accountKey().equals(shown.accountKey())
                && contact.list().version() < shown.version();
        if (contact == null || newer) {
            contacts.learn(shown);
        }
        return contacts.find(from);
    }

    private Disclosed unknownDevice(String from, Bytes device, @Nullable Contact contact, long nowNs) {
        if (!cards.isFresh(from, nowNs)) {
            return new Disclosed.Waits("the keys of " + from + " are being fetched");
        }
        DeviceList proposed = contact == null ? null : contact.proposed();
        return proposed != null && proposed.holds(device)
                ? new Disclosed.Waits("the key of " + from + " has changed and waits for your yes")
                : new Disclosed.NotAccepted("it comes from a device that " + from + " has not confirmed");
    }

    private @Nullable String whyNoMember(Place place, Roll roll, Contact contact, SealedHeader header, long nowNs) {
        long index = roll.indexOfHead(header.headTag());
        if (index < 1) {
            if (headsAskedFor.add(header.headTag())) {
                rolls.refresh(place.where(), nowNs);
            }
            return "it names a list of members that the server does not show";
        }
        boolean member = roll.wasMember(contact.name(), contact.accountKey(), index);
        return member ? null : contact.name() + " was not a member of " + place.where() + " with that key";
    }
}
