package io.heliograph.server.routing;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.session.SessionLink;
import java.util.ArrayList;
import java.util.List;

/** A client's end that keeps what it was sent. */
final class FakeLink implements SessionLink {
    static final Bytes EXPORTER = Bytes.copyOf(new byte[32]);

    final List<ServerMessage> chat = new ArrayList<>();
    final List<ServerMessage> news = new ArrayList<>();
    final List<ServerMessage> datagrams = new ArrayList<>();
    int closeCode = -1;
    String closeReason = "";
    long queuedBytes;
    long queuedAnswerBytes;
    long queuedFileBytes;
    /** True: what is sent of files stays queued until a test takes it away. */
    boolean countsFiles;

    long heardNs;
    private final PeerAddress address;

    FakeLink(Bytes ip, int port) {
        address = new PeerAddress(ip, port);
    }

    @Override
    public void send(int lane, Bytes message) {
        if (lane == FILE_LANE && countsFiles) {
            queuedFileBytes += message.length();
        }
        (lane == NEWS_LANE ? news : chat).add(decode(message));
    }

    @Override
    public void sendDatagram(Bytes message) {
        datagrams.add(decode(message));
    }

    @Override
    public long queuedBytes() {
        return queuedBytes;
    }

    @Override
    public long queuedAnswerBytes() {
        return queuedAnswerBytes;
    }

    @Override
    public long queuedNewsBytes() {
        return 0;
    }

    @Override
    public long queuedFileBytes() {
        return queuedFileBytes;
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
        closeReason = reason;
    }

    @Override
    public PeerAddress address() {
        return address;
    }

    @Override
    public Bytes exporter() {
        return EXPORTER;
    }

    @Override
    public long silentForNs(long nowNs) {
        return nowNs - heardNs;
    }

    @Override
    public long roundTripUs() {
        return 0;
    }

    <T extends ServerMessage> List<T> chatOf(Class<T> type) {
        return chat.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends ServerMessage> T lastChat(Class<T> type) {
        List<T> found = chatOf(type);
        if (found.isEmpty()) {
            throw new AssertionError("no " + type.getSimpleName() + " among " + chat);
        }
        return found.get(found.size() - 1);
    }

    private static ServerMessage decode(Bytes message) {
        try {
            ServerMessage decoded = MessageCodec.decodeServer(message);
            if (decoded == null) {
                throw new AssertionError("a message of an unknown code");
            }
            return decoded;
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
