package io.heliograph.server.store.sql;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.EntryTable.NewEntry;
import io.heliograph.server.store.EntryTable.PageQuery;
import io.heliograph.server.store.RoomSettings;
import io.heliograph.server.store.Tables;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Rows that tests store. */
final class TableFixture {
    static final long NOW_MS = 1_700_000_000_000L;

    private TableFixture() {}

    static MessageId id(long number) {
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putLong(8, number).array()));
    }

    static Bytes body(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes key(int number) {
        byte[] octets = new byte[32];
        octets[0] = (byte) number;
        return Bytes.copyOf(octets);
    }

    static long account(Tables tables, String name) {
        return tables.accounts().add(name, name, "", NOW_MS);
    }

    static long room(Tables tables, String name) {
        return tables.conversations().add(new ConversationRow.New(1, name, name, RoomSettings.STANDARD, NOW_MS));
    }

    static NewEntry message(long conversation, long author, long number) {
        return new NewEntry(
                conversation, 1, id(number), author, "name-" + author, NOW_MS + number, 0, body("text " + number));
    }

    static NewEntry about(long conversation, long author, long refSeq) {
        return new NewEntry(conversation, 3, null, author, "name-" + author, NOW_MS, refSeq, body("about"));
    }

    static PageQuery oldest(long conversation, int limit) {
        return new PageQuery(conversation, 0, Long.MAX_VALUE, false, limit, 1_000_000);
    }

    static PageQuery newest(long conversation, int limit) {
        return new PageQuery(conversation, 0, Long.MAX_VALUE, true, limit, 1_000_000);
    }
}
