package io.heliograph.client.core.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.client.core.store.MemoryHistory;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.util.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExporterTest {
    private static final InstanceId SHIP = new InstanceId(Bytes.fromHex("0102030405060708"));
    private static final Target LOBBY = Target.room("lobby");

    private final MemoryHistory history = new MemoryHistory();
    private final Exporter exporter =
            new Exporter(history, new SearchIndex(history, ZoneOffset.UTC), "ann", ZoneOffset.UTC);

    @TempDir
    Path folder;

    @BeforeEach
    void talk() {
        put(LOBBY, 1, "bob", EntryKind.MESSAGE, 0, "one <script>alert('&')</script>\n<ann> not me");
        put(LOBBY, 2, "ann", EntryKind.MESSAGE, 0, "draft");
        put(LOBBY, 3, "ann", EntryKind.EDIT, 2, "final \u202e\u001b[2J");
        put(LOBBY, 4, "bob", EntryKind.MESSAGE, 0, "regretted");
        put(LOBBY, 5, "bob", EntryKind.DELETE, 4, "");
        put(Target.user("bob"), 1, "bob", EntryKind.MESSAGE, 0, "between us");
    }

    @Test
    void writesTextInWhichNoMessageCanPassForAnother() throws Exception {
        Path file = folder.resolve("lobby.txt");
        assertEquals(3, exporter.export(LOBBY, file).messageCount());
        assertEquals(
                List.of(
                        "== #lobby ==",
                        "1970-01-01 00:00:01 <bob> one <script>alert('&')</script>",
                        "    <ann> not me",
                        "1970-01-01 00:00:02 <ann> final \uFFFD[2J (edited)",
                        "1970-01-01 00:00:04 <bob> [deleted]"),
                Files.readAllLines(file));
    }

    @Test
    void writesHtmlThatDoesNothing() throws Exception {
        Path file = folder.resolve("all.HTML");
        assertEquals(4, exporter.export(null, file).messageCount());
        String page = Files.readString(file);
        assertTrue(page.contains("one &lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;"), page);
        assertFalse(page.contains("<script") || page.contains("http://") || page.contains("https://"), page);
        assertTrue(page.contains("between us") && page.contains("default-src 'none'"), page);
        assertTrue(page.strip().endsWith("</html>"), page);
    }

    @Test
    void writesJsonThatIsReadBack() throws Exception {
        Path file = folder.resolve("lobby.json");
        assertEquals(3, exporter.export(Target.room("LOBBY"), file).messageCount());
        JsonNode all = new ObjectMapper().readTree(file.toFile());
        assertEquals(3, all.size());
        assertEquals("final \u202e\u001b[2J", all.get(1).path("text").asText());
        assertTrue(
                all.get(1).path("edited").asBoolean() && all.get(1).path("own").asBoolean());
        assertEquals("#lobby", all.get(0).path("room").asText());
        assertTrue(all.get(2).path("deleted").asBoolean());
    }

    @Test
    void namesTheFilesThatWereOffered() throws Exception {
        Bytes key = Bytes.copyOf(new byte[Body.File.KEY_BYTES]);
        Bytes blob = Bytes.copyOf(new byte[Body.File.BLOB_BYTES]);
        Body offered = new Body.File("<plan>.pdf", 5, blob, key, key, Bytes.EMPTY, "look");
        history.add(new HistoryEntry(
                SHIP,
                3,
                Target.room("dev"),
                1,
                EntryKind.MESSAGE,
                null,
                "bob",
                false,
                0,
                0,
                MessageCodec.encode(offered),
                true));
        Path file = folder.resolve("dev.html");
        assertEquals(1, exporter.export(Target.room("dev"), file).messageCount());
        assertTrue(Files.readString(file).contains("[file &lt;plan&gt;.pdf, 5 bytes] look"), Files.readString(file));
    }

    @Test
    void neverWritesOverAFileAndSaysWhatItCannotDo() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "mine");
        Path second = folder.resolve("mine (2).txt");
        assertEquals(new Exporter.Written(second, 3), exporter.export(LOBBY, file));
        assertEquals(
                folder.resolve("mine (3).txt"), exporter.export(LOBBY, file).file());
        assertEquals("mine", Files.readString(file));
        assertTrue(Files.readString(second).startsWith("== #lobby =="));
        assertTrue(refusal(LOBBY, folder.resolve("x.doc")).contains(".txt, .html or .json"));
        assertTrue(refusal(LOBBY, folder.resolve("no/x.txt")).contains("make it first"));
        assertTrue(refusal(Target.room("dev"), folder.resolve("x.txt")).contains("#dev"));
        assertFalse(Files.exists(folder.resolve("x.txt")));
    }

    private String refusal(Target where, Path file) {
        return String.valueOf(assertThrows(ExportException.class, () -> exporter.export(where, file))
                .getMessage());
    }

    private void put(Target where, long seq, String from, EntryKind kind, long refSeq, String text) {
        Bytes body = text.isEmpty() ? Bytes.EMPTY : MessageCodec.encode(new Body.Text(text, 0));
        long conversation = where.isRoom() ? 1 : 2;
        history.add(new HistoryEntry(
                SHIP, conversation, where, seq, kind, null, from, from.equals("ann"), 1_000 * seq, refSeq, body, true));
    }
}
