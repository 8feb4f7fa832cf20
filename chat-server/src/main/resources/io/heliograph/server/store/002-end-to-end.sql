-- What is end to end, and files. The server cannot read a record or a box; it keeps and passes on.

CREATE INDEX device_by_key ON device (device_key);

-- Of devices; one whose device is not enrolled any more counts for nothing.
CREATE TABLE prekey (
    account BIGINT NOT NULL REFERENCES account (id),
    device_key BYTEA NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (account, device_key)
);

CREATE TABLE device_list (
    account BIGINT PRIMARY KEY REFERENCES account (id),
    version BIGINT NOT NULL,
    signer BYTEA NOT NULL,
    record BYTEA NOT NULL
);

-- The administrator's directory: no row, or the one with number 1.
CREATE TABLE signed_directory (
    number SMALLINT PRIMARY KEY,
    version BIGINT NOT NULL,
    record BYTEA NOT NULL
);

-- Outlives its boxes, so that a number is given once. Boxes go from the smallest number on, so what is held has no gaps.
CREATE TABLE mailbox (
    account BIGINT NOT NULL REFERENCES account (id),
    device_key BYTEA NOT NULL,
    next_number BIGINT NOT NULL,
    PRIMARY KEY (account, device_key)
);

CREATE TABLE box (
    account BIGINT NOT NULL REFERENCES account (id),
    device_key BYTEA NOT NULL,
    number BIGINT NOT NULL,
    sender_name TEXT NOT NULL,
    sender_key BYTEA NOT NULL,
    time_ms BIGINT NOT NULL,
    box BYTEA NOT NULL,
    PRIMARY KEY (account, device_key, number)
);
CREATE INDEX box_by_time ON box (time_ms);

-- Numbered from 1 without gaps; never pruned, gone with its room.
CREATE TABLE roll_entry (
    conversation BIGINT NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    record BYTEA NOT NULL,
    PRIMARY KEY (conversation, number)
);

-- The octets are in the folder blobs; have_bytes is how many of them are durable there, and what counts.
CREATE TABLE blob (
    blob_id BYTEA PRIMARY KEY,
    account BIGINT NOT NULL REFERENCES account (id),
    total_bytes BIGINT NOT NULL,
    have_bytes BIGINT NOT NULL,
    begun_ms BIGINT NOT NULL,
    expires_ms BIGINT NOT NULL
);
CREATE INDEX blob_by_account ON blob (account, total_bytes);
CREATE INDEX blob_by_end ON blob (expires_ms);
