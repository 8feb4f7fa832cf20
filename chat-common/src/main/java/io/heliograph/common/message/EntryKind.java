package io.heliograph.common.message;

import java.util.Locale;

/** What an entry of a log is (protocol.md 8.5); up to 15 from members, from 16 on from the server. */
public enum EntryKind implements Coded {
    MESSAGE(1),
    /** Replaces the text of the entry it refers to. */
    EDIT(2),
    /** The entry it refers to is gone. */
    DELETE(3),
    REACT(4),
    UNREACT(5),
    JOINED(16),
    LEFT(17),
    KICKED(18),
    BANNED(19),
    UNBANNED(20),
    MUTED(21),
    UNMUTED(22),
    ROLE(23),
    SETTING(24),
    PINNED(25),
    UNPINNED(26),
    INVITED(27);

    private static final int MAX_POSTED_CODE = 15;

    private final int code;

    EntryKind(int code) {
        this.code = code;
    }

    /** Whether members say it, else the server. */
    public boolean isPosted() {
        return code <= MAX_POSTED_CODE;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
