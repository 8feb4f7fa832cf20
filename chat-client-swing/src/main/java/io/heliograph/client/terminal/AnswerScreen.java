package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.ShownEntry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a person at a terminal sees of everything but the lines of conversations: answers, news, what was found.
 *
 * <p>Thread-safe.
 */
final class AnswerScreen {
    private final Map<String, Long> receiptsWanted = new ConcurrentHashMap<>();
    private final FileNews files = new FileNews();
    private final ChatView view;
    private final Screen screen;
    private final StyledLines lines;

    AnswerScreen(ChatView view, Screen screen, StyledLines lines) {
        this.view = view;
        this.screen = screen;
        this.lines = lines;
    }

    /** The next list of members of {@code placeKey} is to tell who has the own message {@code seq}. */
    void awaitReceipts(String placeKey, long seq) {
        receiptsWanted.put(placeKey, seq);
    }

    void print(ClientEvent event) {
        if (event instanceof ClientEvent.MembersShown shown && printReceipts(shown)) {
            return;
        }
        List<String> answer = Answers.lines(event);
        if (event instanceof ClientEvent.SearchShown shown) {
            found(shown);
        } else if (event instanceof ClientEvent.AroundShown around) {
            around(around);
        } else if (event instanceof ClientEvent.FileProgress progress) {
            progress(progress.file());
        } else if (answer != null) {
            answer.forEach(this::tell);
        } else if (event instanceof ClientEvent.Announced announced) {
            screen.print(lines.announcement(announced));
        } else if (event instanceof ClientEvent.TrustWanted wanted) {
            Wording.trustQuestion(wanted).forEach(this::tell);
        } else {
            news(event);
        }
    }

    private void progress(FileTransfer file) {
        if (files.isNews(file)) {
            String line = FileWording.news(file);
            screen.print(file.state() == FileState.FAILED ? lines.mistake(line) : lines.notice(line));
        }
    }

    private void news(ClientEvent event) {
        String notice = Wording.notice(event);
        boolean mistake = event instanceof ClientEvent.Problem
                || event instanceof ClientEvent.Refused
                || event instanceof ClientEvent.SearchRefused;
        if (mistake) {
            screen.print(lines.mistake(String.valueOf(notice)));
        } else if (notice != null) {
            tell(notice);
        }
    }

    private boolean printReceipts(ClientEvent.MembersShown shown) {
        Long seq = receiptsWanted.remove(shown.where().key());
        if (seq != null) {
            ClientEvent.Connected connected = view.link().connected();
            String reader = connected == null ? "" : connected.user();
            Answers.receipts(shown.members(), reader, seq).forEach(this::tell);
        }
        return seq != null;
    }

    /** The newest last, where the eye is. */
    private void found(ClientEvent.SearchShown shown) {
        List<SearchHit> hits = shown.hits();
        for (int number = hits.size(); number >= 1; number--) {
            screen.print(lines.found(number, hits.get(number - 1)));
        }
        tell(FoundWording.summary(shown));
    }

    private void around(ClientEvent.AroundShown around) {
        for (ShownEntry entry : around.entries()) {
            screen.print(lines.marked(
                    entry.seq() == around.seq(), lines.message(around.where(), entry, view.current(), null)));
        }
        if (around.entries().isEmpty()) {
            tell("this profile does not hold what stands there");
        }
    }

    private void tell(String line) {
        screen.print(lines.notice(line));
    }
}
