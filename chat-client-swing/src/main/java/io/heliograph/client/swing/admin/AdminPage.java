package io.heliograph.client.swing.admin;

import java.util.List;

/** The pages of administration: each shows what one line of the operator console prints. */
enum AdminPage {
    STATUS("stats"),
    USERS("users"),
    ROOMS("rooms"),
    INVITES("invite list"),
    BANS("bans"),
    SESSIONS("sessions"),
    AUDIT("audit 100"),
    CONSOLE("help");

    private final String line;

    AdminPage(String line) {
        this.line = line;
    }

    /** What is asked to fill it. */
    String line() {
        return line;
    }

    /** What can be done with one of its rows. */
    List<AdminDeed> deeds() {
        return switch (this) {
            case USERS ->
                List.of(
                        AdminDeed.ask("user passwd {0}"),
                        AdminDeed.at("user enable {0}"),
                        AdminDeed.ask("user disable {0}"),
                        AdminDeed.at("user admin {0}"),
                        AdminDeed.ask("user unadmin {0}"),
                        AdminDeed.ask("ban {0}"));
            case ROOMS -> List.of(AdminDeed.ask("room delete {0}"));
            case INVITES -> List.of(AdminDeed.ask("invite revoke {0}"));
            case BANS -> List.of(AdminDeed.ask("unban {0}"));
            case SESSIONS -> List.of(AdminDeed.ask("kick {0}"));
            case STATUS, AUDIT, CONSOLE -> List.of();
        };
    }

    /** Its rows are things of which one is chosen, the last line of the answer counts them. */
    boolean isList() {
        return this != STATUS && this != AUDIT && this != CONSOLE;
    }
}
