package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.swing.command.CommandRegistry;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.compose.ComposerPresenter;
import io.heliograph.client.swing.dialog.Presence;
import org.jspecify.annotations.Nullable;

/**
 * What the regions of the window show of one session, a presenter each.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class RegionPresenters {
    private final Desk desk;
    private final OwnView own;
    private final ConversationListPresenter list;
    private final HeaderPresenter header;
    private final BannerPresenter banner;
    private final DetailsPresenter details;
    private final ComposerPresenter composer;
    private final TimelinePresenter timeline;

    /** {@code draftsChanged} has {@code drafts} written, and by another thread. */
    RegionPresenters(
            Desk desk, Views views, CommandRegistry commands, Drafts drafts, Runnable draftsChanged, Times times) {
        this.desk = desk;
        this.own = views.own();
        this.list = new ConversationListPresenter(views.list(), desk, drafts, times);
        this.header = new HeaderPresenter(views.header(), desk, times);
        this.banner = new BannerPresenter(views.banner(), desk);
        this.details = new DetailsPresenter(views.details(), desk);
        this.composer = new ComposerPresenter(views.composer(), desk, commands, drafts, draftsChanged);
        this.timeline = new TimelinePresenter(views.timeline(), desk);
    }

    /** Turns to a conversation; null for none. */
    void open(@Nullable Target where) {
        composer.open(where);
        timeline.open(where);
    }

    void refresh(long nowMs) {
        list.refresh(nowMs);
        header.refresh(nowMs);
        banner.refresh(nowMs);
        details.refresh();
        timeline.refresh(nowMs);
        String state = desk.words().get(Presence.key(desk.model().chosen()));
        String dot = desk.model().link().isOnline() ? Presence.dot(desk.model().chosen()) : null;
        own.showOwn(desk.model().user(), state, dot);
    }

    ConversationListPresenter list() {
        return list;
    }

    ComposerPresenter composer() {
        return composer;
    }

    TimelinePresenter timeline() {
        return timeline;
    }

    BannerPresenter banner() {
        return banner;
    }
}
