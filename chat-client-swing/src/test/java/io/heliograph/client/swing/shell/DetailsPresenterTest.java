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
                List.of("ann", "Ben", "eva"),
                details.members().stream().map(ListRow::key).toList());
        assertEquals(
                List.of("Owners", "Members", ""),
                details.members().stream().map(ListRow::section).toList());
    }

    @Test
    void onlyOwnersAppointAndOrdinaryMembersDoNeither() {
        enter(Role.OWNER);
        assertTrue(refreshed().mayAppoint());
        enter(Role.MODERATOR);
        assertTrue(refreshed().mayModerate());
        assertFalse(refreshed().mayAppoint());
        enter(Role.MEMBER);
        assertFalse(refreshed().mayModerate());
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

    private void enter(Role own) {
        desk.inRoom(
                Target.room("#platform"),
                own,
                RecordedDesk.member("eva", Role.MEMBER),
                RecordedDesk.member("ann", Role.OWNER),
                RecordedDesk.member("Ben", Role.MEMBER));
    }

    private DetailsView.Details refreshed() {
        presenter.refresh();
        DetailsView.Details details = seen;
        assertNotNull(details);
        return details;
    }
}
