package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.text.SafeText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an event is called in words, where it is news that no region of the window shows. Safe to show. */
final class Notices {
    private final Words words;

    Notices(Words words) {
        this.words = words;
    }

    /** Null for an event that is no such news. */
    @Nullable
    String news(ClientEvent event) {
        if (event instanceof ClientEvent.ConversationLeft left) {
            String cause = left.cause().name().toLowerCase(Locale.ROOT);
            return words.get("left." + cause, safe(left.where().address()), safe(left.by()), safe(left.reason()));
        } else if (event instanceof ClientEvent.Announced announced) {
            return words.get("news.announced", safe(announced.text()));
        } else if (event instanceof ClientEvent.Invited invited) {
            return words.get(
                    "news.invited", safe(invited.by()), safe(invited.room().address()));
        } else if (event instanceof ClientEvent.AccountShown account
                && !account.motd().isEmpty()) {
            return safe(account.motd());
        } else if (event instanceof ClientEvent.HistoryReset) {
            return words.get("news.historyReset");
        }
        return null;
    }

    /** Null for an event that says nothing wrong. */
    @Nullable
    String complaint(ClientEvent event) {
        if (event instanceof ClientEvent.JoinRefused refused) {
            return words.get("join.refused", safe(refused.room().address()), safe(refused.text()));
        } else if (event instanceof ClientEvent.Refused refused && isOfTheUser(refused.command())) {
            return safe(refused.text());
        } else if (event instanceof ClientEvent.Problem problem) {
            return safe(problem.message());
        }
        return null;
    }

    /** What a region asks for by itself fails silently: the next event asks again. */
    private static boolean isOfTheUser(ClientCommand command) {
        return !(command instanceof ClientCommand.AskMembers || command instanceof ClientCommand.LoadOlder);
    }

    private static String safe(String text) {
        return SafeText.line(text);
    }
}
