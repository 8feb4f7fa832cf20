package io.heliograph.client.swing.connect;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.theme.AvatarIcon;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The servers of the local network, a card each. */
final class ServerCardsPanel {
    private static final int MAX_CARDS = 4;

    private final JPanel ground = new JPanel(new MigLayout("insets 0, wrap, gap 0 8, hidemode 3", "[fill,grow]"));
    private final JPanel cards = new JPanel(new MigLayout("insets 0, wrap, gap 0 6", "[fill,grow]"));
    private final JTextArea state = Controls.style(Controls.paragraph("muted"), "small");
    private final Words words;
    private final Consumer<ServerCard> chosen;
    private List<ServerCard> shown = List.of();

    ServerCardsPanel(Words words, Runnable onSearch, Consumer<ServerCard> chosen) {
        this.words = words;
        this.chosen = chosen;
        ground.setOpaque(false);
        cards.setOpaque(false);
        JPanel head = new JPanel(new MigLayout("insets 0, fill", "[grow,fill][]"));
        head.setOpaque(false);
        head.add(Controls.label(words.get("connect.lan"), "section"));
        head.add(Controls.icon(new Deed(words.get("connect.search"), onSearch), "refresh-cw", 15, "muted"));
        ground.add(head);
        ground.add(cards);
        ground.add(state, "wmin 40");
    }

    JComponent component() {
        return ground;
    }

    void show(List<ServerCard> servers, boolean searching) {
        String line = words.get(searching ? "connect.searching" : "connect.nothingFound");
        state.setText(line);
        Controls.named(state, line);
        state.setVisible(searching || servers.isEmpty());
        if (!servers.equals(shown)) {
            shown = servers;
            cards.removeAll();
            servers.stream().limit(MAX_CARDS).forEach(card -> cards.add(card(card)));
            cards.applyComponentOrientation(ground.getComponentOrientation());
            ground.revalidate();
            ground.repaint();
        }
    }

    private JButton card(ServerCard server) {
        JButton button = Controls.style(new JButton(new Deed("", () -> chosen.accept(server))), "card");
        button.setLayout(new MigLayout("insets 10 14 10 14, fill, wrap 3", "[]12[grow,fill][]", "[]2[]"));
        String status = words.get("server." + server.status().name().toLowerCase(Locale.ROOT));
        String people = server.userCount() < 0 ? "" : words.get("server.people", server.userCount());
        String roundTrip = server.rttMs() < 0 ? "" : words.get("server.roundTrip", server.rttMs());
        String about = Stream.of(server.address(), people, status)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        button.add(new JLabel(new AvatarIcon(server.name(), 36, null, "side")), "spany 2");
        button.add(Controls.label(server.name(), "strong"), "wmin 40");
        button.add(Controls.label(roundTrip, "small"));
        String style = server.status() == ServerCard.KeyStatus.CHANGED ? "danger" : "small";
        button.add(Controls.label(about, style), "wmin 40, spanx 2");
        String key = server.fingerprint();
        button.setToolTipText(key);
        return Controls.named(
                button,
                words.get("server.card", server.name(), roundTrip.isEmpty() ? about : about + " · " + roundTrip));
    }
}
