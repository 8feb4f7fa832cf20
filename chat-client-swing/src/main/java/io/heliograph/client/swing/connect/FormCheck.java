package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.invite.InviteLink;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks for, or which field of it is wrong and why.
 *
 * @param request null if something is wrong
 */
record FormCheck(@Nullable EntryRequest request, FormField field, String line) {
    private static final String INVITE = "heliograph:";

    static FormCheck of(ConnectForm form, Words words, Given given) {
        String server = form.server().strip();
        InviteLink invite = null;
        if (server.regionMatches(true, 0, INVITE, 0, INVITE.length())) {
            try {
                invite = InviteLink.parse(server);
            } catch (IllegalArgumentException e) {
                return wrong(FormField.SERVER, words.get("connect.badInvite"));
            }
        }
        ServerName name = invite == null ? ServerName.parse(server) : new ServerName(invite.host(), invite.port());
        if (name == null) {
            return wrong(FormField.SERVER, words.get(server.isEmpty() ? "connect.noServer" : "connect.badServer"));
        }
        String user = NameRules.normalise(form.name().strip());
        String whyNot = user.isEmpty() ? words.get("connect.noName") : NameRules.whyNotAName(user);
        if (whyNot != null) {
            return wrong(FormField.NAME, SafeText.line(whyNot));
        }
        if (isTooLong(form.password()) || isTooLong(form.serverPassword())) {
            return wrong(FormField.PASSWORD, words.get("connect.longPassword", Bounds.MAX_PASSWORD_BYTES));
        }
        return of(form, words, given, new Who(name, user, invite));
    }

    /** What is meant, so far as it is well formed. */
    private record Who(
            ServerName server, String user, @Nullable InviteLink invite) {}

    private static FormCheck of(ConnectForm form, Words words, Given given, Who who) {
        EntryRequest.Import identity = null;
        String file = form.identityFile().strip();
        try {
            if (!file.isEmpty()) {
                identity = new EntryRequest.Import(Path.of(file), form.identityPassphrase());
            }
        } catch (InvalidPathException e) {
            return wrong(FormField.IDENTITY, words.get("connect.identity.unreadable", SafeText.line(file)));
        }
        if (identity != null && identity.passphrase().isEmpty()) {
            return wrong(FormField.IDENTITY_PASSPHRASE, words.get("connect.identity.passphrase"));
        }
        InviteLink invite = who.invite();
        Given here = given.forServer(who.server());
        String invited = invite == null ? null : invite.fingerprint().toString();
        EntryRequest request = new EntryRequest(
                who.server(),
                who.user(),
                invited,
                here.trust(),
                secrets(form, here, invite),
                form.register() || here.credentials().register(),
                given.rooms(),
                identity);
        return new FormCheck(request, FormField.NONE, "");
    }

    /** What stands in the form goes first. */
    private static EntryRequest.Secrets secrets(ConnectForm form, Given given, @Nullable InviteLink invite) {
        ClientMessage.Secrets start = given.credentials().secrets();
        return new EntryRequest.Secrets(
                form.password().isEmpty() ? start.password() : form.password(),
                form.serverPassword().isEmpty() ? start.serverPassword() : form.serverPassword(),
                invite == null ? start.inviteToken() : invite.token(),
                start.adminToken(),
                form.passphrase().isEmpty() ? given.passphrase() : form.passphrase());
    }

    private static FormCheck wrong(FormField field, String line) {
        return new FormCheck(null, field, line);
    }

    private static boolean isTooLong(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_PASSWORD_BYTES;
    }
}
