-- Times are milliseconds since 1970, UTC; truth is 0 or 1. Portable: BYTEA is PostgreSQL's name, SQLite takes any.

-- Numbers that are given out once: a row that was deleted never lends its id to another.
CREATE TABLE counter (
    name VARCHAR(32) PRIMARY KEY,
    next_id BIGINT NOT NULL
);
INSERT INTO counter (name, next_id) VALUES ('account', 1);
INSERT INTO counter (name, next_id) VALUES ('conversation', 1);
INSERT INTO counter (name, next_id) VALUES ('ban', 1);

CREATE TABLE account (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    skeleton TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    admin SMALLINT NOT NULL,
    disabled SMALLINT NOT NULL,
    tells_delivered SMALLINT NOT NULL,
    tells_read SMALLINT NOT NULL,
    tells_last_seen SMALLINT NOT NULL,
    status_state SMALLINT NOT NULL,
    status_text TEXT NOT NULL,
    status_until_ms BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    last_seen_ms BIGINT NOT NULL
);

CREATE TABLE device (
    account BIGINT NOT NULL REFERENCES account (id),
    device_key BYTEA NOT NULL,
    name TEXT NOT NULL,
    enrolled_ms BIGINT NOT NULL,
    last_seen_ms BIGINT NOT NULL,
    PRIMARY KEY (account, device_key)
);

-- held_count and held_bytes are of the rows in entry, so that pruning never has to add them up.
CREATE TABLE conversation (
    id BIGINT PRIMARY KEY,
    kind SMALLINT NOT NULL,
    name TEXT NOT NULL,
    skeleton TEXT NOT NULL UNIQUE,
    topic TEXT NOT NULL,
    description TEXT NOT NULL,
    access SMALLINT NOT NULL,
    password_hash TEXT NOT NULL,
    announce_only SMALLINT NOT NULL,
    slow_mode_s INTEGER NOT NULL,
    retention_days INTEGER NOT NULL,
    next_seq BIGINT NOT NULL,
    created_ms BIGINT NOT NULL,
    last_activity_ms BIGINT NOT NULL,
    held_count BIGINT NOT NULL,
    held_bytes BIGINT NOT NULL
);

CREATE TABLE member (
    conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    account BIGINT NOT NULL REFERENCES account (id),
    role SMALLINT NOT NULL,
    muted_until_ms BIGINT NOT NULL,
    joined_ms BIGINT NOT NULL,
    delivered_seq BIGINT NOT NULL,
    read_seq BIGINT NOT NULL,
    PRIMARY KEY (conversation, account)
);
CREATE INDEX member_by_account ON member (account);

CREATE TABLE room_ban (
    conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    account BIGINT NOT NULL REFERENCES account (id),
    until_ms BIGINT NOT NULL,
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (conversation, account)
);

CREATE TABLE room_invite (
    conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    account BIGINT NOT NULL REFERENCES account (id),
    made_by TEXT NOT NULL,
    made_ms BIGINT NOT NULL,
    PRIMARY KEY (conversation, account)
);

CREATE TABLE pin (
    conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (conversation, place)
);

-- Author 0 is the server. A tombstone has erased = 1 and an empty body.
CREATE TABLE entry (
    conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    seq BIGINT NOT NULL,
    kind SMALLINT NOT NULL,
    message_id BYTEA,
    author BIGINT NOT NULL,
    author_name TEXT NOT NULL,
    time_ms BIGINT NOT NULL,
    ref_seq BIGINT NOT NULL,
    erased SMALLINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (conversation, seq)
);
CREATE INDEX entry_by_reference ON entry (conversation, ref_seq) WHERE ref_seq > 0;
CREATE INDEX entry_unread ON entry (conversation, seq, author) WHERE kind = 1 AND erased = 0;

-- Outlives the entry and its conversation: a repetition is recognised after both are gone.
CREATE TABLE accepted_id (
    author BIGINT NOT NULL,
    message_id BYTEA NOT NULL,
    conversation BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    time_ms BIGINT NOT NULL,
    PRIMARY KEY (author, message_id)
);
CREATE INDEX accepted_id_by_time ON accepted_id (time_ms);

CREATE TABLE ban (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    until_ms BIGINT NOT NULL,
    reason TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_ms BIGINT NOT NULL
);

CREATE TABLE invite (
    token_hash BYTEA PRIMARY KEY,
    uses_left INTEGER NOT NULL,
    expires_ms BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    made_ms BIGINT NOT NULL
);

CREATE TABLE fact (
    name VARCHAR(64) PRIMARY KEY,
    content TEXT NOT NULL
);
