package io.heliograph.client.core.session;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Secrets;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.Set;

/**
 * What this client says of its user to be let in (protocol.md 7.1), and what it learns from a refusal.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class LoginForm {
    private static final Set<String> PASSWORD_HELPS =
            Set.of(RefusalCode.LOGIN_FAILED, RefusalCode.WRONG_PASSWORD, RefusalCode.NAME_TAKEN);

    private final SessionConfig config;
    private Secrets secrets;
    private String refusal = "";

    LoginForm(SessionConfig config) {
        this.config = config;
        this.secrets = config.credentials().secrets();
    }

    /** {@code proof} is bound to the connection on which this is sent. */
    Bytes login(DeviceProof proof) {
        return MessageCodec.encode(new ClientMessage.Login(
                config.user(),
                proof.device(),
                proof.proof(),
                secrets,
                config.credentials().register(),
                config.deviceName(),
                config.clientVersion()));
    }

    void onWelcome(ServerMessage.Welcome welcome) {
        if (welcome.admin()) {
            // The token works once, and has worked.
            secrets = new Secrets(secrets.serverPassword(), secrets.password(), secrets.inviteToken(), "");
        }
    }

    /** True if a password might change the server's mind. */
    boolean onRefused(String code) {
        refusal = code;
        return PASSWORD_HELPS.contains(code);
    }

    /** The server's or the account's: the last refusal tells which is wrong. */
    void takePassword(String password) {
        boolean servers = refusal.equals(RefusalCode.WRONG_PASSWORD);
        secrets = new Secrets(
                servers ? password : secrets.serverPassword(),
                servers ? secrets.password() : password,
                secrets.inviteToken(),
                secrets.adminToken());
    }
}
