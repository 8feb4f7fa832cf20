package io.heliograph.client.terminal;

import io.heliograph.client.terminal.SlashCommand.Completion;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import java.util.List;

/** The slash commands by topic, in the order in which help shows them. */
final class CommandLists {
    private CommandLists() {}

    static List<SlashCommand> conversations() {
        return List.of(
                CommandTable.of(
                        "join",
                        "j",
                        "ROOM [PASSWORD|pw]",
                        "enter or make a room; pw asks",
                        Completion.ROOM,
                        RoomCommands::join),
                CommandTable.of("leave", "part", "[ROOM]", "leave a room", Completion.ROOM, RoomCommands::leave),
                CommandTable.of(
                        "close",
                        "hide",
                        "[ROOM|@NAME]",
                        "take it off the list",
                        Completion.TARGET,
                        RoomCommands::close),
                CommandTable.of(
                        "rooms", "", "", "your conversations, what is new", Completion.NOTHING, RoomCommands::rooms),
                CommandTable.of("unread", "", "", "where something is new", Completion.NOTHING, RoomCommands::unread),
                CommandTable.of(
                        "switch", "s", "ROOM|@NAME|N", "talk there now", Completion.TARGET, RoomCommands::switchTo),
                CommandTable.of(
                        "list", "", "[PATTERN]", "the rooms of this server", Completion.NOTHING, RoomCommands::list),
                CommandTable.of(
                        "names", "members", "[ROOM]", "who is in a room", Completion.TARGET, RoomCommands::names),
                CommandTable.of("mark", "", "", "count everything as read", Completion.NOTHING, RoomCommands::mark));
    }

    static List<SlashCommand> talking() {
        return List.of(
                CommandTable.of(
                        "msg",
                        "m",
                        "NAME TEXT",
                        "say something to one person",
                        Completion.PERSON,
                        TalkCommands::message),
                CommandTable.of("query", "q", "NAME", "talk to one person now", Completion.PERSON, TalkCommands::query),
                CommandTable.of(
                        "reply", "r", "TEXT", "answer who wrote to you last", Completion.NOTHING, TalkCommands::reply),
                CommandTable.of(
                        "draft",
                        "",
                        "[TEXT, send or -]",
                        "what was begun here or on another device",
                        Completion.NOTHING,
                        DraftCommand::run),
                CommandTable.of("me", "", "TEXT", "say what you do", Completion.NOTHING, TalkCommands::me),
                CommandTable.of(
                        "outbox",
                        "",
                        "[cancel N|retry]",
                        "what is not delivered",
                        Completion.NOTHING,
                        TalkCommands::outbox));
    }

    static List<SlashCommand> messages() {
        return List.of(
                CommandTable.of(
                        "history",
                        "",
                        "[N]",
                        "the last messages, numbered",
                        Completion.NOTHING,
                        MessageCommands::history),
                CommandTable.of("quote", "", "N TEXT", "answer message N", Completion.NOTHING, MessageCommands::quote),
                CommandTable.of(
                        "edit", "", "[N] TEXT", "change your last message", Completion.NOTHING, MessageCommands::edit),
                CommandTable.of(
                        "delete", "redact", "[N]", "take a message away", Completion.NOTHING, MessageCommands::delete),
                CommandTable.of(
                        "react",
                        "",
                        "EMOJI [N]",
                        "put an emoji to a message",
                        Completion.NOTHING,
                        MessageCommands::react),
                CommandTable.of(
                        "unreact", "", "EMOJI [N]", "take it back", Completion.NOTHING, MessageCommands::unreact),
                CommandTable.of(
                        "receipts", "", "[N]", "who has your message", Completion.NOTHING, MessageCommands::receipts),
                CommandTable.of("pin", "", "[N]", "pin a message", Completion.NOTHING, MessageCommands::pin),
                CommandTable.of("unpin", "", "N", "unpin it", Completion.NOTHING, MessageCommands::unpin),
                CommandTable.of("pins", "", "", "what is pinned here", Completion.NOTHING, MessageCommands::pins));
    }

    static List<SlashCommand> kept() {
        return List.of(
                CommandTable.of(
                        "search",
                        "",
                        "WORDS",
                        "find what was said, also from:NAME in:#ROOM has:link after:YYYY-MM-DD",
                        Completion.NOTHING,
                        ProfileCommands::search),
                CommandTable.of(
                        "jump", "", "N", "what stands around a found one", Completion.NOTHING, ProfileCommands::jump),
                CommandTable.of(
                        "export",
                        "",
                        "ROOM|@NAME|all FILE",
                        "write it to FILE.txt, .html or .json",
                        Completion.TARGET,
                        ProfileCommands::export),
                CommandTable.of(
                        "lock",
                        "",
                        "",
                        "hide everything until the passphrase",
                        Completion.NOTHING,
                        ProfileCommands::lock),
                CommandTable.of(
                        "passphrase",
                        "",
                        "",
                        "set, change or take away what opens the profile",
                        Completion.NOTHING,
                        ProfileCommands::passphrase));
    }

