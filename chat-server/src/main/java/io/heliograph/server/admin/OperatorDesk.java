package io.heliograph.server.admin;

import io.heliograph.server.account.Account;
import io.heliograph.server.admin.Command.Noted;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.routing.OperatorCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds the command of an operator's line, has it carried out, and takes down what has changed.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class OperatorDesk implements OperatorCommands {
    private static final int MAX_COMPLETIONS = 100;

    private final CommandContext around;
    private final CommandTable table = new CommandTable();

    public OperatorDesk(CommandContext around) {
        this.around = around;
        new AccountCommands(around).addTo(table);
        new BanCommands(around).addTo(table);
        new RoomCommands(around).addTo(table);
        new FileCommands(around).addTo(table);
        new AccessCommands(around).addTo(table);
        new MachineCommands(around).addTo(table);
        new DoctorCommand(around).addTo(table);
        table.look("help [COMMAND]", "the commands, or one of them", Target.COMMAND, this::help);
    }

    @Override
    public void execute(String line, String actor, Consumer<Result> answer) {
        CommandTable.Found found = table.find(line);
        if (found == null) {
            answer.accept(Result.error(whyNotFound(line)));
            return;
        }
        Command command = found.command();
        String given = found.arguments().all();
        Order order = new Order(command, actor, found.arguments(), result -> {
            if (result.ok() && command.noted() != Noted.NOT) {
                note(command, actor, given);
            }
            answer.accept(result);
        });
        command.action().accept(order);
    }

    private String whyNotFound(String line) {
        String word = new Arguments(line).peek();
        List<Command> family = table.family(word.toLowerCase(Locale.ROOT));
        return family.isEmpty()
                ? "Unknown command \"" + word + "\": try help."
                : "There are: "
                        + String.join(", ", family.stream().map(Command::usage).toList()) + ".";
    }

    private void note(Command command, String actor, String arguments) {
        boolean whole = command.noted() == Noted.WHOLE;
        String subject = whole ? new Arguments(arguments).peek() : "";
        Map<String, String> details = whole && !arguments.isEmpty() ? Map.of("arguments", arguments) : Map.of();
        around.audit().record("operator." + command.name().replace(' ', '.'), actor, subject, details);
    }

    private void help(Order order) {
        String word = order.arguments().rest().toLowerCase(Locale.ROOT);
        List<Command> shown = word.isEmpty() ? List.copyOf(table.all()) : table.family(word);
        if (shown.isEmpty()) {
            order.error("There is no command \"" + word + "\": try help.");
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Command command : shown) {
            lines.add(String.format(Locale.ROOT, "%-38s %s", command.usage(), command.purpose()));
        }
        order.answer(new Result(true, lines));
    }

    // Completion

    @Override
    public List<String> complete(String line) {
        int lastBegins = line.lastIndexOf(' ') + 1;
        String start = line.substring(lastBegins);
        String before = String.join(" ", line.substring(0, lastBegins).strip().split("\\s+"))
                .toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>(table.nextWords(before, start.toLowerCase(Locale.ROOT)));
        for (Command command : table.all()) {
            if (command.name().equals(before)) {
                words.addAll(targets(command.target(), start));
            }
        }
        return words.stream().distinct().limit(MAX_COMPLETIONS).toList();
    }

    private List<String> targets(Target target, String start) {
        List<String> all =
                switch (target) {
                    case NOTHING -> List.of();
                    case ACCOUNT ->
                        around.relay().directory().accounts().all().stream()
                                .map(Account::name)
                                .toList();
                    case ROOM ->
                        around.relay().directory().conversations().roomsAfter("").stream()
                                .map(Conversation::name)
                                .toList();
                    case COMMAND -> table.nextWords("", "");
                    case LOG_LEVEL -> MachineCommands.LOG_LEVELS;
                    case LOCKDOWN_LEVEL -> List.of("0", "1", "2", "3");
                };
        String folded = start.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(folded))
                .sorted()
                .limit(MAX_COMPLETIONS)
                .toList();
    }
}
