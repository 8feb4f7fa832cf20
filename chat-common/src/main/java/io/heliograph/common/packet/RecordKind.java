package io.heliograph.common.packet;

/** What a sealed record is for (protocol.md 4.1). */
public enum RecordKind {
    DATA(1),
    ACK(2),
    CLOSE(3);

    private final int code;

    RecordKind(int code) {
        this.code = code;
    }

    /** The octet that stands for this kind in what the tag covers. */
    public int code() {
        return code;
    }

    /** The packet's {@code type} member. Written out, so that renaming a constant cannot change the wire. */
    public String typeName() {
        return switch (this) {
            case DATA -> "DATA";
            case ACK -> "ACK";
            case CLOSE -> "CLOSE";
        };
    }
}
