package io.heliograph.common.codec;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MemberChange;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.AdminResult;
import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.common.message.ServerMessage.Direct;
import io.heliograph.common.message.ServerMessage.Gap;
import io.heliograph.common.message.ServerMessage.Joined;
import io.heliograph.common.message.ServerMessage.Left;
import io.heliograph.common.message.ServerMessage.Member;
import io.heliograph.common.message.ServerMessage.Message;
import io.heliograph.common.message.ServerMessage.Posted;
import io.heliograph.common.message.ServerMessage.Presence;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.message.ServerMessage.Typing;
import io.heliograph.common.message.ServerMessage.Users;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.message.UserPresence;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the table "From the server" in protocol.md 6. */
final class ServerMessageCodec {
    private static final int WELCOME = 32;
    private static final int REFUSED = 33;
    private static final int JOINED = 34;
    private static final int LEFT = 35;
    private static final int MESSAGE = 36;
    private static final int MEMBER = 37;
    private static final int DIRECT = 38;
    private static final int POSTED = 39;
    private static final int REJECTED = 40;
    private static final int USERS = 41;
    private static final int PRESENCE = 42;
    private static final int TYPING = 43;
    private static final int ANNOUNCE = 44;
    private static final int ADMIN_RESULT = 45;
    private static final int GAP = 46;

    private ServerMessageCodec() {}

    static Bytes encode(ServerMessage message) {
        if (message instanceof Message m) {
            return CborWriter.array(7, out -> out.uint(MESSAGE)
                    .text(m.room())
                    .uint(m.seq())
                    .octets(m.id().octets())
                    .text(m.from())
                    .uint(m.timeMs())
                    .octets(m.body()));
        } else if (message instanceof Posted m) {
            return CborWriter.array(4, out -> out.uint(POSTED)
                    .octets(m.id().octets())
                    .uint(m.seq())
                    .uint(m.timeMs()));
        } else if (message instanceof Direct m) {
            return CborWriter.array(6, out -> out.uint(DIRECT)
                    .uint(m.seq())
                    .octets(m.id().octets())
                    .text(m.from())
                    .uint(m.timeMs())
                    .octets(m.body()));
        } else if (message instanceof Rejected m) {
            return CborWriter.array(5, out -> out.uint(REJECTED)
                    .octets(m.id().octets())
                    .text(m.code())
                    .text(m.text())
                    .uint(m.retryMs()));
        }
        return encodeAboutPeople(message);
    }

    private static Bytes encodeAboutPeople(ServerMessage message) {
        if (message instanceof Member m) {
            return CborWriter.array(6, out -> out.uint(MEMBER)
                    .text(m.room())
                    .uint(m.seq())
                    .text(m.name())
                    .uint(m.change().code())
                    .text(m.reason()));
        } else if (message instanceof Users m) {
            return CborWriter.array(3, out -> writeUsers(out.uint(USERS).bool(m.more()), m.users()));
        } else if (message instanceof Presence m) {
            return CborWriter.array(3, out -> out.uint(PRESENCE)
                    .text(m.user().name())
                    .uint(m.user().state().code()));
        } else if (message instanceof Typing m) {
            return CborWriter.array(3, out -> out.uint(TYPING).text(m.from()).text(m.to()));
        } else if (message instanceof Announce m) {
            return CborWriter.array(3, out -> out.uint(ANNOUNCE).text(m.text()).uint(m.timeMs()));
        }
        return encodeAnswer(message);
    }

    private static Bytes encodeAnswer(ServerMessage message) {
        if (message instanceof Welcome m) {
            return CborWriter.array(8, out -> out.uint(WELCOME)
                    .text(m.name())
                    .octets(m.instance().octets())
                    .text(m.serverName())
                    .uint(m.timeMs())
                    .bool(m.admin())
                    .text(m.serverVersion())
                    .uint(m.maxBodyBytes()));
        } else if (message instanceof Refused m) {
            return CborWriter.array(
                    4, out -> out.uint(REFUSED).uint(m.request()).text(m.code()).text(m.text()));
        } else if (message instanceof Joined m) {
            return CborWriter.array(
                    6,
                    out -> writeTexts(
                            out.uint(JOINED)
                                    .uint(m.request())
                                    .text(m.room())
                                    .octets(m.instance().octets())
                                    .uint(m.nextSeq()),
                            m.members()));
        } else if (message instanceof Left m) {
            return CborWriter.array(3, out -> out.uint(LEFT).uint(m.request()).text(m.room()));
        } else if (message instanceof AdminResult m) {
            return CborWriter.array(
                    4,
                    out -> writeTexts(out.uint(ADMIN_RESULT).uint(m.request()).bool(m.ok()), m.lines()));
        } else if (message instanceof Gap m) {
            return CborWriter.array(
                    4, out -> out.uint(GAP).text(m.room()).uint(m.fromSeq()).uint(m.toSeq()));
        }
        throw new AssertionError("unhandled: " + message);
    }

