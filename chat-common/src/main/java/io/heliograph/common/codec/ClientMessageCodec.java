package io.heliograph.common.codec;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ClientMessage.Admin;
import io.heliograph.common.message.ClientMessage.Join;
import io.heliograph.common.message.ClientMessage.Leave;
import io.heliograph.common.message.ClientMessage.Login;
import io.heliograph.common.message.ClientMessage.Post;
import io.heliograph.common.message.ClientMessage.Typing;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** The messages of the table "From the client" in protocol.md 6. */
final class ClientMessageCodec {
    private static final int LOGIN = 1;
    private static final int JOIN = 2;
    private static final int LEAVE = 3;
    private static final int POST = 4;
    private static final int TYPING = 5;
    private static final int ADMIN = 6;

    private ClientMessageCodec() {}

    static Bytes encode(ClientMessage message) {
        if (message instanceof Login login) {
            return encodeLogin(login);
        } else if (message instanceof Join join) {
            return CborWriter.array(5, out -> out.uint(JOIN)
                    .uint(join.request())
                    .text(join.room())
                    .octets(join.instance().octets())
                    .uint(join.after()));
        } else if (message instanceof Leave leave) {
            return CborWriter.array(
                    3, out -> out.uint(LEAVE).uint(leave.request()).text(leave.room()));
        } else if (message instanceof Post post) {
            return CborWriter.array(4, out -> out.uint(POST)
                    .octets(post.id().octets())
                    .text(post.to())
                    .octets(post.body()));
        } else if (message instanceof Typing typing) {
            return CborWriter.array(2, out -> out.uint(TYPING).text(typing.to()));
        } else if (message instanceof Admin admin) {
            return CborWriter.array(
                    3, out -> out.uint(ADMIN).uint(admin.request()).text(admin.line()));
        }
        throw new AssertionError("unhandled: " + message);
    }

    static @Nullable ClientMessage decode(CborReader in) throws MalformedException {
        int code = (int) in.uint(Integer.MAX_VALUE);
        return switch (code) {
            case LOGIN -> decodeLogin(in);
            case JOIN -> new Join(request(in), in.text(), new InstanceId(in.octets()), in.uint(Long.MAX_VALUE));
            case LEAVE -> new Leave(request(in), in.text());
            case POST -> new Post(new MessageId(in.octets()), in.text(), in.octets());
            case TYPING -> new Typing(in.text());
            case ADMIN -> new Admin(request(in), in.text());
            default -> null;
        };
    }

    private static int request(CborReader in) throws MalformedException {
        return (int) in.uint(Integer.MAX_VALUE);
    }

    private static Bytes encodeLogin(Login login) {
        return CborWriter.array(9, out -> out.uint(LOGIN)
                .text(login.name())
                .octets(login.device())
                .octets(login.proof())
                .text(login.password())
                .text(login.adminToken())
                .octets(login.instance().octets())
                .uint(login.mailboxAfter())
                .text(login.clientVersion()));
    }

    private static Login decodeLogin(CborReader in) throws MalformedException {
        return new Login(
                in.text(),
                in.octets(),
                in.octets(),
                in.text(),
                in.text(),
                new InstanceId(in.octets()),
                in.uint(Long.MAX_VALUE),
                in.text());
    }
}
