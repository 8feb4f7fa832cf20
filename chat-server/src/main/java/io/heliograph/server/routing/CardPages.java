package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.EndToEndMessage.Cards;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage.CardList;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.Bans;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.AccessTable.BanRow;
import io.heliograph.server.store.DeviceRow;
import io.heliograph.server.store.KeyTable.ListRow;
import io.heliograph.server.store.KeyTable.PrekeyRow;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The cards of a room's members, or of one account (protocol.md 13.2). Who is disabled or banned is shown without
 * prekeys: nobody seals anything for those who cannot come in.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class CardPages {
    private static final int MAX_PAGE_BYTES = 40 * 1024;

    private final Directory directory;
    private final Store store;
    private final Bans bans;

    CardPages(Directory directory, Store store, Bans bans) {
        this.directory = directory;
        this.store = store;
        this.bans = bans;
    }

    /** One card that is asked for; {@code devices}: whose prekeys may be shown. */
    private record Wanted(long account, String name, Set<Bytes> devices) {}

    void onCards(Session session, Account account, Cards asked) {
        if (asked.to().startsWith("#")) {
            ofRoom(session, account, asked);
        } else if (asked.to().startsWith("@")) {
            Account found = directory.accounts().find(asked.to().substring(1));
            if (found == null) {
                String text = "Nobody here is called " + asked.to().substring(1) + ".";
                session.send(new Refused(asked.request(), RefusalCode.NO_SUCH_USER, text));
            } else {
                send(session, asked.request(), List.of(found));
            }
        } else {
            session.send(new Refused(asked.request(), RefusalCode.BAD_VALUE, "A target is #room or @name."));
        }
    }

    private void ofRoom(Session session, Account account, Cards asked) {
        Conversation room = directory.conversations().findRoom(asked.to());
        boolean member = room != null && room.hasMember(account);
        boolean secret = room != null && room.access() == RoomAccess.HIDDEN && room.inviteOf(account) == null;
        if (room == null || (!member && secret)) {
            String text = "There is no room " + asked.to() + ".";
            session.send(new Refused(asked.request(), RefusalCode.NO_SUCH_ROOM, text));
        } else if (!member) {
            session.send(new Refused(asked.request(), RefusalCode.NOT_A_MEMBER, "You are not in " + room.name() + "."));
        } else {
            List<Account> behind = room.members().stream()
                    .map(Member::account)
                    .filter(each -> each.name().compareTo(asked.after()) > 0)
                    .sorted(Comparator.comparing(Account::name))
                    .limit(Bounds.MAX_LIST_ENTRIES + 1L)
                    .toList();
            send(session, asked.request(), behind);
        }
    }

    private void send(Session session, int request, List<Account> accounts) {
        List<Wanted> wanted = accounts.stream().map(this::wantedOf).toList();
        Pages.read(store, session, request, tables -> page(tables, request, wanted));
    }

    private Wanted wantedOf(Account account) {
        Set<Bytes> devices = new HashSet<>();
        if (!account.isDisabled() && !isBanned(Bans.ACCOUNT, account.skeleton())) {
            for (DeviceRow device : account.devices()) {
                if (!isBanned(Bans.DEVICE, device.key().toHex())) {
                    devices.add(device.key());
                }
            }
        }
        return new Wanted(account.id(), account.name(), devices);
    }

    private boolean isBanned(String kind, String subject) {
        BanRow ban = bans.find(kind, subject);
        return ban != null && !Bans.isOver(ban, directory.nowMs());
    }

    private static Bytes page(Tables tables, int request, List<Wanted> wanted) {
        List<CardEntry> page = new ArrayList<>();
        long bytes = 0;
        for (Wanted each : wanted) {
            CardEntry card = cardOf(tables, each);
            bytes += sizeOf(card);
            if (page.size() == Bounds.MAX_LIST_ENTRIES || (!page.isEmpty() && bytes > MAX_PAGE_BYTES)) {
                break;
            }
            page.add(card);
        }
        return MessageCodec.encode(new CardList(request, page.size() < wanted.size(), page));
    }

    private static CardEntry cardOf(Tables tables, Wanted wanted) {
        ListRow list = tables.keys().list(wanted.account());
        List<Bytes> prekeys = tables.keys().prekeys(wanted.account()).stream()
                .filter(prekey -> wanted.devices().contains(prekey.device()))
                .limit(Bounds.MAX_DEVICES)
                .map(PrekeyRow::octets)
                .toList();
        return new CardEntry(wanted.name(), list == null ? Bytes.EMPTY : list.octets(), prekeys);
    }

    private static long sizeOf(CardEntry card) {
        long bytes = (long) Bounds.MAX_NAME_BYTES + card.list().length();
        for (Bytes prekey : card.prekeys()) {
            bytes += prekey.length() + 3L;
        }
        return bytes;
    }
}
