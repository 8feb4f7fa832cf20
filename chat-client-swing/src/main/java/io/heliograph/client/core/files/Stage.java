package io.heliograph.client.core.files;

/** What is kept of how far a transfer has come; the numbers stand in profiles and never change their meaning. */
enum Stage {
    /** Goes on by itself. */
    ACTIVE(1),
    PAUSED(2),
    FAILED(3),
    /** Sending: the message is in the outbox. Receiving: the file is in its place. */
    PLACED(4),
    /** The user does not want it any more; the other end, or the disk, is to be told. */
    DROPPED(5);

    private final int number;

    Stage(int number) {
        this.number = number;
    }

    /** The relay may have to say something about it. */
    boolean goesOn() {
        return this == ACTIVE || this == DROPPED;
    }

    int number() {
        return number;
    }

    /** One of a later version waits for the user. */
    static Stage of(int number) {
        for (Stage stage : values()) {
            if (stage.number == number) {
                return stage;
            }
        }
        return PAUSED;
    }
}
