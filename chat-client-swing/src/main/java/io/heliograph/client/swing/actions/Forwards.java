package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.text.SafeText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Passes messages on: text as text, a file by what the server has of it. Knows no component. */
final class Forwards {
    private Forwards() {}

    static boolean fits(ShownEntry entry) {
        String text = entry.text();
        boolean said = text != null && !text.isEmpty() && entry.file() == null;
        return !entry.deleted() && (said || (entry.file() != null && entry.seq() > 0));
    }

    /** {@code entry} is of the conversation {@code here}. */
    static void pass(Desk desk, Target here, ShownEntry entry, List<Target> targets) {
        String text = entry.text() == null ? "" : entry.text();
        for (Target where : targets) {
            if (entry.file() != null) {
                desk.submit(new ClientCommand.ForwardFile(desk.newMessageId(), where, here, entry.seq(), text));
            } else {
                desk.post(id -> new ClientCommand.Say(id, where, text));
            }
        }
        String names = targets.stream()
                .map(where -> SafeText.excerpt(where.name(), 40))
                .collect(Collectors.joining(", "));
        desk.tell(desk.words().get("forward.done", names));
    }

    /** The server has let go of a file: it is sent anew where this machine has it. */
    static void onRefused(Desk desk, ClientEvent.Refused refused, Function<ShownEntry, @Nullable Path> kept) {
        if (!(refused.command() instanceof ClientCommand.ForwardFile forward)
                || !refused.code().equals(RefusalCode.NO_SUCH_FILE)) {
            return;
        }
        Place place = desk.model().find(forward.from());
        ShownEntry entry = place == null ? null : place.find(forward.seq());
        Path path = entry == null ? null : kept.apply(entry);
        if (path != null) {
            desk.submit(new ClientCommand.SendFile(desk.newMessageId(), forward.to(), path, forward.caption()));
            desk.tell(desk.words()
                    .get("forward.anew", SafeText.excerpt(forward.to().name(), 40)));
        } else {
            desk.complain(desk.words().get("forward.gone"));
        }
    }
}
