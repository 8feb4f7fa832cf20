package io.heliograph.server.store;

/** What a transaction works on. */
public interface Tables {
    AccountTable accounts();

    ConversationTable conversations();

    EntryTable entries();

    AccessTable access();

    KeyTable keys();

    BoxTable boxes();

    RollTable rolls();

    FileTable files();
}
