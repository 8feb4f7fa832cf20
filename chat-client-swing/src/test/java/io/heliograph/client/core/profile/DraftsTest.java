package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.client.core.store.MemoryLocalStore;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final Target LOBBY = Target.room("lobby");
    private static final Target BEN = Target.user("ben");

    private final MemoryLocalStore store = new MemoryLocalStore();
    private final Drafts drafts = new Drafts(store);

    @Test
    void isReadAtOnceAndKeptWhenWritten() throws IOException {
        drafts.set(LOBBY, "half a sent", 0);
        assertEquals("half a sent", drafts.of(LOBBY));
        assertEquals("", new Drafts(store).of(LOBBY));
        drafts.write();
        assertEquals("half a sent", new Drafts(store).of(LOBBY));
        assertEquals("", new Drafts(store).of(BEN));
    }

    @Test
    void keepsWhatIsAnsweredBeforeAWordOfIt() throws IOException {
        drafts.set(BEN, "", 41);
        drafts.write();
        assertEquals(41, new Drafts(store).answeredIn(BEN));
        assertEquals("", new Drafts(store).of(BEN));
    }

    @Test
    void forgetsWhatWasSent() throws IOException {
        drafts.set(LOBBY, "said", 7);
        drafts.write();
        drafts.set(LOBBY, "", 0);
        drafts.write();
        assertEquals(0, new Drafts(store).answeredIn(LOBBY));
        assertTrue(store.all(Drafts.DRAWER).isEmpty());
        assertTrue(store.all(Drafts.ANSWERS).isEmpty());
    }

    @Test
    void writesTheLastOfSeveralChanges() throws IOException {
        drafts.set(LOBBY, "one", 0);
        drafts.set(LOBBY, "two", 0);
        drafts.set(BEN, "three", 0);
        drafts.write();
        assertEquals("two", new Drafts(store).of(LOBBY));
        assertEquals("three", new Drafts(store).of(BEN));
    }

    @Test
    void leavesWhatIsTooLongForTheStore() throws IOException {
        drafts.set(LOBBY, "short", 0);
        drafts.set(LOBBY, "x".repeat(LocalStore.MAX_VALUE_BYTES + 1), 0);
        drafts.write();
        assertEquals("short", new Drafts(store).of(LOBBY));
    }
}
