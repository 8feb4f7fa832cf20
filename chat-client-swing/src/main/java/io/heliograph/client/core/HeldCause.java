package io.heliograph.client.core;

/** What has to be done before that which is said somewhere can go out: none of these passes by itself. */
public enum HeldCause {
    /** The first device of the account has to confirm this one. */
    DEVICE_UNCONFIRMED,
    /** The server shows the members of the room otherwise than before; the cause says how. */
    ROOM_ALARM,
    /** The list of the room's members does not hold together. */
    ROOM_BROKEN,
    /** No member of the room has admitted the user. */
    NOT_ADMITTED,
    /** A key that was verified has changed. */
    KEY_CHANGED,
    /** The other one has no device that could read it. */
    NO_DEVICE
}
