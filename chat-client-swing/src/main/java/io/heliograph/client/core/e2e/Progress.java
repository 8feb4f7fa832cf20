package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.HeldCause;
import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What news of keys and members lead to: the user is told, and what waited for them goes on.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Progress implements CardDesk.Sink, RoomRolls.Sink, KeyDesk.Sink {
    private final Consumer<ClientEvent> events;
    private final Map<String, Boolean> sharing = new HashMap<>();
    private final Map<String, Sealer.HeldBy> heldBack = new HashMap<>();
    private @Nullable Cast cast;
    private EndToEndLayer.@Nullable Host host;

    Progress(Consumer<ClientEvent> events) {
        this.events = events;
    }

    void set(Cast all) {
        cast = all;
    }

    void set(EndToEndLayer.Host to) {
        host = to;
    }

    @Override
    public void onCard(CardEntry card, Contacts.Change change, long nowNs) {
        tell(card.name(), change);
        Cast all = all();
        if (card.name().equals(all.own.name())) {
            all.own.onOwnCard(card, nowNs);
            all.rolls.pump(nowNs);
        }
    }

    @Override
    public void onFetched(Target of, long nowNs) {
        Cast all = all();
        all.keyDesk.pump(nowNs);
        all.requests.pump(nowNs);
        all.admissions.pump(nowNs);
        all.trust.pump(nowNs);
        onEverything(nowNs);
    }

    @Override
    public void onRefused(Target of, ServerMessage.Refused refused, long nowNs) {
        Cast all = all();
        all.admissions.onRefused(of);
        all.trust.onRefused(of, refused);
        EndToEndLayer.Host to = host;
        if (to != null && refused.code().equals(RefusalCode.NO_SUCH_USER)) {
            to.onUnreachable(of, refused.code() + ": " + refused.text(), nowNs);
        }
    }

    @Override
    public void onRoll(Target where, long nowNs) {
        meetMembers(where);
        tellSharing(where);
        EndToEndLayer.Host to = host;
        if (to != null) {
            to.onProgress(where, nowNs);
        }
    }

    @Override
    public void onChainKey(ChainRef chain, long nowNs) {
        Place place = all().requests.placeOf(chain);
        EndToEndLayer.Host to = host;
        if (place != null && to != null) {
            to.onProgress(place.where(), nowNs);
        }
    }

    @Override
    public boolean isHandedOn(ChainRef chain, Bytes room) {
        Place place = all().requests.placeOf(chain);
        return place != null && place.room().equals(room) && place.handsKeysOn();
    }

    @Override
    public boolean onDraft(BoxContent.Draft draft, String from, Bytes device) {
        return all().drafts.onDraft(draft, from, device);
    }

    /** Keys have changed somewhere: whatever waits may go on. */
    void onEverything(long nowNs) {
        EndToEndLayer.Host to = host;
        if (to != null) {
            to.onProgress(null, nowNs);
        }
    }

    /** What is said to {@code to} cannot go out yet; null: it can. Told when that does not pass by itself. */
    void onHeldBack(Target to, Sealer.@Nullable HeldBy held) {
        HeldCause cause = held == null ? null : held.cause();
        if (held == null || cause == null) {
            heldBack.remove(to.key());
        } else if (!held.equals(heldBack.put(to.key(), held))) {
            events.accept(new ClientEvent.HeldBack(to, cause, held.alarm()));
        }
    }

    private void tellSharing(Target where) {
        RoomRoll room = all().rolls.find(where);
        if (room != null
                && room.isFollowed()
                && room.alarm() == null
                && room.roll().count() > 0) {
            boolean on = room.roll().givesHistory();
            Boolean before = sharing.put(where.key(), on);
            if (before == null || before != on) {
                events.accept(new ClientEvent.HistorySharing(where, on));
            }
        }
    }

    /** Whose key nobody has told yet is known by the one that the roll ends with. */
    private void meetMembers(Target where) {
        RoomRoll room = all().rolls.find(where);
        if (room == null || !room.isFollowed() || room.alarm() != null) {
            return;
        }
        for (RollMember member : room.roll().members()) {
            DeviceList list = all().contacts.find(member.name()) == null ? room.listOf(member.name()) : null;
            if (list != null && list.name().equals(member.name())) {
                all().contacts.learn(list);
            }
        }
    }

    private void tell(String name, Contacts.Change change) {
        switch (change) {
            case KEY_CHANGED -> events.accept(new ClientEvent.KeyChanged(name, false));
            case KEY_WAITS -> events.accept(new ClientEvent.KeyChanged(name, true));
            case DEVICES_CHANGED -> events.accept(new ClientEvent.DevicesChanged(name));
            case ROLLED_BACK ->
                events.accept(new ClientEvent.Problem(
                        "devices",
                        "the server shows an older list of " + name + "'s devices than before: not believed"));
            case NONE, FIRST_SEEN -> {}
        }
    }

    private Cast all() {
        return Objects.requireNonNull(cast, "set when the layer is composed");
    }
}
