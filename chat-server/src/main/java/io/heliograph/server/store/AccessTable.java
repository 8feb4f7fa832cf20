package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is kept out of the server, who is let in, and a few facts about the server itself. */
public interface AccessTable {
    List<BanRow> bans();

    /** The new ban's id. */
    long addBan(BanRow ban);

    /** True if there was one. */
    boolean removeBan(long id);

    List<InviteRow> invites();

    /** The token itself is never stored. */
    void addInvite(InviteRow invite);

    boolean removeInvite(Bytes tokenHash);

    /** Takes one use of an invite that is not over; false if there is none. */
    boolean useInvite(Bytes tokenHash, long nowMs);

    /** A fact by its name; null if it was never set. */
    @Nullable
    String fact(String name);

    void setFact(String name, String value);

    /**
     * Keeps somebody out of the server.
     *
     * @param id 0 for one that is to be made
     * @param kind {@code account}, {@code address}, {@code network} or {@code device}
     * @param subject skeleton of a name, an address, an address with prefix length, a key in hexadecimal
     * @param untilMs 0: for good
     */
    record BanRow(long id, String kind, String subject, long untilMs, String reason, String by, long atMs) {}

    /**
     * Lets people register.
     *
     * @param tokenHash SHA-256 of the token
     * @param expiresMs 0: never
     */
    record InviteRow(Bytes tokenHash, int usesLeft, long expiresMs, String by, long atMs) {}
}
