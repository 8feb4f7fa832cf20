package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.compose.Candidate;
import io.heliograph.client.swing.compose.Completion;
import io.heliograph.client.swing.compose.ComposerPanel;
import io.heliograph.client.swing.messages.MessageListListener;
import java.awt.Point;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import org.jspecify.annotations.Nullable;

/** Leads what a user does in the regions to the presenters of the session that is open. Event dispatch thread only. */
final class Wiring {
    private final MainPanel window;
    private final Supplier<@Nullable DeskPresenter> desk;

    Wiring(MainPanel window, Supplier<@Nullable DeskPresenter> desk) {
        this.window = window;
        this.desk = desk;
    }

    void connect() {
        window.side().setGestures(new Side());
        window.composer().setGestures(new Composer());
        window.details().setGestures(new Details());
        window.messages().addMessageListListener(new Messages());
        window.rail()
                .onMode(people -> with(open -> {
                    open.regions().list().showPeople(people);
                    open.regions().list().refresh(System.currentTimeMillis());
                }));
    }

    private void with(Consumer<DeskPresenter> deed) {
        DeskPresenter open = desk.get();
        if (open != null) {
            deed.accept(open);
        }
    }

    private final class Side implements SidePanel.Gestures {
        @Override
        public void onFilter(String text) {
            with(open -> {
                open.regions().list().onFilter(text);
                open.regions().list().refresh(System.currentTimeMillis());
            });
        }

        @Override
        public void onOpen(Target where) {
            with(open -> open.open(where));
        }

        @Override
        public void onMenu(Target where, Point at) {
            with(open -> {
                RowChoices choices = new RowChoices(open);
                RowMenu.of(choices.of(where), open.words(), chosen -> choices.onChosen(where, chosen))
                        .show(window.side().list(), at.x, at.y);
            });
        }

        @Override
        public void onFirst() {
            with(open -> {
                if (open.regions().list().onEnter(System.currentTimeMillis())) {
                    window.side().clearSearch(); // the list is whole again, for what comes next
                }
            });
        }

        @Override
        public void onEscape() {
            window.composer().focus();
        }
    }

    private final class Details implements DetailsPanel.Gestures {
        @Override
        public void onCommand(String command, String name) {
            with(open -> open.run(command, name));
        }

        @Override
        public void onMenu(String name, Point at) {
            JComponent list = window.details().list();
            with(open -> {
                JPopupMenu menu = RowMenu.of(
                        new MemberChoices(open).of(name),
                        open.words(),
                        chosen -> open.run(chosen.command(), chosen.argument()));
                menu.applyComponentOrientation(list.getComponentOrientation());
                menu.show(list, at.x, at.y);
            });
        }
    }

    private final class Composer implements ComposerPanel.Gestures {
        @Override
        public void onTextChanged() {
            with(open -> open.regions().composer().onTextChanged(System.currentTimeMillis()));
        }

        @Override
        public void onSend() {
            with(open -> open.regions().composer().onSend());
        }

        @Override
        public void onRecall(boolean older) {
            with(open -> open.regions().composer().onRecall(older));
        }

        @Override
        public void onTake(Completion completion, Candidate candidate) {
            with(open -> open.regions().composer().onTake(completion, candidate));
        }

        @Override
        public void onTooLong() {
            with(open -> open.regions().composer().onTooLong());
        }

        @Override
        public void onEditLast() {
            with(open -> open.regions().composer().onEditLast());
        }

        @Override
        public void onEscape() {
            with(open -> {
                if (!open.regions().composer().onEscape()) {
                    open.run("newest", "");
                }
            });
        }
    }

    private final class Messages implements MessageListListener {
        @Override
        public void olderWanted(long firstSeq) {
            with(open -> open.regions().timeline().onOlderWanted());
        }

        @Override
        public void gapOpened(long fromSeq) {
            with(open -> open.regions().timeline().onGap());
        }

        @Override
        public void seenUpTo(long seq) {
            with(open -> open.regions().timeline().onSeen(seq));
        }

        @Override
        public void endChanged(boolean atEnd, int newBelow) {
            if (atEnd) {
                with(open -> open.regions().timeline().onEnd());
            }
        }

        @Override
        public void originalWanted(long seq) {
            with(open -> open.regions().timeline().jump(seq));
        }

        @Override
        public void personOpened(String name) {
            with(open -> open.run("whois", Target.user(name).name()));
        }
    }
}
