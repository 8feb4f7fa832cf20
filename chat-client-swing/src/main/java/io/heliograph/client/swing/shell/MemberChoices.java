package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.shell.RowChoices.Choice;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a member of the room that is open: what one's own role allows (protocol.md 8.3), and what
 * makes sense with oneself. Knows no component.
 */
final class MemberChoices {
    private static final List<String> ROLES = List.of("owner", "op", "deop", "read-only");

    private final Desk desk;

    MemberChoices(Desk desk) {
        this.desk = desk;
    }

    /** In groups, none of which is empty. */
    List<List<Choice>> of(String name) {
        List<List<Choice>> groups = new ArrayList<>();
        if (isSame(name, desk.model().user())) {
            groups.add(List.of(choice("member.whois", "whois", name)));
            return groups;
        }
        String hearing = desk.choices().ignores(name) ? "person.unignore" : "person.ignore";
        groups.add(List.of(
                choice("member.whois", "whois", name),
                // A message is begun by opening the conversation; the command of that name wants a text.
                choice("member.msg", "query", name),
                choice("member.verify", "verify", name),
                choice(hearing, "ignore", name)));
        Target here = desk.current();
        Place place = here == null ? null : desk.model().find(here);
        ConversationState state = place == null ? null : place.state();
        MemberEntry member = place == null ? null : find(place, name);
        if (state != null && member != null) {
            addModeration(groups, state.role(), member);
        }
        return groups;
    }

    private static void addModeration(List<List<Choice>> groups, Role own, MemberEntry member) {
        String name = member.name();
        if (own.code() >= Role.MODERATOR.code() && member.role().code() < own.code()) {
            boolean silenced = member.mutedUntilMs() > 0;
            groups.add(List.of(
                    silenced
                            ? choice("member.unsilence", "unsilence", name)
                            : choice("member.silence", "silence", name),
                    choice("member.kick", "kick", name),
                    choice("member.ban", "ban", name)));
        }
        if (own == Role.OWNER) {
            String present =
                    switch (member.role()) {
                        case OWNER -> "owner";
                        case MODERATOR -> "op";
                        case MEMBER -> "deop";
                        case READ_ONLY -> "read-only";
                    };
            groups.add(ROLES.stream()
                    .filter(role -> !role.equals(present))
                    .map(role -> choice("member." + role, role, name))
                    .toList());
        }
    }

    private static @Nullable MemberEntry find(Place place, String name) {
        return place.members().stream()
                .filter(member -> isSame(member.name(), name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(String name, String other) {
        return Target.user(name).key().equals(Target.user(other).key());
    }

    private static Choice choice(String key, String command, String name) {
        return new Choice(key, command, name, false, null);
    }
}