    private static void writeTexts(CborWriter out, List<String> texts) throws IOException {
        out.begin(texts.size());
        for (String text : texts) {
            out.text(text);
        }
        out.end();
    }

    private static void writeUsers(CborWriter out, List<UserPresence> users) throws IOException {
        out.begin(users.size());
        for (UserPresence user : users) {
            out.begin(2).text(user.name()).uint(user.state().code()).end();
        }
        out.end();
    }

    static @Nullable ServerMessage decode(CborReader in) throws MalformedException {
        int code = (int) in.uint(Integer.MAX_VALUE);
        return switch (code) {
            case WELCOME ->
                new Welcome(in.text(), instance(in), in.text(), number(in), in.bool(), in.text(), (int)
                        in.uint(Integer.MAX_VALUE));
            case REFUSED -> new Refused(request(in), in.text(), in.text());
            case JOINED -> new Joined(request(in), in.text(), instance(in), number(in), texts(in, Bounds.MAX_MEMBERS));
            case LEFT -> new Left(request(in), in.text());
            case MESSAGE -> new Message(in.text(), number(in), id(in), in.text(), number(in), in.octets());
            case MEMBER -> new Member(in.text(), number(in), in.text(), change(in), in.text());
            case DIRECT -> new Direct(number(in), id(in), in.text(), number(in), in.octets());
            case POSTED -> new Posted(id(in), number(in), number(in));
            case REJECTED -> new Rejected(id(in), in.text(), in.text(), number(in));
            case USERS -> new Users(in.bool(), users(in));
            case PRESENCE -> new Presence(new UserPresence(in.text(), state(in)));
            case TYPING -> new Typing(in.text(), in.text());
            case ANNOUNCE -> new Announce(in.text(), number(in));
            case ADMIN_RESULT -> new AdminResult(request(in), in.bool(), texts(in, Bounds.MAX_ADMIN_RESULT_LINES));
            case GAP -> new Gap(in.text(), number(in), number(in));
            default -> null;
        };
    }

    private static int request(CborReader in) throws MalformedException {
        return (int) in.uint(Integer.MAX_VALUE);
    }

    private static long number(CborReader in) throws MalformedException {
        return in.uint(Long.MAX_VALUE);
    }

    private static MessageId id(CborReader in) throws MalformedException {
        return new MessageId(in.octets());
    }

    private static InstanceId instance(CborReader in) throws MalformedException {
        return new InstanceId(in.octets());
    }

    private static MemberChange change(CborReader in) throws MalformedException {
        return in.uint(2) == MemberChange.LEFT.code() ? MemberChange.LEFT : MemberChange.JOINED;
    }

    private static PresenceState state(CborReader in) throws MalformedException {
        long code = in.uint(2);
        return code == 0 ? PresenceState.OFFLINE : code == 1 ? PresenceState.ONLINE : PresenceState.AWAY;
    }

    private static List<String> texts(CborReader in, int maxCount) throws MalformedException {
        List<String> texts = new ArrayList<>();
        in.beginArray();
        while (in.hasMore()) {
            if (texts.size() == maxCount) {
                throw new MalformedException("list too long");
            }
            texts.add(in.text());
        }
        in.endArray();
        return texts;
    }

    private static List<UserPresence> users(CborReader in) throws MalformedException {
        List<UserPresence> users = new ArrayList<>();
        in.beginArray();
        while (in.hasMore()) {
            if (users.size() == Bounds.MAX_USERS_PER_PAGE) {
                throw new MalformedException("list too long");
            }
            in.beginArray();
            users.add(new UserPresence(in.text(), state(in)));
            in.endArray();
        }
        in.endArray();
        return users;
    }
}
