package io.heliograph.client.core.e2e;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.HeldCause;
import io.heliograph.client.core.Target;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.BoxSeal;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.Envelope;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.e2e.SealedContent;
import io.heliograph.common.e2e.SendChain;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.EndToEndMessage.AddressedBox;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals what the user says, with keys that went ahead to everybody who may read it (protocol.md 13.5).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Sealer {
    /** Fixed by the protocol: 13.3. */
    static final int MAX_BOXES = 200;

    private final OwnDevice own;
    private final Contacts contacts;
    private final RoomRolls rolls;
    private final Places places;
    private final Recipients recipients;
    private final SendChains chains;
    private final RandomSource random;
    private final LongSupplier wallClockMs;
    /** Rooms whose newest chain has not reached the server for sure: how many answers are missing. */
    private final Map<Bytes, Integer> unconfirmed = new HashMap<>();

    private @Nullable RelayRequests relay;

    /** What a sealer works with. */
    record Parts(OwnDevice own, Contacts contacts, RoomRolls rolls, Places places, Recipients recipients) {}

    Sealer(Parts parts, SendChains chains, RandomSource random, LongSupplier wallClockMs) {
        this.own = parts.own();
        this.contacts = parts.contacts();
        this.rolls = parts.rolls();
        this.places = parts.places();
        this.recipients = parts.recipients();
        this.chains = chains;
        this.random = random;
        this.wallClockMs = wallClockMs;
    }

    void begin(RelayRequests to) {
        relay = to;
    }

    /** Keys that may not have reached the server are not relied on. */
    void onConnectionLost() {
        unconfirmed.keySet().forEach(chains::drop);
        unconfirmed.clear();
    }

    /** What is waited for; {@code cause} is null for what passes by itself in a moment. */
    record HeldBy(@Nullable HeldCause cause, @Nullable AlarmCause alarm) {
        private static final HeldBy A_MOMENT = new HeldBy(null, null);

        static HeldBy of(HeldCause cause) {
            return new HeldBy(cause, null);
        }
    }

    /** Null if something can be sealed for {@code to} now. */
    @Nullable
    HeldBy whyNot(Target to, long nowNs) {
        if (!own.isListed()) {
            return own.isReconciled() ? HeldBy.of(HeldCause.DEVICE_UNCONFIRMED) : HeldBy.A_MOMENT;
        }
        Place place = places.of(to);
        HeldBy held = to.isRoom() ? whyNotRoom(to, place) : whyNotDirect(to);
        if (held != null) {
            return held;
        } else if (place == null) {
            recipients.fetchCard(to, nowNs);
            return HeldBy.A_MOMENT;
        } else if (recipients.of(place, nowNs) == null) {
            return HeldBy.A_MOMENT;
        }
        boolean nobody = !to.isRoom()
                && !to.key().equals(Target.user(own.name()).key())
                && contacts.usablePrekeys(to.name()).isEmpty();
        return nobody ? HeldBy.of(HeldCause.NO_DEVICE) : null;
    }

    /** The sealed body; only where {@link #whyNot} gives null. */
    Bytes seal(EndToEndLayer.Outgoing outgoing, long nowNs) {
        Place place = places.of(outgoing.to());
        Recipients.Found found = place == null ? null : recipients.of(place, nowNs);
        if (place == null || found == null) {
            throw new IllegalStateException("sealing for " + outgoing.to() + " without its keys");
        }
        long nowMs = wallClockMs.getAsLong();
        Set<Bytes> devices = found.devices().keySet();
        SendChain chain = chains.usable(place.room(), devices, nowMs);
        if (chain == null) {
            chain = chains.begin(place, own.device(), devices, nowMs);
            deliver(place.room(), chain, found.devices().values(), nowNs);
        }
        MessageId refId = outgoing.refId();
        Envelope envelope = new Envelope(
                place.room(),
                own.device(),
                place.head(),
                outgoing.kind().code(),
                outgoing.id().octets(),
                outgoing.refSeq());
        Bytes ref = refId == null ? Bytes.EMPTY : refId.octets();
        return chain.seal(own.key(), envelope, new SealedContent(nowMs, ref, outgoing.body()));
    }

    // Private

    private @Nullable HeldBy whyNotRoom(Target to, @Nullable Place place) {
        RoomRoll room = rolls.find(to);
        if (room == null || !room.isFollowed()) {
            return HeldBy.A_MOMENT;
        }
        AlarmCause alarm = room.alarm();
        if (alarm != null) {
            return new HeldBy(HeldCause.ROOM_ALARM, alarm);
        }
        Roll roll = room.roll();
        if (roll.count() > 0 && !roll.isUsable()) {
            return HeldBy.of(HeldCause.ROOM_BROKEN);
        } else if (place == null || !isAdmitted(roll)) {
            boolean open = place == null || roll.isOpen();
            return open ? HeldBy.A_MOMENT : HeldBy.of(HeldCause.NOT_ADMITTED);
        }
        return null;
    }

    private boolean isAdmitted(Roll roll) {
        RollMember self = roll.member(own.name());
        DeviceList list = own.list();
        return self != null && list != null && self.accountKey().equals(list.accountKey());
    }

    private @Nullable HeldBy whyNotDirect(Target to) {
        Contact contact = contacts.find(to.name());
        return contact != null && contact.proposed() != null ? HeldBy.of(HeldCause.KEY_CHANGED) : null;
    }

    private void deliver(Bytes room, SendChain chain, Iterable<PreKeyRecord> to, long nowNs) {
        BoxContent key = new BoxContent.ChainKey(room, own.device(), chain.chain(), 0, chain.firstKey());
        List<AddressedBox> boxes = new ArrayList<>();
        for (PreKeyRecord prekey : to) {
            boxes.add(new AddressedBox(prekey.device(), BoxSeal.seal(own.key(), prekey, key, random)));
        }
        for (int from = 0; from < boxes.size(); from += MAX_BOXES) {
            send(room, boxes.subList(from, Math.min(boxes.size(), from + MAX_BOXES)), nowNs);
        }
    }

    private void send(Bytes room, List<AddressedBox> boxes, long nowNs) {
        RelayRequests to = relay;
        if (to == null) {
            return;
        }
        unconfirmed.merge(room, 1, Integer::sum);
        List<AddressedBox> sent = List.copyOf(boxes);
        to.ask(
                request -> new EndToEndMessage.SendBoxes(request, sent),
                (answer, atNs) -> {
                    if (answer instanceof ServerMessage.Refused) {
                        chains.drop(room); // what follows begins a new chain, and who misses this one asks for it
                    }
                    unconfirmed.computeIfPresent(room, (key, count) -> count > 1 ? count - 1 : null);
                },
                nowNs);
    }
}
