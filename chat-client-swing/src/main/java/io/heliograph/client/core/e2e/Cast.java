package io.heliograph.client.core.e2e;

/**
 * The parts of the end-to-end layer, composed.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Cast {
    final OwnDevice own;
    final Contacts contacts;
    final CardDesk cards;
    final RoomRolls rolls;
    final Places places;
    final Recipients recipients;
    final Sealer sealer;
    final KeyDesk keyDesk;
    final KeyRequests requests;
    final DraftDesk drafts;
    final Opener opener;
    final AdminDirectory directory;
    final TrustDesk trust;
    final Admissions admissions;

    Cast(EndToEnd.Ground ground, Progress progress) {
        long nowMs = ground.wallClockMs().getAsLong();
        contacts = new Contacts(ground.store(), ground.wallClockMs());
        own = new OwnDevice(
                ground.device(), contacts, ground.store(), ground.random(), ground.wallClockMs(), ground.events());
        cards = new CardDesk(contacts, progress);
        rolls = new RoomRolls(own, ground.store(), ground.wallClockMs(), progress, ground.events());
        places = new Places(own, contacts, rolls);
        recipients = new Recipients(own, contacts, cards, rolls);
        SendChains sendChains = new SendChains(ground.store(), ground.random(), nowMs);
        ReceiveChains receiveChains = new ReceiveChains(ground.store());
        sealer = new Sealer(
                new Sealer.Parts(own, contacts, rolls, places, recipients),
                sendChains,
                ground.random(),
                ground.wallClockMs());
        keyDesk = new KeyDesk(
                new KeyDesk.Parts(own, contacts, cards, places), sendChains, receiveChains, ground.random(), progress);
        requests = new KeyRequests(contacts, cards, ground.random(), keyDesk::send);
        drafts = new DraftDesk(own, contacts, keyDesk::send, ground.wallClockMs(), ground.events());
        opener = new Opener(
                new Opener.Parts(own, contacts, cards, rolls, places),
                sendChains,
                receiveChains,
                requests,
                ground.history());
        directory = new AdminDirectory(own, ground.store(), ground.wallClockMs(), ground.events());
        trust = new TrustDesk(own, contacts, cards, directory, ground.events());
        admissions = new Admissions(contacts, cards, rolls, ground.events());
    }

    void begin(RelayRequests relay) {
        own.begin(relay);
        cards.begin(relay);
        rolls.begin(relay);
        sealer.begin(relay);
        keyDesk.begin(relay);
        directory.begin(relay);
    }
}
