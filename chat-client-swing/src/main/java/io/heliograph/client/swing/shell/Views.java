package io.heliograph.client.swing.shell;

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
