package io.heliograph.server.store.sql;

import io.heliograph.server.store.AccessTable;
import io.heliograph.server.store.AccountTable;
import io.heliograph.server.store.BoxTable;
import io.heliograph.server.store.ConversationTable;
import io.heliograph.server.store.EntryTable;
import io.heliograph.server.store.FileTable;
import io.heliograph.server.store.KeyTable;
import io.heliograph.server.store.RollTable;
import io.heliograph.server.store.Tables;

/** The tables as one connection sees them. Not thread-safe; owned by the thread that owns the connection. */
final class SqlTables implements Tables {
    private final AccountTable accounts;
    private final ConversationTable conversations;
    private final EntryTable entries;
    private final AccessTable access;
    private final KeyTable keys;
    private final BoxTable boxes;
    private final RollTable rolls;
    private final FileTable files;

    SqlTables(Statements statements) {
        Counters counters = new Counters(statements);
        accounts = new SqlAccounts(statements, counters);
        conversations = new SqlConversations(statements, counters);
        entries = new SqlEntries(statements);
        access = new SqlAccess(statements, counters);
        keys = new SqlKeys(statements);
        boxes = new SqlBoxes(statements);
        rolls = new SqlRolls(statements);
        files = new SqlFiles(statements);
    }

    @Override
    public AccountTable accounts() {
        return accounts;
    }

    @Override
    public ConversationTable conversations() {
        return conversations;
    }

    @Override
    public EntryTable entries() {
        return entries;
    }

    @Override
    public AccessTable access() {
        return access;
    }

    @Override
    public KeyTable keys() {
        return keys;
    }

    @Override
    public BoxTable boxes() {
        return boxes;
    }

    @Override
    public RollTable rolls() {
        return rolls;
    }

    @Override
    public FileTable files() {
        return files;
    }
}
