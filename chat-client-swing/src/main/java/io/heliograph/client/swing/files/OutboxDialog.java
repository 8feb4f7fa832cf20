package io.heliograph.client.swing.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.messages.Delivery;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.text.SafeText;
import java.awt.Window;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What waits to be sent, and what was not: to be changed, taken back or tried again. */
final class OutboxDialog {
    private static final int EXCERPT_CHARS = 80;

    /** A message that is not stored. */
    record Waiting(Target where, ShownEntry entry, MessageId id, boolean failed) {}

    private final Desk desk;
    private final RowWording wording;
    private final RowList rows;
    private final JButton edit;
    private final JButton cancel;
    private final JButton retry;
    private final DeskDialog dialog;
    private List<Waiting> shown = List.of();

    OutboxDialog(Words words, Desk desk) {
        this.desk = desk;
        this.wording = new RowWording(new MessageWords(words, ZoneId.systemDefault()));
        rows = new RowList("outbox.rows", words.get("command.outbox"), "chat");
        rows.setEmpty(words.get("outbox.none"));
        JPanel content = new JPanel(new MigLayout("insets 0, fill", "[grow,fill,440::]", "[grow,fill]"));
        content.setOpaque(false);
        content.add(rows.component(), "h 160:240:, grow");
        edit = Buttons.plain("outbox.edit", words.get("outbox.edit"), () -> with(this::edit));
        cancel = Buttons.plain("outbox.cancel", words.get("outbox.cancel"), () -> with(this::takeBack));
        retry = Buttons.plain("outbox.retry", words.get("outbox.retry"), () -> with(this::retry));
        dialog = new DeskDialog("outbox", words.get("command.outbox"), content);
        dialog.leading(edit).leading(cancel).leading(retry);
        dialog.standard(Buttons.primary("outbox.close", words.get("dialog.ok"), dialog::close));
        rows.onSelected(this::enable);
        refresh();
    }

    void show(Window owner) {
        dialog.show(owner);
    }

    DeskDialog dialog() {
        return dialog;
    }

    void refresh() {
        shown = waiting(desk);
        List<ListRow> next = new ArrayList<>();
        for (Waiting one : shown) {
            Delivery delivery = desk.model().place(one.where()).lines().delivery(one.entry());
            next.add(ListRow.of(
                    one.id().toHex(),
                    ListRow.Picture.icon(
                            one.failed() ? "circle-alert" : "hourglass", one.failed() ? "danger" : "accent"),
                    wording.excerpt(one.entry(), EXCERPT_CHARS),
                    SafeText.line(one.where().address()) + " · " + wording.state(delivery)));
        }
        rows.show(next);
        if (rows.selected() == null && !next.isEmpty()) {
            rows.select(next.get(0).key());
        }
        enable();
    }

    /** Everything of this user that has no place in a log, oldest first. */
    static List<Waiting> waiting(Desk desk) {
        List<Waiting> waiting = new ArrayList<>();
        for (Place place : desk.model().places()) {
            for (int index = 0; index < place.lines().size(); index++) {
                ShownEntry entry = place.lines().entry(index);
                MessageId id = entry == null || entry.seq() != 0 ? null : entry.id();
                Delivery delivery = entry == null ? null : place.lines().delivery(entry);
                if (entry != null && id != null) {
                    boolean failed = delivery != null && delivery.state() == MessageState.FAILED;
                    waiting.add(new Waiting(place.where(), entry, id, failed));
                }
            }
        }
        return waiting;
    }

    private void enable() {
        Waiting one = selected();
        boolean text = one != null && one.entry().file() == null && one.entry().text() != null;
        edit.setEnabled(text);
        cancel.setEnabled(one != null);
        retry.setEnabled(text && one != null && one.failed());
    }

    private @Nullable Waiting selected() {
        ListRow row = rows.selected();
        return shown.stream()
                .filter(one -> row != null && one.id().toHex().equals(row.key()))
                .findFirst()
                .orElse(null);
    }

    private void with(Consumer<Waiting> deed) {
        Waiting one = selected();
        if (one != null) {
            deed.accept(one);
            refresh();
        }
    }

    /** Back into the field where it was written. */
    private void edit(Waiting one) {
        takeBack(one);
        dialog.close();
        desk.open(one.where());
        desk.writing().insert(String.valueOf(one.entry().text()));
    }

    private void takeBack(Waiting one) {
        desk.submit(new ClientCommand.Cancel(one.id()));
        desk.model().place(one.where()).lines().forget(one.id());
    }

    private void retry(Waiting one) {
        takeBack(one);
        desk.post(id -> new ClientCommand.Say(
                id, one.where(), String.valueOf(one.entry().text()), one.entry().replyToSeq()));
    }
}
