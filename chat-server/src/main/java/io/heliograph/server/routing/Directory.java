package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Appended;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.AccountRegistry;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.ConversationRegistry;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.log.MessageLog;
import io.heliograph.server.session.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What the relay knows at this moment: sessions, accounts, conversations, and who is connected as whom.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Directory {
    private final InstanceId instance;
    private final LongSupplier wallMs;
    private final long startedNs;
    private final AccountRegistry accounts = new AccountRegistry();
    private final ConversationRegistry conversations = new ConversationRegistry();
    private final Set<Session> sessions = new LinkedHashSet<>();
    private final Map<Long, List<Session>> sessionsByAccount = new LinkedHashMap<>();
    private RelayConfig config;

    Directory(RelayConfig config, InstanceId instance, LongSupplier wallMs, long startedNs) {
        this.config = config;
        this.instance = instance;
        this.wallMs = wallMs;
        this.startedNs = startedNs;
    }

    /** The one in force; asked for each time, since it may be replaced. */
    public RelayConfig config() {
        return config;
    }

    void setConfig(RelayConfig changed) {
        config = changed;
    }

    public InstanceId instance() {
        return instance;
    }

    /** What the wall clock says; it may jump, and is for people and for what ends on a date. */
    public long nowMs() {
        return wallMs.getAsLong();
    }

    public long startedNs() {
        return startedNs;
    }

    public AccountRegistry accounts() {
        return accounts;
    }

    public ConversationRegistry conversations() {
        return conversations;
    }

    // Sessions

    /** Logged in or not. */
    public Collection<Session> sessions() {
        return Collections.unmodifiableSet(sessions);
    }

    /** Of one account, oldest first; empty if it is not connected. */
    public List<Session> sessionsOf(Account account) {
        return sessionsByAccount.getOrDefault(account.id(), List.of());
    }

    public int connectedAccountCount() {
        return sessionsByAccount.size();
    }

    /** Sessions that have logged in. */
    public List<Session> loggedInSessions() {
        List<Session> all = new ArrayList<>();
        sessionsByAccount.values().forEach(all::addAll);
        return all;
    }

    void add(Session session) {
        sessions.add(session);
    }

    /** The session speaks for {@code account} from now on. */
    void bind(Account account, Session session) {
        List<Session> own = new ArrayList<>(sessionsOf(account));
        own.add(session);
        sessionsByAccount.put(account.id(), List.copyOf(own));
    }

    /** Forgets the session. */
    void remove(Session session) {
        sessions.remove(session);
        Account account = session.account();
        if (account != null) {
            List<Session> rest = new ArrayList<>(sessionsOf(account));
            rest.remove(session);
            if (rest.isEmpty()) {
                sessionsByAccount.remove(account.id());
            } else {
                sessionsByAccount.put(account.id(), List.copyOf(rest));
            }
        }
    }

    // Telling

    /** The window of a conversation whose next entry is {@code nextSeq}, as large as the server keeps them. */
    MessageLog newWindow(long nextSeq) {
        RelayConfig.Keeping keeping = config.keeping();
        return new MessageLog(keeping.windowEntries(), keeping.windowBytes(), nextSeq);
    }

    /** Tells everybody who is logged in. */
    public void sendToAll(ServerMessage message) {
        loggedInSessions().forEach(session -> session.send(message));
    }

    void sendTo(Account account, ServerMessage message) {
        sessionsOf(account).forEach(session -> session.send(message));
    }

    /** Appends to the conversation's window and passes it on to the members who are up to date. */
    void publish(Conversation conversation, long originSession, Entry entry) {
        MessageLog log = conversation.log();
        if (entry.seq() != log.nextSeq()) {
            throw new IllegalStateException("entry " + entry.seq() + " behind " + (log.nextSeq() - 1));
        }
        Bytes encoded = MessageCodec.encode(new Appended(conversation.id(), entry));
        log.append(new MessageLog.Entry(originSession, encoded));
        for (Member member : conversation.members()) {
            for (Session session : sessionsOf(member.account())) {
                session.onAppended(log);
            }
        }
    }
}
