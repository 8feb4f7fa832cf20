package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.common.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What an event is called in words, for every face that speaks to people. Safe to show. */
final class Wording {
    private static final long MS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

    /** What is told at each attempt is told once. */
    private static final int FIRST_REPETITION = 2;

    private Wording() {}

    /** Null for an event that is no news to somebody who reads along. */
    static @Nullable String notice(ClientEvent event) {
        if (event instanceof ClientEvent.Joined joined) {
            return joined.again() ? null : joined(joined);
        } else if (event instanceof ClientEvent.JoinRefused refused) {
            return "cannot join " + safe(refused.room().address()) + ": " + safe(refused.text());
        } else if (event instanceof ClientEvent.ConversationLeft left) {
            return left(left);
        } else if (event instanceof ClientEvent.Invited invited) {
            String room = safe(invited.room().address());
            return safe(invited.by()) + " invites you to " + room + ": /join " + room;
        } else if (event instanceof ClientEvent.Announced announced) {
            return "announcement: " + safe(announced.text());
        } else if (event instanceof ClientEvent.GapShown gap) {
            return gap(gap);
        } else if (event instanceof ClientEvent.HistoryReset) {
            return "the server has another history than before: numbers begin anew";
        } else if (event instanceof ClientEvent.Problem problem) {
            return safe(problem.message());
        } else if (event instanceof ClientEvent.Refused refused) {
            return safe(refused.text());
        } else if (event instanceof ClientEvent.AccountShown account) {
            return account(account);
        } else {
            return connection(event);
        }
    }

    /** Four lines that a user compares before saying yes. */
    static List<String> trustQuestion(ClientEvent.TrustWanted wanted) {
        return List.of(
                "first contact with " + safe(wanted.server()) + "; its identity is",
                "  " + wanted.fingerprint(),
                "  " + wanted.words(),
                "compare it with what the operator gave you, then /trust yes or /trust no");
    }

    static String wrongIdentity(ClientEvent.WrongIdentity wrong) {
        String known = wrong.history().isEmpty() ? "" : " (" + wrong.history() + ")";
        return "the identity of " + safe(wrong.server()) + " is not the expected one: expected " + wrong.expected()
                + known
                + ", presented " + wrong.presented()
                + "; somebody may be in between. If the operator confirms the new one, start with --trust "
                + wrong.presented();
    }

    static String loginRefused(ClientEvent.LoginRefused refused) {
        String advice =
                switch (refused.code()) {
                    case "name_malformed" -> " (--user NAME)";
                    case "name_taken" -> " (--user NAME, or the password of that name: --password-file FILE)";
                    case "login_failed" ->
                        " (--password-file FILE or HELIOGRAPH_PASSWORD; new here: --register, or an invite with token)";
                    case "wrong_password" -> " (--server-password-file FILE or HELIOGRAPH_SERVER_PASSWORD)";
                    case "invite_needed" -> " (an invite link that holds a token)";
                    case "wrong_token" -> " (--admin-token)";
                    default -> "";
                };
        return "login refused: " + safe(refused.text()) + advice;
    }

    static String seconds(long ms) {
        return ms < 10 * MS_PER_SECOND
                ? String.format(Locale.ROOT, "%.1f s", ms / (double) MS_PER_SECOND)
                : ms / MS_PER_SECOND + " s";
    }

    static String safe(String text) {
        return SafeText.line(text);
    }

    private static @Nullable String connection(ClientEvent event) {
        if (event instanceof ClientEvent.Connected connected) {
            String as = " as " + safe(connected.user()) + (connected.admin() ? " (administrator)" : "");
            return (connected.again() ? "connected again to " : "connected to ") + safe(connected.server()) + as;
        } else if (event instanceof ClientEvent.Unresponsive silent) {
            return "no answer for " + seconds(silent.silentForMs()) + ", reconnecting";
        } else if (event instanceof ClientEvent.Recovered) {
            return "the connection is back";
        } else if (event instanceof ClientEvent.Reconnecting waiting) {
            return "not connected: " + safe(LinkWording.of(waiting.cause())) + "; attempt " + waiting.attempt() + " in "
                    + seconds(waiting.delayMs())
                    + (waiting.attempt() == FIRST_REPETITION ? " (/doctor says what is in the way)" : "");
        } else if (event instanceof ClientEvent.Offline offline) {
            return "offline: " + safe(LinkWording.of(offline.cause())) + " (/reconnect to try again)";
        } else if (event instanceof ClientEvent.LoginRefused refused) {
            return loginRefused(refused);
        } else if (event instanceof ClientEvent.WrongIdentity wrong) {
            return wrongIdentity(wrong);
        } else if (event instanceof ClientEvent.TrustDeclined declined) {
            return "you do not trust " + safe(declined.server()) + "; nothing was sent to it";
        } else {
            return FoundWording.notice(event);
        }
    }

    private static String joined(ClientEvent.Joined joined) {
        String others = joined.memberCount() <= 1
                ? " with nobody else yet"
                : joined.memberCount() == 2 ? " with 1 other" : " with " + (joined.memberCount() - 1) + " others";
        return "you are in " + safe(joined.room().address()) + others;
    }

    private static String left(ClientEvent.ConversationLeft left) {
        String where = safe(left.where().address());
        String by = left.by().isEmpty() ? "" : " by " + safe(left.by());
        String why = left.reason().isEmpty() ? "" : " (" + safe(left.reason()) + ")";
        return switch (left.cause()) {
            case LEFT -> "you left " + where;
            case KICKED -> "you were removed from " + where + by + why;
            case BANNED -> "you were banned from " + where + by + why;
            case REMOVED -> where + " is gone" + why;
        };
    }

    private static @Nullable String account(ClientEvent.AccountShown account) {
        String made = account.registered()
                ? "the account is new: this device is its key"
                        + (account.hasPassword() ? "" : "; /passwd sets a password")
                : "";
        String greeting = safe(account.motd());
        String both = made.isEmpty() || greeting.isEmpty() ? made + greeting : made + "; " + greeting;
        return both.isEmpty() ? null : both;
    }

    private static String gap(ClientEvent.GapShown gap) {
        long count = gap.toSeq() - gap.fromSeq() + 1;
        String what = count
                + (count == 1 ? " entry in " : " entries in ")
                + safe(gap.where().address());
        return gap.held()
                ? what + " from before are not shown: /history shows them"
                : what + " can no longer be shown: the server has let go of them";
    }
}
