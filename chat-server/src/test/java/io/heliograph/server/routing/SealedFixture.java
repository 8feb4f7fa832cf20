package io.heliograph.server.routing;

import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.EndToEndMessage.AddressedBox;
import io.heliograph.common.message.ServerMessage.Box;
import io.heliograph.common.message.ServerMessage.CardChanged;
import io.heliograph.common.message.ServerMessage.CardList;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.routing.RelayFixture.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What people do with keys and boxes, in a few words. */
final class SealedFixture {
    private SealedFixture() {}

    static Bytes key(Person person) {
        return person.device.publicKey().octets();
    }

    static Bytes prekey(Person person, long id) {
        X25519KeyPair pair = X25519KeyPair.generate(new SeededRandom(id));
        return PreKeyRecord.sign(person.device, id, pair.publicKey(), 1_000).octets();
    }

    static Bytes list(Person first, String name, long version, Person... others) {
        List<Bytes> keys = new ArrayList<>();
        for (Person other : others) {
            keys.add(key(other));
        }
        return DeviceList.sign(first.device, name, version, keys).octets();
    }

    static int publish(Person person, Bytes prekey, Bytes list) {
        int request = person.nextRequest();
        person.say(new EndToEndMessage.Publish(request, prekey, list));
        return request;
    }

    static List<CardEntry> cards(Person person, String to) {
        person.say(new EndToEndMessage.Cards(person.nextRequest(), to, ""));
        return person.link.lastChat(CardList.class).cards();
    }

    static long newsOf(Person person, String name) {
        return person.link.chatOf(CardChanged.class).stream()
                .filter(changed -> changed.name().equals(name))
                .count();
    }

    static int send(Person person, Bytes device, String... texts) {
        int request = person.nextRequest();
        List<AddressedBox> boxes = new ArrayList<>();
        for (String text : texts) {
            boxes.add(new AddressedBox(device, octets(text)));
        }
        person.say(new EndToEndMessage.SendBoxes(request, boxes));
        return request;
    }

    static List<String> boxes(Person person) {
        return person.link.chatOf(Box.class).stream()
                .map(box -> new String(box.box().toArray(), StandardCharsets.UTF_8))
                .toList();
    }

    static Bytes octets(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
