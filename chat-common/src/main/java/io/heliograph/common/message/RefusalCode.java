package io.heliograph.common.message;

/** The stable codes of REFUSED and REJECTED (protocol.md 7, 8, 10). */
public final class RefusalCode {
    public static final String NAME_TAKEN = "name_taken";
    public static final String NAME_MALFORMED = "name_malformed";
    public static final String WRONG_PASSWORD = "wrong_password";
    public static final String WRONG_TOKEN = "wrong_token";
    public static final String THROTTLED = "throttled";
    public static final String SERVER_FULL = "server_full";
    public static final String BAD_PROOF = "bad_proof";
    public static final String ROOM_MALFORMED = "room_malformed";
    public static final String TOO_MANY_ROOMS = "too_many_rooms";
    public static final String NOT_A_MEMBER = "not_a_member";
    public static final String NO_SUCH_ROOM = "no_such_room";
    public static final String NO_SUCH_USER = "no_such_user";
    public static final String TOO_LONG = "too_long";
    public static final String MALFORMED = "malformed";
    public static final String NOT_YET = "not_yet";
    public static final String NOT_AN_ADMIN = "not_an_admin";

    private RefusalCode() {}
}
