package io.heliograph.common.codec;

import static io.heliograph.common.codec.Elements.name;
import static io.heliograph.common.codec.Elements.number;
import static io.heliograph.common.codec.Elements.request;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.EndToEndMessage.AddressedBox;
import io.heliograph.common.message.EndToEndMessage.AppendRoll;
import io.heliograph.common.message.EndToEndMessage.Cards;
import io.heliograph.common.message.EndToEndMessage.GetDirectory;
import io.heliograph.common.message.EndToEndMessage.Publish;
import io.heliograph.common.message.EndToEndMessage.PutDirectory;
import io.heliograph.common.message.EndToEndMessage.ReadRoll;
import io.heliograph.common.message.EndToEndMessage.SendBoxes;
import io.heliograph.common.message.EndToEndMessage.Taken;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Box;
import io.heliograph.common.message.ServerMessage.CardChanged;
import io.heliograph.common.message.ServerMessage.CardList;
import io.heliograph.common.message.ServerMessage.DirectoryTold;
import io.heliograph.common.message.ServerMessage.RollPage;
import io.heliograph.common.message.ServerMessage.Rolled;
import java.io.IOException;
import java.util.List;

/** The messages about keys, boxes and rolls: codes 20 to 27 and 55 to 60 of protocol.md 6. */
final class EndToEndCodec {
    static final List<MessageFormat<ClientMessage, ?>> FROM_CLIENTS = List.of(
            new MessageFormat<>(
                    20,
                    Publish.class,
                    3,
                    (out, m) -> out.uint(m.request()).octets(m.prekey()).octets(m.list()),
                    in -> new Publish(request(in), in.octets(), in.octets())),
            new MessageFormat<>(
                    21,
                    Cards.class,
                    3,
                    (out, m) -> out.uint(m.request()).text(m.to()).text(m.after()),
                    in -> new Cards(request(in), in.text(), in.text())),
            new MessageFormat<>(
                    22,
                    SendBoxes.class,
                    2,
                    (out, m) -> Elements.list(out.uint(m.request()), m.boxes(), EndToEndCodec::writeBox),
                    in -> new SendBoxes(request(in), Elements.list(in, Bounds.MAX_BOXES, EndToEndCodec::readBox))),
            new MessageFormat<>(23, Taken.class, 1, (out, m) -> out.uint(m.number()), in -> new Taken(number(in))),
            new MessageFormat<>(
                    24,
                    AppendRoll.class,
                    4,
                    (out, m) -> out.uint(m.request())
                            .uint(m.conversation())
                            .uint(m.index())
                            .octets(m.entry()),
                    in -> new AppendRoll(request(in), number(in), number(in), in.octets())),
            new MessageFormat<>(
                    25,
                    ReadRoll.class,
                    3,
                    (out, m) -> out.uint(m.request()).uint(m.conversation()).uint(m.afterIndex()),
                    in -> new ReadRoll(request(in), number(in), number(in))),
            new MessageFormat<>(
                    26, GetDirectory.class, 1, (out, m) -> out.uint(m.request()), in -> new GetDirectory(request(in))),
            new MessageFormat<>(
                    27,
                    PutDirectory.class,
                    2,
                    (out, m) -> out.uint(m.request()).octets(m.directory()),
                    in -> new PutDirectory(request(in), in.octets())));

    static final List<MessageFormat<ServerMessage, ?>> FROM_SERVER = List.of(
            new MessageFormat<>(
                    55,
                    CardList.class,
                    3,
                    (out, m) ->
                            Elements.list(out.uint(m.request()).bool(m.more()), m.cards(), ListElementCodec::writeCard),
                    in -> new CardList(
                            request(in),
                            in.bool(),
                            Elements.list(in, Bounds.MAX_LIST_ENTRIES, ListElementCodec::readCard))),
            new MessageFormat<>(
                    56, CardChanged.class, 1, (out, m) -> out.text(m.name()), in -> new CardChanged(name(in))),
            new MessageFormat<>(
                    57,
                    Box.class,
                    4,
                    (out, m) -> out.uint(m.number())
                            .text(m.from())
                            .octets(m.device())
                            .octets(m.box()),
                    in -> new Box(
                            number(in), name(in), ListElementCodec.readKey(in), in.octets(1, Bounds.MAX_BOX_BYTES))),
            new MessageFormat<>(58, RollPage.class, 5, EndToEndCodec::writeRollPage, EndToEndCodec::readRollPage),
            new MessageFormat<>(
                    59,
                    Rolled.class,
                    3,
                    (out, m) -> out.uint(m.conversation()).uint(m.index()).octets(m.entry()),
                    in -> new Rolled(number(in), number(in), in.octets(1, Bounds.MAX_ROLL_ENTRY_BYTES))),
            new MessageFormat<>(
                    60,
                    DirectoryTold.class,
                    2,
                    (out, m) -> out.uint(m.request()).octets(m.directory()),
                    in -> new DirectoryTold(request(in), in.octets(0, Bounds.MAX_DIRECTORY_BYTES))));

    private EndToEndCodec() {}

    private static void writeBox(CborWriter out, AddressedBox box) throws IOException {
        out.begin(2).octets(box.device()).octets(box.box()).end();
    }

    private static AddressedBox readBox(CborReader in) throws MalformedException {
        in.beginArray();
        AddressedBox box = new AddressedBox(in.octets(), in.octets());
        in.endArray();
        return box;
    }

    private static void writeRollPage(CborWriter out, RollPage m) throws IOException {
        out.uint(m.request()).uint(m.conversation()).bool(m.more()).uint(m.firstIndex());
        Elements.list(out, m.entries(), CborWriter::octets);
    }

    private static RollPage readRollPage(CborReader in) throws MalformedException {
        return new RollPage(
                request(in),
                number(in),
                in.bool(),
                number(in),
                Elements.list(in, Bounds.MAX_LIST_ENTRIES, each -> each.octets(1, Bounds.MAX_ROLL_ENTRY_BYTES)));
    }
}
