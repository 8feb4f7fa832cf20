package io.heliograph.client.swing.command;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The commands there are, in the order in which the sheet of keys shows them. */
public final class Commands {
    private Commands() {}

    public static List<DeskCommand> all() {
        List<DeskCommand> all = new ArrayList<>(List.of(
                new JoinCommand(),
                new QueryCommand(),
                new MessageCommand(),
                new TopicCommand(),
                new EditCommand(),
                new AwayCommand(),
                new BackCommand(),
                new BusyCommand(),
                new InvisibleCommand(),
                new MuteCommand(System::currentTimeMillis, ZoneId.systemDefault()),
                new CloseCommand(),
                new IgnoreCommand(),
                new MarkCommand(),
                new ServerCommand(),
                new NextServerCommand(),
                new CloseServerCommand(),
                new ReconnectCommand(),
                new DisconnectCommand(),
                new ThemeCommand(),
                new AccentCommand(),
                new ZoomInCommand(),
                new ZoomOutCommand(),
                new ZoomResetCommand(),
                new DetailsCommand(),
                new FindConversationCommand(),
                new ComposeCommand(),
                new NextRegionCommand(),
                new PreviousRegionCommand(),
                new ShortcutsCommand(),
                new LockCommand(),
                new PassphraseCommand(),
                new QuitCommand(),
                new NextConversationCommand(),
                new PreviousConversationCommand(),
                new NextUnreadCommand(),
                new PreviousUnreadCommand()));
        all.addAll(NumberedConversationCommand.all());
        return all;
    }
}
