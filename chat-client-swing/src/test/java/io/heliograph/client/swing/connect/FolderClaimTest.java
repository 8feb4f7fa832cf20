package io.heliograph.client.swing.connect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FolderClaimTest {
    private final FolderClaim claim = new FolderClaim();

    @Test
    void whoGotInKeepsTheFolder() {
        assertTrue(claim.take("ann@relay:1"));
        claim.settle("ann@relay:1");
        claim.leave("ann@relay:1");
        assertFalse(claim.take("ann@other:1"));
        assertTrue(claim.take("ann@relay:1"));
    }

    @Test
    void aMistypedAddressDoesNotTakeTheFolderFromTheRightOne() {
        assertTrue(claim.take("ann@127.0.0.1:1"));
        claim.leave("ann@127.0.0.1:1");
        assertTrue(claim.take("ann@relay:1"));
    }

    @Test
    void whoIsStillThereIsNotPutOutByAnother() {
        claim.take("ann@relay:1");
        assertFalse(claim.take("ann@other:1"));
        claim.leave("ann@other:1");
        claim.settle("ann@other:1");
        claim.leave("ann@relay:1");
        assertTrue(claim.take("ann@third:1"));
    }
}
