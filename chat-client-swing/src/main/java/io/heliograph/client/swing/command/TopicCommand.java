package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.RoomSetting;

/** Sets the topic of the open room; a hyphen takes it away. */
final class TopicCommand implements DeskCommand {
    @Override
    public String id() {
        return "topic";
    }

    @Override
    public void run(Desk desk, String argument) {
        Target room = desk.current();
        if (room == null || !room.isRoom() || argument.isEmpty()) {
            desk.complain(desk.words().get("topic.usage"));
        } else {
            String topic = argument.equals("-") ? "" : argument;
            desk.submit(new ClientCommand.SetRoom(room, RoomSetting.TOPIC, topic));
        }
    }
}
