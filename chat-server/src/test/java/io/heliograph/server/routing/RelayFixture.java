package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.room.RoomLimits;
import io.heliograph.server.session.Session;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A relay over fake links, in virtual time, with its workers run at once. */
final class RelayFixture {
    static final InstanceId INSTANCE = new InstanceId(Bytes.fromHex("1122334455667788"));
    static final String ADMIN_TOKEN = "token";

    long nowNs = TimeUnit.MINUTES.toNanos(10);
    final FixedCredentials credentials = new FixedCredentials();
    final Relay relay;
    private int nextPort = 1_000;

    RelayFixture() {
        this(200, 20);
    }

    RelayFixture(int postBurst, int postsPerSecond) {
        RelayConfig config = new RelayConfig(
                "test", 100, 3, postBurst, postsPerSecond, 5, new RoomLimits(20, 100, 100_000), 50, 100_000);
        relay = new Relay(config, credentials, INSTANCE, new AtOnce(), () -> nowNs / 1_000_000, 0);
    }

    /** Runs work where it is submitted. */
    private final class AtOnce implements Workers {
        @Override
        public <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop) {
            onLoop.accept(work.get(), nowNs);
            return true;
        }
    }

    /** One password, one token, administrators as they come. */
    static final class FixedCredentials implements Credentials {
        String password = "";
        private Bytes admin = Bytes.EMPTY;

        @Override
        public boolean admits(String given) {
            return password.isEmpty() || password.equals(given);
        }

        @Override
        public boolean isAdminToken(String token) {
            return token.equals(ADMIN_TOKEN) && admin.isEmpty();
        }

        @Override
        public void makeAdmin(Bytes device) {
            admin = device;
        }

        @Override
        public boolean isAdmin(Bytes device) {
            return admin.equals(device);
        }
    }

    /** A person at a device. */
    final class Person {
        final String name;
        final IdentityKeyPair device;
        FakeLink link;
        Session session;
        private int nextRequest = 1;

        Person(String name, int deviceNumber) {
            this.name = name;
            byte[] seed = new byte[32];
            seed[0] = (byte) deviceNumber;
            this.device = IdentityKeyPair.fromSeed(SecretBytes.copyOf(seed));
            this.link = new FakeLink(nextPort++);
            this.session = relay.onConnected(link, nowNs);
            link.heardNs = nowNs;
        }

        Person reconnect() {
            link = new FakeLink(nextPort++);
            link.heardNs = nowNs;
            session = relay.onConnected(link, nowNs);
            return this;
        }

        Person logIn() {
            return logIn("", "", InstanceId.NONE, 0);
        }

        Person logIn(String password, String token, InstanceId instance, long mailboxAfter) {
            byte[] signed = LoginProof.signedOctets(FakeLink.EXPORTER.asReadOnlyArray(), name);
            say(new ClientMessage.Login(
                    name,
                    device.publicKey().octets(),
                    device.sign(signed),
                    password,
                    token,
                    instance,
                    mailboxAfter,
                    "test"));
            return this;
        }

        Person join(String room) {
            return join(room, InstanceId.NONE, 0);
        }

        Person join(String room, InstanceId instance, long after) {
            say(new ClientMessage.Join(nextRequest++, room, instance, after));
            return this;
        }

        MessageId post(String to, String text) {
            return post(to, text, nextRequest++);
        }

        MessageId post(String to, String text, int idNumber) {
            byte[] octets = new byte[MessageId.LENGTH_BYTES];
            octets[0] = device.publicKey().octets().at(0);
            octets[1] = (byte) (idNumber >> 8);
            octets[2] = (byte) idNumber;
            MessageId id = new MessageId(Bytes.copyOf(octets));
            say(new ClientMessage.Post(id, to, MessageCodec.encode(new Body.Text(text))));
            return id;
        }

        void say(ClientMessage message) {
            relay.onMessage(session, MessageCodec.encode(message), nowNs);
        }
    }

    Person person(String name) {
        return new Person(name, nextPort);
    }

    /** A person who is logged in and in the room. */
    Person inRoom(String name, String room) {
        return person(name).logIn().join(room);
    }

    void pass(long seconds) {
        nowNs += TimeUnit.SECONDS.toNanos(seconds);
        relay.onTimeout(nowNs);
    }
}
