package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.compose.ComposerView;

/** The regions of the window, as the presenters see them. */
record Views(
        ConversationListView list,
        HeaderView header,
        BannerView banner,
        DetailsView details,
        ComposerView composer,
        TimelineView timeline,
        NoteView note,
        OwnView own) {}
