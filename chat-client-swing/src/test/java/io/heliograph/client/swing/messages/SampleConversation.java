package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.ShownEntry.Reaction;
import io.heliograph.client.swing.messages.Entries.Draft;
import io.heliograph.common.message.EntryKind;
import java.util.ArrayList;
import java.util.List;

/** A conversation that shows everything a row can be. */
public final class SampleConversation {
    private static final String ALICE = "Alice Novák";
    private static final String MAREK = "Marek Dvořák";
    private static final String ZOE = "Zoë Müller";

    private SampleConversation() {}

    /** As in the design's picture. */
    static MessageListModel likeTheDesign() {
        MessageListModel model = new MessageListModel(Entries.ROOM, Entries.ZONE);
        model.accept(Entries.page(ofTheDesign()));
        model.accept(new ClientEvent.StateChanged(Entries.id(3), MessageState.READ, ""));
        model.accept(new ClientEvent.StateChanged(Entries.id(5), MessageState.READ, ""));
        model.markUnread(5, 3);
        return model;
    }

    /** People who write from right to left, with what stands the other way in between. */
    public static List<ShownEntry> fromRightToLeft() {
        return List.of(
                new Draft(1, "دانة الخطيب", "صباح الخير! البناء أخضر من جديد 🎉 شكرا @jan")
                        .at("2026-11-13T08:41:00Z")
                        .reactions(new Reaction("🚀", List.of("a", "b", "c")), new Reaction("👍🏽", List.of("Jan")))
                        .make(),
                new Draft(
                                2,
                                "Jan",
                                "תודה! אקרא את זה ברכבת, **יומן התקלות** בדרך, ראו https://bench.example.org/run/2481")
                        .own(2)
                        .at("2026-11-13T08:44:00Z")
                        .make(),
                new Draft(3, ZOE, "Please read before the review at 15:00")
                        .at("2026-11-13T09:12:00Z")
                        .file("threat-model-v3.pdf", 2_400_000)
                        .make(),
                new Draft(
                                4,
                                "דנה לוי",
                                "מסכימה — אותו מודל איומים, אבל עכשיו עם sealed sender: השרת רואה רק טקסט מוצפן 🔐")
                        .at("2026-11-13T09:13:00Z")
                        .answers(1)
                        .make(),
                new Draft(5, "Jan", "👍🏽🔥").own(5).at("2026-11-13T09:13:30Z").make());
    }

    /** Own messages that no server has yet. */
    public static List<ShownEntry> waiting(String... texts) {
        List<ShownEntry> all = new ArrayList<>();
        for (String text : texts) {
            all.add(new Entries.Draft(0, "ann", text)
                    .own(900 + all.size())
                    .atMs(Entries.NOON_MS)
                    .make());
        }
        return all;
    }

    public static List<ShownEntry> ofTheDesign() {
        return List.of(
                new Draft(1, ALICE, "The relay build is green again 🎉 thanks @marek")
                        .at("2026-11-12T17:02:00Z")
                        .make(),
                new Draft(2, ALICE, "Benchmarks: https://bench.example.org/run/2481")
                        .at("2026-11-12T17:02:30Z")
                        .reactions(new Reaction("🚀", List.of("a", "b", "c")), new Reaction("👍🏽", List.of("a", "b")))
                        .make(),
                new Draft(3, "Jan", "Nice! I’ll read them on the train, **incident log** incoming")
                        .own(3)
                        .at("2026-11-12T17:06:00Z")
                        .make(),
                new Draft(4, MAREK, "Morning ☕ here is the view from the train")
                        .at("2026-11-13T08:41:00Z")
                        .make(),
                new Draft(5, "Jan", "Wow 😍🏔️")
                        .own(5)
                        .at("2026-11-13T08:44:00Z")
                        .make(),
                new Draft(6, ZOE, "Please read before the review at 15:00")
                        .at("2026-11-13T09:12:00Z")
                        .file("threat-model-v3.pdf", 2_400_000)
                        .make(),
                new Draft(
                                7,
                                ZOE,
                                "Agreed — same threat model, but now with sealed sender: the server only sees"
                                        + " ciphertext and a delivery token 🔐")
                        .at("2026-11-13T09:13:00Z")
                        .answers(1)
                        .reactions(new Reaction("❤️", List.of("Jan")))
                        .make(),
                new Draft(8, ZOE, "👍🏽🔥").at("2026-11-13T09:13:30Z").make());
    }

    /** What the design's picture does not show. */
    static MessageListModel everythingElse() {
        MessageListModel model = new MessageListModel(Entries.ROOM, Entries.ZONE);
        model.accept(new ClientEvent.GapShown(Entries.ROOM, 1, 9, true));
        model.accept(Entries.page(List.of(
                new Draft(10, "", "")
                        .notice(EntryKind.JOINED, "Eva", "")
                        .at("2026-11-13T08:00:00Z")
                        .make(),
                new Draft(11, "eva", "```\nfor (int i = 0; i < 3; i++) {\n    tick();\n}\n```\nand `inline` too")
                        .at("2026-11-13T08:01:00Z")
                        .make(),
                new Draft(12, "eva", "> quoted words\n> on two lines\n\nand *leaning*, **strong**, ~~gone~~ text")
                        .at("2026-11-13T08:02:00Z")
                        .edited()
                        .make(),
                new Draft(13, "אורי", "שלום לכולם, זה עובד with English inside")
                        .at("2026-11-13T08:03:00Z")
                        .make(),
                new Draft(14, "eva", "").deleted().at("2026-11-13T08:04:00Z").make(),
                new Draft(15, "eva", null)
                        .note(SealNote.Kind.WAITS, "its keys have not come yet")
                        .at("2026-11-13T08:05:00Z")
                        .make(),
                new Draft(16, "eva", null)
                        .note(SealNote.Kind.NOT_ACCEPTED, "another device signed it")
                        .at("2026-11-13T08:06:00Z")
                        .make(),
                new Draft(17, "eva", "take this with care")
                        .note(SealNote.Kind.WARNING, "it came twice, with two orders")
                        .at("2026-11-13T08:07:00Z")
                        .make(),
                new Draft(18, "eva", "/me waves 👋").at("2026-11-13T08:08:00Z").make(),
                new Draft(19, "Jan", "a stored one")
                        .own(19)
                        .at("2026-11-13T08:20:00Z")
                        .answers(12)
                        .make(),
                new Draft(20, "Jan", "a delivered one, see https://example.org/a_b(c) and @eva")
                        .own(20)
                        .at("2026-11-13T08:20:20Z")
                        .file("notes.txt", 812)
                        .make(),
                new Draft(21, "Jan", "`code` in an own one")
                        .own(21)
                        .at("2026-11-13T08:20:40Z")
                        .make())));
        ShownEntry waiting = new Draft(0, "Jan", "on its way")
                .own(22)
                .at("2026-11-13T08:21:00Z")
                .make();
        model.accept(Entries.shown(waiting));
        model.accept(new ClientEvent.StateChanged(Entries.id(20), MessageState.DELIVERED, ""));
        model.accept(new ClientEvent.StateChanged(Entries.id(21), MessageState.FAILED, "you may not speak here"));
        return model;
    }
}
