package io.heliograph.server.routing;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.Coded;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.Role;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.account.ServerSecret;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.blob.Blobs;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.routing.Entrance.Arrivals;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.ConversationRow;
import io.heliograph.server.store.DeviceRow;
import io.heliograph.server.store.MemberRow;
import io.heliograph.server.store.RoomBanRow;
import io.heliograph.server.store.RoomInviteRow;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoredState;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The relay's rules, put together over what the store holds.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class RelayParts {
    private final Store store;
    private final Directory directory;
    private final Entrance entrance;
    private final AccountDesk accountDesk;
    private final Presences presences;
    private final Rooms rooms;
    private final RoomModes roomModes;
    private final Moderations moderations;
    private final Lists lists;
    private final Posts posts;
    private final Histories histories;
    private final Receipts receipts;
    private final Typings typings;
    private final Retention retention;
    private final StoreWatch storeWatch;
    private final Endings endings;
    private final AccessBook access;
    private final AccountBook accounts;
    private final RoomBook roomBook;
    private final SealedDesk sealedDesk;
    private final FileDesk fileDesk;
    private final AdminDesk adminDesk = new AdminDesk();

    /**
     * Where the rules work.
     *
     * @param crypto for signatures and rooms' passwords
     * @param passwords for Argon2id, which needs much memory: few at once
     * @param blobs used by the work of {@code disk} alone
     * @param disk for files: one piece of work behind the other
     * @param wallMs milliseconds since 1970, for what people see
     * @param startedNs on the clock of all {@code nowNs}
     */
    public record Surroundings(
            Store store,
            Workers crypto,
            Workers passwords,
            PasswordHash passwordHash,
            RandomSource random,
            Blobs blobs,
            Workers disk,
            AuditSink audit,
            InstanceId instance,
            LongSupplier wallMs,
            long startedNs) {}

    public RelayParts(RelayConfig config, ServerSecret secret, StoredState state, Surroundings around) {
        store = around.store();
        directory = new Directory(config, around.instance(), around.wallMs(), around.startedNs());
        restore(state);
        ConversationStates states = new ConversationStates(directory);
        Lockdown lockdown = new Lockdown(state.facts().lockdown());
        Departures departures = new Departures(directory, states);
        presences = new Presences(directory, new SightingLog(directory, store));
        presences.begin(around.startedNs());
        endings = new Endings(directory, presences);
        rooms = new Rooms(directory, store, around.crypto(), states, departures, lockdown);
        roomModes = new RoomModes(directory, store, around.crypto(), around.random(), states);
        moderations = new Moderations(directory, store, states, departures);
        lists = new Lists(directory);
        posts = new Posts(directory, new PostLedger(directory, store, states));
        histories = new Histories(directory, store);
        receipts = new Receipts(directory, store);
        typings = new Typings(directory);
        storeWatch = new StoreWatch(directory, store);
        CardNews cardNews = new CardNews(directory);
        access = new AccessBook(directory, endings, cardNews, lockdown, secret, state);
        accounts = new AccountBook(directory, around, endings, presences, cardNews);
        sealedDesk = new SealedDesk(directory, around, cardNews, access);
        fileDesk = new FileDesk(directory, around, state.files());
        endings.tell(sealedDesk.mailboxes()::forget);
        endings.tell(fileDesk::forget);
        retention = new Retention(directory, store, List.of(sealedDesk.mailboxes()::expire, fileDesk.book()::expire));
        roomBook = new RoomBook(directory, store, states, departures);
        LoginThrottle throttle = new LoginThrottle(directory);
        Registrar registrar = new Registrar(directory, store, access, accounts, around.audit());
        Admission admission = new Admission(directory, access, accounts, registrar);
        Arrivals arrivals = new Arrivals(states, rooms, presences, endings, sealedDesk.mailboxes());
        entrance = new Entrance(directory, around, admission, access, throttle, arrivals);
        accountDesk = new AccountDesk(directory, around, accounts, presences, throttle);
    }

    private void restore(StoredState state) {
        for (AccountRow row : state.accounts()) {
            directory.accounts().add(new Account(row));
        }
        for (DeviceRow device : state.devices()) {
            Account account = directory.accounts().find(device.account());
            if (account != null) {
                account.putDevice(device);
            }
        }
        for (ConversationRow row : state.conversations()) {
            restore(row);
        }
        state.rollCounts().forEach((id, count) -> {
            Conversation room = directory.conversations().find(id);
            if (room != null) {
                room.setRollCount(count);
            }
        });
        for (MemberRow row : state.members()) {
            restore(row);
        }
        for (RoomBanRow ban : state.roomBans()) {
            Conversation room = directory.conversations().find(ban.conversation());
            if (room != null) {
                room.putBan(ban);
            }
        }
        for (RoomInviteRow invite : state.roomInvites()) {
            Conversation room = directory.conversations().find(invite.conversation());
            if (room != null) {
                room.putInvite(invite);
            }
        }
    }

    private void restore(ConversationRow row) {
        ConversationKind kind = Coded.ofCode(ConversationKind.class, row.kind());
        if (kind == null) {
            throw new IllegalStateException("conversation " + row.id() + " is of unknown kind " + row.kind());
        }
        Conversation conversation = new Conversation(
                row.id(), kind, row.name(), row.skeleton(), row.settings(), directory.newWindow(row.nextSeq()));
        conversation.setPins(row.pins());
        conversation.setLastActivityMs(row.lastActivityMs());
        directory.conversations().add(conversation);
    }

    private void restore(MemberRow row) {
        Conversation conversation = directory.conversations().find(row.conversation());
        Account account = directory.accounts().find(row.account());
        Role role = Coded.ofCode(Role.class, row.role());
        if (conversation != null && account != null) {
            Member member =
                    new Member(account, role == null ? Role.READ_ONLY : role, row.mutedUntilMs(), row.joinedMs());
            member.advance(row.deliveredSeq(), row.readSeq());
            conversation.putMember(member);
            directory.conversations().onJoined(conversation, account);
        }
    }

    Directory directory() {
        return directory;
    }

    Entrance entrance() {
        return entrance;
    }

    AccountDesk accountDesk() {
        return accountDesk;
    }

    Presences presences() {
        return presences;
    }

    Rooms rooms() {
        return rooms;
    }

    RoomModes roomModes() {
        return roomModes;
    }

    Moderations moderations() {
        return moderations;
    }

    Lists lists() {
        return lists;
    }

    Posts posts() {
        return posts;
    }

    Histories histories() {
        return histories;
    }

    Receipts receipts() {
        return receipts;
    }

    Typings typings() {
        return typings;
    }

    StoreWatch storeWatch() {
        return storeWatch;
    }

    Retention retention() {
        return retention;
    }

    Endings endings() {
        return endings;
    }

    AccessBook access() {
        return access;
    }

    AccountBook accounts() {
        return accounts;
    }

    Change change(Consumer<String> refused) {
        return new Change() {
            @Override
            public <T> void commit(Store.Work<T> work, Store.OnLoop<T> done) {
                store.write(work, done, (fault, nowNs) -> refused.accept(Decision.textOf(fault)));
            }
        };
    }

    SealedDesk sealedDesk() {
        return sealedDesk;
    }

    FileDesk fileDesk() {
        return fileDesk;
    }

    RoomBook roomBook() {
        return roomBook;
    }

    AdminDesk adminDesk() {
        return adminDesk;
    }
}
