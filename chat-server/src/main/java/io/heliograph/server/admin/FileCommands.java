package io.heliograph.server.admin;

import io.heliograph.common.message.FileMessage;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.routing.FileBook;
import io.heliograph.server.store.FileTable.AccountTotals;
import io.heliograph.server.store.FileTable.FileRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Commands about files. The server knows whose they are and how large, and nothing else.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class FileCommands {
    private final CommandContext around;
    private final FileBook files;

    FileCommands(CommandContext around) {
        this.around = around;
        this.files = around.relay().files();
    }

    void addTo(CommandTable table) {
        table.look("files [NAME]", "how much each user has stored, or the files of one", Target.ACCOUNT, this::files);
        table.change("file delete ID", "takes a file away before its time", Target.NOTHING, this::delete);
    }

    private void files(Order order) {
        if (order.arguments().isEmpty()) {
            files.totals(rows -> order.list(rows.stream().map(this::line).toList(), "user", "users"), order::error);
            return;
        }
        Account account = around.accountOf(order);
        if (account != null) {
            files.of(account, rows -> answer(order, rows), order::error);
        }
    }

    private String line(AccountTotals row) {
        Account account = around.relay().directory().accounts().find(row.account());
        String name = account == null ? "(account " + row.account() + ")" : account.name();
        return name + " files=" + row.totals().count() + " bytes="
                + row.totals().bytes();
    }

    private static void answer(Order order, List<FileRow> rows) {
        List<String> lines = new ArrayList<>();
        for (FileRow row : rows) {
            String progress = row.isComplete() ? "" : " have=" + row.haveBytes();
            lines.add(row.blob().toHex() + " bytes=" + row.bytes() + progress + " begun="
                    + CommandContext.time(row.begunMs()) + " until=" + CommandContext.time(row.expiresMs()));
        }
        order.list(lines, "file", "files");
    }

    private void delete(Order order) {
        String id = order.arguments().rest().toLowerCase(Locale.ROOT);
        if (!id.matches("[0-9a-f]{" + 2 * FileMessage.BLOB_BYTES + "}")) {
            order.error("ID is the number of a file, as files NAME shows it.");
            return;
        }
        files.remove(order.change(around.relay()), Bytes.fromHex(id), found -> {
            if (found) {
                order.ok("The file " + id + " is gone.");
            } else {
                order.error("There is no file " + id + ": see files NAME.");
            }
        });
    }
}
