package io.heliograph.common.channel;

/** How a peer broke the protocol behind a right tag: the connection closes with code 3. */
public enum ChannelViolation {
    ACK_OF_UNSENT("acknowledges a record that was never sent"),
    BAD_LANE("names a lane that does not exist"),
    BAD_MESSAGE("sends a message of a length that is not allowed"),
    BAD_FRAGMENT("sends parts of one message that do not fit together"),
    RECEIVE_BOUND("sends more than can be held and not delivered");

    private final String sentence;

    ChannelViolation(String sentence) {
        this.sentence = sentence;
    }

    /** To follow "the peer". */
    public String sentence() {
        return sentence;
    }
}
