package io.heliograph.client.swing.connect;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.control.SecretField;
import io.heliograph.client.swing.dialog.FileChoosing;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Servers to choose from, and the fields; those for secrets are shown only when they are asked for. */
final class FormPanel {
    private final Ground ground = new Ground(
            new MigLayout("fill, wrap, hidemode 3, gap 0 6", "push[fill,420!]push", "push[][]16[][]12[][]push"),
            "side",
            "");
    private final Words words;
    private final FileChoosing choosing;
    private final ServerCardsPanel cards;
    private final JPanel form = new JPanel(new MigLayout("insets 0, wrap, hidemode 3, gap 0 4", "[fill,grow]"));
    private final Map<FormField, JTextField> fields = new EnumMap<>(FormField.class);
    private final Map<FormField, JLabel> labels = new EnumMap<>(FormField.class);
    private final JTextArea problem = Controls.paragraph("danger");
    private final JCheckBox register;
    private final JButton connect;
    private final JButton back;
    private final JButton moving;
    private final JButton check;

    /** {@code events} leads back to the event dispatch thread. */
    FormPanel(Words words, ConnectGestures gestures, Executor events) {
        this.words = words;
        this.choosing = new FileChoosing(events, () -> ground);
        JLabel title = Controls.label("Heliograph", "big");
        title.setIcon(Icons.of("message-circle", 28, "accent"));
        title.setIconTextGap(12);
        cards = new ServerCardsPanel(words, gestures::onSearch, card -> choose(card, gestures));
        form.setOpaque(false);
        add(FormField.SERVER, new JTextField(), words.get("field.server"));
        field(FormField.SERVER)
                .putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("field.server.example"));
        add(FormField.NAME, new JTextField(), words.get("field.name"));
        add(FormField.PASSWORD, new SecretField(0), words.get("field.password"));
        add(FormField.SERVER_PASSWORD, new SecretField(0), words.get("field.serverPassword"));
        add(FormField.PASSPHRASE, new SecretField(0), words.get("field.passphrase"));
        add(FormField.IDENTITY, new JTextField(), words.get("field.identity"));
        add(FormField.IDENTITY_PASSPHRASE, new SecretField(0), words.get("field.identityPassphrase"));
        JButton choose =
                Controls.icon(new Deed(words.get("field.identity.choose"), this::choose), "folder-open", 16, "muted");
        choose.setName("identity.choose");
        field(FormField.IDENTITY).putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, choose);
        register = new JCheckBox(words.get("field.register"), true);
        register.setOpaque(false);
        register.setName("register");
        form.add(register, "gaptop 4");
        moving = Controls.style(new JButton(new Deed(words.get("connect.identity"), this::showIdentity)), "link");
        moving.setName("connect.identity");
        form.add(moving, "alignx leading, growx 0, gaptop 2");
        Controls.named(problem, words.get("field.problem")).setName("problem");
        check = Controls.style(new JButton(new Deed(words.get("connect.check"), gestures::onCheck)), "link");
        check.setIcon(Icons.of("activity", 15, "accent"));
        check.setName("connect.check");
        check.setVisible(false);
        stand(FormField.NONE);
        Deed deed = new Deed(words.get("connect.connect"), () -> gestures.onConnect(form()));
        connect = Controls.style(new JButton(deed), "primary");
        connect.setName("connect");
        fields.values().forEach(field -> field.addActionListener(deed));
        ground.add(title, "gapbottom 2");
        ground.add(Controls.label(words.get("connect.about"), "small"));
        ground.add(cards.component());
        ground.add(form);
        ground.add(connect);
        back = Controls.style(new JButton(new Deed(words.get("wrong.back"), gestures::onBack)), "plain");
        back.setName("connect.back");
        back.setVisible(false);
        ground.add(back);
        hideSecrets();
    }

    JComponent component() {
        return ground;
    }

    void showBack(boolean possible) {
        back.setVisible(possible);
    }

    void fill(String server, String name) {
        field(FormField.SERVER).setText(server);
        field(FormField.NAME).setText(name);
    }

    void showServers(List<ServerCard> servers, boolean searching) {
        cards.show(servers, searching);
    }

    void point(FormField wrong, String line) {
        problem.setText(line);
        check.setVisible(false);
        problem.setVisible(!line.isEmpty());
        stand(wrong);
        if (wrong != FormField.NONE) {
            show(wrong, true);
            field(wrong).requestFocusInWindow();
            field(wrong).selectAll();
        }
        fields.forEach((name, field) -> field.putClientProperty(
                FlatClientProperties.OUTLINE,
                name == wrong && !line.isEmpty() ? FlatClientProperties.OUTLINE_ERROR : null));
        ground.revalidate();
    }

    /** What is wrong is said under the field that it is about, else under all of them. */
    private void stand(FormField wrong) {
        form.remove(problem);
        form.remove(check);
        int below = wrong == FormField.NONE ? form.getComponentCount() : form.getComponentZOrder(field(wrong)) + 1;
        form.add(problem, "wmin 40, gaptop 2", below);
        form.add(check, "alignx leading, growx 0, gaptop 2", below + 1);
    }

    void offerCheck() {
        check.setVisible(true);
        ground.revalidate();
    }

    private void add(FormField name, JTextField field, String text) {
        JLabel label = Controls.label(text, "");
        label.setLabelFor(field);
        Controls.style(field, "form");
        field.setName("field." + name.name());
        form.add(label, "gaptop 4");
        form.add(field);
        fields.put(name, field);
        labels.put(name, label);
    }

    private void hideSecrets() {
        show(FormField.PASSWORD, false);
        show(FormField.SERVER_PASSWORD, false);
        show(FormField.PASSPHRASE, false);
        show(FormField.IDENTITY, false);
        show(FormField.IDENTITY_PASSPHRASE, false);
    }

    private void showIdentity() {
        show(FormField.IDENTITY, true);
        show(FormField.IDENTITY_PASSPHRASE, true);
        moving.setVisible(false);
        field(FormField.IDENTITY).requestFocusInWindow();
        ground.revalidate();
    }

    private void choose() {
        choosing.choose(words.get("send.choose"), chooser -> {}, chooser -> {
            field(FormField.IDENTITY).setText(chooser.getSelectedFile().toString());
            field(FormField.IDENTITY_PASSPHRASE).requestFocusInWindow();
        });
    }

    private void show(FormField name, boolean shown) {
        field(name).setVisible(shown);
        JLabel label = labels.get(name);
        if (label != null) {
            label.setVisible(shown);
        }
    }

    private void choose(ServerCard card, ConnectGestures gestures) {
        field(FormField.SERVER).setText(card.address());
        if (!card.user().isEmpty()) {
            field(FormField.NAME).setText(card.user());
        }
        gestures.onConnect(form());
    }

    private ConnectForm form() {
        return new ConnectForm(
                field(FormField.SERVER).getText(),
                field(FormField.NAME).getText(),
                secret(FormField.PASSWORD),
                secret(FormField.SERVER_PASSWORD),
                secret(FormField.PASSPHRASE),
                register.isSelected(),
                field(FormField.IDENTITY).getText(),
                secret(FormField.IDENTITY_PASSPHRASE));
    }

    private String secret(FormField name) {
        return field(name) instanceof JPasswordField field ? new String(field.getPassword()) : "";
    }

    private JTextField field(FormField name) {
        JTextField field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return field;
    }
}
