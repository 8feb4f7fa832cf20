package io.heliograph.client.swing.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.client.swing.dialog.SampleKeys;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DetailsPresenterTest {
    private final RecordedDesk desk = new RecordedDesk().connected(false);
    private DetailsView.@Nullable Details seen;
    private final DetailsPresenter presenter = new DetailsPresenter(details -> seen = details, desk.desk());

    @Test
    void membersStandByRoleAndWithinItByName() {
        enter(Role.OWNER);
        DetailsView.Details details = refreshed();
        assertEquals(
                List.of("ann", "zoe", "Ben", "eva"),
                details.members().stream().map(ListRow::key).toList());
        assertEquals(
                List.of("Owners", "", "Members", ""),
                details.members().stream().map(ListRow::section).toList());
    }

    @Test
    void theMenuOfAMemberHoldsWhatOnesOwnRoleAllows() {
        enter(Role.OWNER);
        assertEquals(
                List.of("whois", "query", "verify", "ignore", "silence", "kick", "ban", "owner", "op", "read-only"),
                menuOf("eva"));
        enter(Role.MODERATOR);
        assertEquals(List.of("whois", "query", "verify", "ignore", "silence", "kick", "ban"), menuOf("eva"));
        assertEquals(List.of("whois", "query", "verify", "ignore"), menuOf("zoe"), "an owner, who is not below");
        enter(Role.MEMBER);
        assertEquals(List.of("whois", "query", "verify", "ignore"), menuOf("eva"));
    }

    @Test
    void oneDoesNotTalkToOneselfNorThrowOneselfOut() {
        enter(Role.OWNER);
        assertEquals(List.of("whois"), menuOf("ann"));
    }

    @Test
    void whoIsSilencedIsLetSpeakAgain() {
        desk.inRoom(Target.room("#platform"), Role.OWNER, new MemberEntry("eva", Role.MEMBER, 0, 0, 99));
        assertTrue(menuOf("eva").contains("unsilence"));
        assertFalse(menuOf("eva").contains("silence"));
    }

    @Test
    void aKeyThatWaitsIsNotShownAsVerified() {
        desk.at(Target.user("ben"));
        desk.model().onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, false), RecordedDesk.NOW_MS);
        assertEquals("shield-check", refreshed().key().icon());
        desk.model().onEvent(SampleKeys.trust("ben", TrustLevel.VERIFIED, true), RecordedDesk.NOW_MS);
        assertEquals("shield-alert", refreshed().key().icon());
    }

    @Test
    void nothingIsShownWhereNothingIsOpen() {
        presenter.refresh();
        assertNull(seen);
    }

    private List<String> menuOf(String name) {
        return new MemberChoices(desk.desk())
                .of(name).stream()
                        .flatMap(List::stream)
                        .map(RowChoices.Choice::command)
                        .toList();
    }

    private void enter(Role own) {
        desk.inRoom(
                Target.room("#platform"),
                own,
                RecordedDesk.member("eva", Role.MEMBER),
                RecordedDesk.member("ann", Role.OWNER),
                RecordedDesk.member("Ben", Role.MEMBER),
                RecordedDesk.member("zoe", Role.OWNER));
    }

    private DetailsView.Details refreshed() {
        presenter.refresh();
        DetailsView.Details details = seen;
        assertNotNull(details);
        return details;
    }
}
