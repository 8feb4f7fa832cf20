package io.heliograph.client.core.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.BoxSeal;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A draft is believed from the user's own devices, the latest one for each place. */
class DraftDeskTest {
    private static final Target LAB = Target.room("lab");

    private final World world = new World(9);
    private final World.Person bob = world.person("bob", LAB);
    private final World.Person bobAtHome = world.person("bob");
    private int number = 1_000;

    @Test
    void anOlderOneThatComesLateIsPassedOver() {
        bob.does(new ClientCommand.ApproveDevice(bobAtHome.link.device));
        send(bobAtHome, "bob", "late", 20);
        send(bobAtHome, "bob", "early", 10);
        send(bobAtHome, "bob", "latest", 30);
        assertEquals(List.of("late", "latest"), seen());
    }

    @Test
    void aStrangersOrAnUnconfirmedDevicesIsDropped() {
        send(bobAtHome, "bob", "not confirmed yet", 10);
        World.Person eve = world.person("eve", LAB);
        send(eve, "eve", "from eve", 20);
        send(eve, "bob", "from eve, as bob", 30);
        assertEquals(List.of(), seen());
    }

    private List<String> seen() {
        return bob.saw(ClientEvent.DraftChanged.class).stream()
                .map(ClientEvent.DraftChanged::text)
                .toList();
    }

    /** As the relay would bring it, who says that it is from {@code name}. */
    private void send(World.Person giver, String name, String text, long timeMs) {
        Bytes record = Objects.requireNonNull(world.relay.account("bob").prekeys.get(bob.link.device));
        PreKeyRecord prekey = Objects.requireNonNull(PreKeyRecord.verified(record));
        Bytes box = BoxSeal.seal(giver.device, prekey, new BoxContent.Draft("#lab", text, timeMs), world.random);
        world.relay.deliver(new ServerMessage.Box(number++, name, giver.link.device, box), bob.link.device);
        world.settle();
    }
}
