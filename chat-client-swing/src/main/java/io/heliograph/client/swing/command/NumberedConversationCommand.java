package io.heliograph.client.swing.command;

import io.heliograph.client.swing.model.Place;
import java.util.ArrayList;
import java.util.List;

/** Opens the conversation at one place of the list. */
final class NumberedConversationCommand implements DeskCommand {
    private static final int HIGHEST = 9;

    private final int number;

    private NumberedConversationCommand(int number) {
        this.number = number;
    }

    /** The first nine. */
    static List<DeskCommand> all() {
        List<DeskCommand> all = new ArrayList<>();
        for (int number = 1; number <= HIGHEST; number++) {
            all.add(new NumberedConversationCommand(number));
        }
        return all;
    }

    @Override
    public String id() {
        return "chat-" + number;
    }

    @Override
    public void run(Desk desk, String argument) {
        List<Place> places = Neighbours.of(desk);
        if (number <= places.size()) {
            desk.open(places.get(number - 1).where());
        }
    }
}
