package io.heliograph.client.swing.sending;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.text.SafeText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of files that somebody wants to send: looked at, shown, packed where that is needed, handed over. Knows
 * no component.
 *
 * <p>Event dispatch thread only; what takes long is done by {@code packer}.
 */
final class SendingPresenter {
    /** Chosen by us: more than these are a folder. */
    static final int MAX_AT_ONCE = 30;

    private static final int NAME_CHARS = 40;

    private final SendSheet sheet;
    private final PackingRoom room;
    private final Executor packer;
    private final Executor events;
    private final Map<MessageId, Path> made = new HashMap<>();

    SendingPresenter(SendSheet sheet, PackingRoom room, Executor packer, Executor events) {
        this.sheet = sheet;
        this.room = room;
        this.packer = packer;
        this.events = events;
    }

    /** Shows {@code files} before they are sent to {@code where}. */
    void offer(Desk desk, @Nullable Target where, List<Path> files) {
        if (where == null) {
            desk.complain(desk.words().get("send.nowhere"));
        } else if (files.size() > MAX_AT_ONCE) {
            desk.complain(desk.words().get("send.tooMany", MAX_AT_ONCE));
        } else if (!files.isEmpty()) {
            look(desk, files, parcels -> sheet.show(where, parcels, new SheetAnswer(desk, where, parcels)));
        }
    }

    /** Sends one without a question. */
    void send(Desk desk, @Nullable Target where, Path file, String caption) {
        if (where == null) {
            desk.complain(desk.words().get("send.nowhere"));
        } else {
            look(desk, List.of(file), parcels -> handOver(desk, where, parcels, caption, false));
        }
    }

    /** A file that was made for sending is not needed any more once it has arrived. */
    void onTransfer(FileTransfer transfer) {
        if (transfer.state() == FileState.DONE || transfer.state() == FileState.CANCELLED) {
            Path path = made.remove(transfer.id());
            if (path != null) {
                packer.execute(() -> PackingRoom.throwAway(path));
            }
        }
    }

    private void look(Desk desk, List<Path> files, Consequence consequence) {
        packer.execute(() -> {
            List<Parcel> parcels = new ArrayList<>();
            try {
                for (Path file : files) {
                    parcels.add(room.look(file));
                }
                events.execute(() -> consequence.follow(parcels));
            } catch (PackingException e) {
                events.execute(() -> complain(desk, e));
            }
        });
    }

    private void handOver(Desk desk, Target where, List<Parcel> parcels, String caption, boolean smaller) {
        String said = caption;
        for (Parcel parcel : parcels) {
            String text = said;
            said = ""; // what is said is said once
            if (parcel.folder() || (smaller && parcel.shrinkable())) {
                if (parcel.folder()) {
                    desk.tell(desk.words().get("send.zipping", parcel.name()));
                }
                packer.execute(() -> pack(desk, where, parcel, text));
            } else {
                // Behind those that are packed first: they arrive in the order in which they were shown.
                packer.execute(() -> events.execute(() -> submit(desk, where, parcel.path(), text)));
            }
        }
    }

    /** On the packer's thread. */
    private void pack(Desk desk, Target where, Parcel parcel, String caption) {
        try {
            Path packed = parcel.folder() ? room.zip(parcel) : room.shrink(parcel);
            events.execute(() -> submit(desk, where, packed, caption));
        } catch (PackingException e) {
            events.execute(() -> complain(desk, e));
        }
    }

    private void submit(Desk desk, Target where, Path file, String caption) {
        MessageId id = desk.newMessageId();
        if (PackingRoom.isMadeHere(file)) {
            made.put(id, file);
        }
        desk.submit(new ClientCommand.SendFile(id, where, file, caption));
    }

    private static void complain(Desk desk, PackingException e) {
        desk.complain(desk.words().get(String.valueOf(e.getMessage()), SafeText.excerpt(e.name(), NAME_CHARS)));
    }

    private interface Consequence {
        void follow(List<Parcel> parcels);
    }

    /** What a sheet is answered. */
    private final class SheetAnswer implements SendSheet.Answer {
        private final Desk desk;
        private final Target where;
        private final List<Parcel> parcels;

        SheetAnswer(Desk desk, Target where, List<Parcel> parcels) {
            this.desk = desk;
            this.where = where;
            this.parcels = parcels;
        }

        @Override
        public void onSend(String caption, boolean smaller) {
            handOver(desk, where, parcels, caption, smaller);
        }

        @Override
        public void onCancel() {
            parcels.forEach(parcel -> packer.execute(() -> PackingRoom.throwAway(parcel.path())));
        }
    }
}
