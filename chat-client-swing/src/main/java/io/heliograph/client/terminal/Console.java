package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.netcheck.NetworkCheck;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a slash command acts on. */
interface Console {
    CommandSink client();

    ChatView view();

    /** Where the account is. */
    ServerName server();

    LocalChoices choices();

    /** What guards the profile. */
    ProfileKey key();

    /** What the environment names as the new passphrase; null if it names none. */
    @Nullable
    String newPassphrase();

    /** A person can be asked for a secret. */
    boolean canAsk();

    /** Hides everything until the passphrase is given. */
    void lock();

    /** An answer to the user. */
    void tell(String line);

    /** The user made a mistake: what, and what to do. */
    void complain(String line);

    void clearScreen();

    /** The user wants to leave. */
    void leave();

    /** Has something kept until the server has it; {@code making} is given its id. */
    void post(Function<MessageId, ClientCommand.Posting> making);

    /** Has a file sent or fetched, or gone on with: the transfer is called {@code id}. */
    void transfer(MessageId id, Function<MessageId, ClientCommand.AboutFiles> making);

    /** Shows the last {@code count} messages, with their numbers. */
    void showHistory(Target where, int count);

    /** The members are on their way: what they have of the own message {@code seq} is to be told. */
    void awaitReceipts(Target where, long seq);

    /** Asks for something that nobody may see; null if nobody can be asked. */
    @Nullable
    String askSecret(String question);

    /** Asks the local network; takes two seconds. */
    default List<LanSearch.Found> findServers(int port) throws IOException {
        Bytes id = client().newMessageId().octets();
        return ServerSearch.run(port, Bytes.copyOf(id.asReadOnlyArray(), 0, ServerSearch.NONCE_BYTES));
    }

    /** Looks along the way to {@code server}; takes four seconds. */
    default NetworkReport checkNetwork(ServerName server) {
        return new NetworkCheck(SecureRandoms.system()).run(server);
    }

    /** Shows what somebody has asked for, as an event of the client's. */
    void show(ClientEvent event);

    /** Says {@code text}. */
    default void say(Target to, String text) {
        post(id -> new ClientCommand.Say(id, to, text));
    }
}
