package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.Late;
import io.heliograph.client.swing.dialog.Moments;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The dialogs of one session, each with its presenter. Event dispatch thread only. */
final class RoomDialogs {
    private final Executor events;
    private final Late<BrowserParts> browser;
    private final Late<SettingsParts> settings;
    private final Late<NewRoomPresenter> making;
    private final Late<InviteParts> invite;
    private final Late<PinsParts> pins;

    private record BrowserParts(RoomBrowserDialog dialog, RoomBrowserPresenter presenter) {}

    private record SettingsParts(RoomSettingsDialog dialog, RoomSettingsPresenter presenter) {}

    private record InviteParts(InviteDialog dialog, InvitePresenter presenter) {}

    private record PinsParts(PinsDialog dialog, PinsPresenter presenter) {}

    RoomDialogs(DialogGround ground, Desk desk) {
        this.events = ground.events();
        Moments moments = new Moments(ground.words(), ZoneId.systemDefault());
        browser = new Late<>(() -> {
            RoomBrowserDialog dialog = new RoomBrowserDialog(ground, new Browser());
            return new BrowserParts(dialog, new RoomBrowserPresenter(dialog, desk, moments, System::currentTimeMillis));
        });
        settings = new Late<>(() -> {
            RoomSettingsDialog dialog = new RoomSettingsDialog(ground, new Settings());
            return new SettingsParts(dialog, new RoomSettingsPresenter(dialog, desk));
        });
        making = new Late<>(() -> new NewRoomPresenter(new NewRoomDialog(ground, this::onCreate), desk));
        invite = new Late<>(() -> {
            InviteDialog dialog = new InviteDialog(ground, new Invite());
            return new InviteParts(dialog, new InvitePresenter(dialog, desk));
        });
        pins = new Late<>(() -> {
            PinsDialog dialog = new PinsDialog(ground, new Pins());
            return new PinsParts(dialog, new PinsPresenter(dialog, desk, moments, System::currentTimeMillis));
        });
    }

    void onEvent(ClientEvent event) {
        browser.ifMade(made -> made.presenter().onEvent(event));
        settings.ifMade(made -> made.presenter().onEvent(event));
        making.ifMade(made -> made.onEvent(event));
        invite.ifMade(made -> made.presenter().onEvent(event));
        pins.ifMade(made -> made.presenter().onEvent(event));
    }

    void browse(String pattern) {
        browser.getThen(events, made -> {
            made.dialog().show(pattern);
            made.presenter().open(pattern);
        });
    }

    void make() {
        making.getThen(events, NewRoomPresenter::open);
    }

    void invite() {
        invite.getThen(events, made -> {
            made.presenter().open();
            made.dialog().show();
        });
    }

    boolean settings() {
        boolean opened = settings.get().presenter().open();
        if (opened) {
            settings.getThen(events, made -> made.dialog().show());
        }
        return opened;
    }

    boolean pins() {
        boolean opened = pins.get().presenter().open();
        if (opened) {
            pins.getThen(events, made -> made.dialog().show());
        }
        return opened;
    }

    private void onCreate(NewRoomPresenter.Wish wish) {
        making.get().onCreate(wish);
    }

    /** Dialogs are made before their presenters. */
    private final class Browser implements RoomBrowserDialog.Gestures {
        @Override
        public void onFilter(String text) {
            browser.get().presenter().onFilter(text);
        }

        @Override
        public void onSelected(@Nullable String room) {
            browser.get().presenter().onSelected(room);
        }

        @Override
        public void onEnter(@Nullable String room) {
            browser.get().presenter().onEnter(room);
        }

        @Override
        public void onPassword(String room, String password) {
            browser.get().presenter().onPassword(room, password);
        }

        @Override
        public void onCreate() {
            make();
        }

        @Override
        public void onClosed() {
            browser.get().presenter().onClosed();
        }
    }

    private final class Settings implements RoomSettingsDialog.Gestures {
        @Override
        public void onSave(RoomForm form) {
            settings.get().presenter().onSave(form);
        }
    }

    private final class Invite implements InviteDialog.Gestures {
        @Override
        public void onFilter(String text) {
            invite.get().presenter().onFilter(text);
        }

        @Override
        public void onInvite(String name) {
            invite.get().presenter().onInvite(name);
        }
    }

    private final class Pins implements PinsDialog.Gestures {
        @Override
        public void onUnpin(String seq) {
            pins.get().presenter().onUnpin(seq);
        }

        @Override
        public void onShow(String seq) {
            pins.get().presenter().onShow(seq);
        }

        @Override
        public void onClosed() {
            pins.get().presenter().onClosed();
        }
    }
}
