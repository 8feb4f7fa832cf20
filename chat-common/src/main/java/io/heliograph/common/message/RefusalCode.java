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
    public static final String NOT_AN_ADMIN = "not_an_admin";

    public static final String LOGIN_FAILED = "login_failed";
    public static final String REGISTRATION_CLOSED = "registration_closed";
    public static final String INVITE_NEEDED = "invite_needed";
    public static final String ACCOUNT_DISABLED = "account_disabled";
    public static final String BANNED = "banned";
    public static final String LOCKDOWN = "lockdown";
    public static final String TOO_MANY_DEVICES = "too_many_devices";
    public static final String WEAK_PASSWORD = "weak_password";
    public static final String ROOM_PASSWORD = "room_password";
    public static final String NOT_INVITED = "not_invited";
    public static final String NOT_ALLOWED = "not_allowed";
    public static final String NO_SUCH_ENTRY = "no_such_entry";
    public static final String BAD_VALUE = "bad_value";
    public static final String MUTED = "muted";
    public static final String SLOW_MODE = "slow_mode";
    public static final String READ_ONLY = "read_only";
    public static final String BUSY = "busy";

    /** Somebody else was first: look at what there is and do it anew. */
    public static final String STALE = "stale";

    public static final String TOO_LARGE = "too_large";
    public static final String QUOTA = "quota";
    public static final String NO_SPACE = "no_space";
    public static final String NO_SUCH_FILE = "no_such_file";

    private RefusalCode() {}
}
