package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MemberEntry;
import java.util.Set;

/** What the session is asked so that what is shown is whole: first lines, members, keys. Event thread only. */
final class Inquiries {
    private static final int FIRST_LINES = 30;
    private static final Set<EntryKind> MEMBERSHIP = Set.of(
            EntryKind.JOINED, EntryKind.LEFT, EntryKind.KICKED, EntryKind.BANNED, EntryKind.ROLE, EntryKind.MUTED);

    private final Desk desk;

    Inquiries(Desk desk) {
        this.desk = desk;
    }

    /** What is shown of somebody's key, and of who is in the conversation that is open, follows. */
    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.KeyChanged changed) {
            desk.submit(new ClientCommand.ShowTrust(changed.name()));
        } else if (event instanceof ClientEvent.Done done
                && done.command() instanceof ClientCommand.AcceptKey accept
                && !accept.of().isRoom()) {
            desk.submit(new ClientCommand.ShowTrust(accept.of().name())); // who was verified is so no longer
        } else if (event instanceof ClientEvent.MembersShown shown) {
            desk.submit(new ClientCommand.AskTrust(
                    shown.members().stream().map(MemberEntry::name).toList()));
        } else if (event instanceof ClientEvent.EntryShown shown
                && desk.isCurrent(shown.where())
                && MEMBERSHIP.contains(shown.entry().kind())) {
            askAbout(shown.where());
        }
    }

    /** A line of each conversation for the list of them. */
    void loadFirstLines() {
        for (Place place : desk.model().places()) {
            if (place.lines().size() == 0) {
                desk.submit(new ClientCommand.LoadOlder(place.where(), FIRST_LINES));
            }
        }
    }

    void askAbout(Target where) {
        if (where.isRoom() && desk.model().isIn(where)) {
            desk.submit(new ClientCommand.AskMembers(where));
        } else if (!where.isRoom()) {
            desk.submit(new ClientCommand.ShowTrust(where.name()));
        }
    }
}