    static List<SlashCommand> owners() {
        return List.of(
                CommandTable.of(
                        "topic",
                        "",
                        "[TEXT|-]",
                        "show, set or clear the topic",
                        Completion.NOTHING,
                        OwnerCommands::topic),
                CommandTable.of(
                        "desc",
                        "",
                        "[TEXT|-]",
                        "the same for the description",
                        Completion.NOTHING,
                        OwnerCommands::description),
                CommandTable.of(
                        "mode",
                        "",
                        "[SETTING VALUE]",
                        "show or set how the room is",
                        Completion.MODE,
                        OwnerCommands::mode),
                CommandTable.of(
                        "invite", "", "NAME [ROOM]", "let somebody in", Completion.PERSON, OwnerCommands::invite),
                moderation("kick", "", "NAME [REASON]", "remove from the room", Moderation.KICK),
                moderation("ban", "", "NAME [10m|2h|1d] [REASON]", "keep out of the room", Moderation.BAN),
                moderation("unban", "", "NAME", "let in again", Moderation.UNBAN),
                moderation("quiet", "mute-user", "NAME [10m|2h|1d] [REASON]", "let nothing be said", Moderation.MUTE),
                moderation("unquiet", "unmute-user", "NAME", "let speak again", Moderation.UNMUTE),
                role("op", "NAME [owner]", "make a moderator", Role.MODERATOR),
                role("deop", "NAME", "make a plain member", Role.MEMBER),
                role("voice", "NAME", "let a reader speak", Role.MEMBER),
                role("devoice", "NAME", "make read-only", Role.READ_ONLY));
    }

    static List<SlashCommand> people() {
        return List.of(
                CommandTable.of("users", "who", "", "who is on this server", Completion.NOTHING, PeopleCommands::users),
                CommandTable.of("whois", "", "NAME", "who somebody is", Completion.PERSON, PeopleCommands::whois),
                presence("away", "[TEXT] [DURATION]", "you are away", PresenceState.AWAY),
                presence("back", "", "you are here", PresenceState.ONLINE),
                presence("dnd", "[TEXT] [DURATION]", "you are busy", PresenceState.BUSY),
                presence("invisible", "", "others see you offline", PresenceState.INVISIBLE),
                CommandTable.of(
                        "status",
                        "",
                        "[TEXT [DURATION]|off]",
                        "what others read of you; alone: the connection",
                        Completion.NOTHING,
                        PeopleCommands::status),
                CommandTable.of(
                        "ignore", "", "[NAME]", "hear nothing of somebody", Completion.PERSON, PeopleCommands::ignore),
                CommandTable.of("unignore", "", "NAME", "hear again", Completion.PERSON, PeopleCommands::unignore),
                CommandTable.of(
                        "mute",
                        "",
                        "[ROOM|@NAME] [8h]",
                        "no bell, no lines from there",
                        Completion.TARGET,
                        PeopleCommands::mute),
                CommandTable.of("unmute", "", "[ROOM|@NAME]", "as before", Completion.TARGET, PeopleCommands::unmute),
                CommandTable.of(
                        "devices", "", "", "what may speak for you", Completion.NOTHING, AccountCommands::devices),
                CommandTable.of(
                        "revoke", "", "N", "a device may no longer", Completion.NOTHING, AccountCommands::revoke),
                CommandTable.of("passwd", "", "", "set your password", Completion.NOTHING, AccountCommands::password),
                CommandTable.of(
                        "prefer",
                        "",
                        "delivered|read|lastseen on|off",
                        "what others are told",
                        Completion.PREFERENCE,
                        AccountCommands::prefer));
    }

    static List<SlashCommand> connection() {
        return List.of(
                CommandTable.of(
                        "servers",
                        "",
                        "[PORT]",
                        "the servers of this network",
                        Completion.NOTHING,
                        LinkCommands::servers),
                CommandTable.of(
                        "doctor",
                        "netcheck",
                        "[HOST[:PORT]]",
                        "why the server cannot be reached",
                        Completion.NOTHING,
                        LinkCommands::doctor),
                CommandTable.of("reconnect", "", "", "try now", Completion.NOTHING, LinkCommands::reconnect),
                CommandTable.of(
                        "disconnect",
                        "",
                        "",
                        "stay offline until /reconnect",
                        Completion.NOTHING,
                        LinkCommands::disconnect),
                CommandTable.of(
                        "admin",
                        "",
                        "LINE",
                        "a line for the operator console",
                        Completion.NOTHING,
                        LinkCommands::admin),
                CommandTable.of(
                        "announce",
                        "",
                        "TEXT",
                        "tell everybody, as an administrator",
                        Completion.NOTHING,
                        LinkCommands::announce),
                CommandTable.of(
                        "clear",
                        "",
                        "",
                        "clear the screen",
                        Completion.NOTHING,
                        (console, text) -> console.clearScreen()),
                CommandTable.of(
                        "quit",
                        "exit",
                        "",
                        "say goodbye and leave",
                        Completion.NOTHING,
                        (console, text) -> console.leave()));
    }

    private static SlashCommand moderation(
            String name, String alias, String arguments, String help, Moderation action) {
        return CommandTable.of(
                name,
                alias,
                arguments,
                help,
                Completion.PERSON,
                OwnerCommands.moderation(action, "/" + name + " " + arguments));
    }

    private static SlashCommand role(String name, String arguments, String help, Role role) {
        return CommandTable.of(
                name, "", arguments, help, Completion.PERSON, OwnerCommands.role(role, "/" + name + " " + arguments));
    }

    private static SlashCommand presence(String name, String arguments, String help, PresenceState state) {
        return CommandTable.of(name, "", arguments, help, Completion.NOTHING, PeopleCommands.presence(state));
    }
}
