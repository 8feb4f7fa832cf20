package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;
import java.util.List;

/** What a client says about keys, boxes and rolls (protocol.md 13). The relay passes on what it cannot read. */
public sealed interface EndToEndMessage extends ClientMessage {

    /** A device's prekey, and the device list if this device signs it; {@code list} empty: not this time. */
    record Publish(int request, Bytes prekey, Bytes list) implements EndToEndMessage, ClientMessage.Request {
        public Publish {
            Bounds.requirePositive("request", request);
            Bounds.requireBetween("prekey", prekey, 1, Bounds.MAX_PREKEY_BYTES);
            Bounds.requireBetween("device list", list, 0, Bounds.MAX_DEVICE_LIST_BYTES);
        }
    }

    /** The cards of the members of {@code #room}, by name behind {@code after}; or of one account, {@code @name}. */
    record Cards(int request, String to, String after) implements EndToEndMessage, ClientMessage.Request {
        public Cards {
            Bounds.requirePositive("request", request);
            Bounds.requireAtMost("to", to, Bounds.MAX_ROOM_BYTES);
            Bounds.requireAtMost("after", after, Bounds.MAX_NAME_BYTES);
        }
    }

    /** A sealed box and the device it is for; 1 to {@value Bounds#MAX_BOX_BYTES} bytes. */
    record AddressedBox(Bytes device, Bytes box) {
        public AddressedBox {
            Bounds.requireLength("device", device, DeviceEntry.KEY_BYTES);
            Bounds.requireBetween("box", box, 1, Bounds.MAX_BOX_BYTES);
        }
    }

    /** 1 to {@value Bounds#MAX_BOXES} boxes, to be kept until their devices have taken them. */
    record SendBoxes(int request, List<AddressedBox> boxes) implements EndToEndMessage, ClientMessage.Request {
        public SendBoxes {
            boxes = List.copyOf(boxes);
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("number of boxes", boxes.size());
            Bounds.requireAtMost("number of boxes", boxes.size(), Bounds.MAX_BOXES);
        }
    }

    /** Every box of this device up to {@code number} is safe and may be dropped. Not answered. */
    record Taken(long number) implements EndToEndMessage {
        public Taken {
            Bounds.requireNotNegative("number", number);
        }
    }

    /** Appends to a room's roll; refused unless {@code index} is its next number, from 1. */
    record AppendRoll(int request, long conversation, long index, Bytes entry)
            implements EndToEndMessage, ClientMessage.Request {
        public AppendRoll {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requirePositive("index", index);
            Bounds.requireBetween("roll entry", entry, 1, Bounds.MAX_ROLL_ENTRY_BYTES);
        }
    }

    /** Asks for the entries of a roll behind number {@code afterIndex}; 0 for all. */
    record ReadRoll(int request, long conversation, long afterIndex) implements EndToEndMessage, ClientMessage.Request {
        public ReadRoll {
            Bounds.requirePositive("request", request);
            Bounds.requirePositive("conversation", conversation);
            Bounds.requireNotNegative("after", afterIndex);
        }
    }

    /** Asks for what an administrator has signed of names and account keys. */
    record GetDirectory(int request) implements EndToEndMessage, ClientMessage.Request {
        public GetDirectory {
            Bounds.requirePositive("request", request);
        }
    }

    /** Another directory; from an administrator. */
    record PutDirectory(int request, Bytes directory) implements EndToEndMessage, ClientMessage.Request {
        public PutDirectory {
            Bounds.requirePositive("request", request);
            Bounds.requireBetween("directory", directory, 1, Bounds.MAX_DIRECTORY_BYTES);
        }
    }
}
