package io.heliograph.client.swing.connect;

import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.SampleKeys;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.function.BiConsumer;

/** The way in, panel by panel. */
public final class ConnectPortraits {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 760;

    private ConnectPortraits() {}

    public static List<Portrait> all() {
        List<ServerCard> servers = List.of(
                new ServerCard(
                        "Example", "192.0.2.4:12345", SampleKeys.FINGERPRINT, 7, 3, ServerCard.KeyStatus.KNOWN, "ann"),
                new ServerCard("Workshop", "192.0.2.9:12345", "SHA256:x", 1, 0, ServerCard.KeyStatus.CHANGED, ""));
        return List.of(
                of("connect", (panel, words) -> {
                    panel.showServers(servers, false);
                    panel.showBack(true);
                    panel.fill("", "ann");
                }),
                of("connect-searching", (panel, words) -> panel.showServers(List.of(), true)),
                of("connect-refused", (panel, words) -> {
                    panel.showServers(List.of(), false);
                    panel.fill("chat.example.org", "ann");
                    panel.point(FormField.PASSPHRASE, words.get("passphrase.wanted"));
                    panel.point(FormField.SERVER_PASSWORD, words.get("refused.wrong_password"));
                    panel.point(FormField.PASSWORD, words.get("refused.name_taken"));
                }),
                of("connect-unreachable", (panel, words) -> {
                    panel.showServers(List.of(), false);
                    panel.fill("chat.example.org", "ann");
                    String line = words.get("connect.unreachable", "chat.example.org:12345", "no answer within 15 s");
                    panel.point(FormField.SERVER, line);
                    panel.offerCheck();
                }),
                of("connect-busy", (panel, words) -> panel.showBusy(words.get("connect.connecting", "example.org"))),
                of(
                        "first-contact",
                        (panel, words) -> panel.showTrust(
                                "chat.example.org:12345",
                                SampleKeys.FINGERPRINT,
                                "ocean-lamp quiet-river stone-amber field-north lamp-quiet river-stone")),
                of(
                        "wrong-identity",
                        (panel, words) -> panel.showWrongIdentity(new ConnectView.WrongIdentity(
                                "chat.example.org:12345",
                                SampleKeys.FINGERPRINT,
                                SampleKeys.FINGERPRINT.replace('A', 'q'),
                                "2026-03-02 08:12"))));
    }

    private static Portrait of(String name, BiConsumer<ConnectPanel, Words> showing) {
        return Portrait.of(name, WIDTH, HEIGHT, locale -> {
            Words words = Words.in(locale);
            ConnectPanel panel = new ConnectPanel(words, Portrait.nothing(ConnectGestures.class), Runnable::run);
            showing.accept(panel, words);
            return panel.component();
        });
    }
}
