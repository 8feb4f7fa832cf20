package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server's answers say to people. */
class AnswersTest {
    private static final long SEQ = 7;

    @Test
    void receiptsNameOnlyThoseOfWhomThereIsSomethingToSay() {
        assertEquals(List.of("read by ben"), receipts(has("ann", 9, 9), has("ben", 7, 7)));
        assertEquals(List.of("delivered to ben, dan"), receipts(has("ben", 7, 6), has("dan", 8, 0)));
        assertEquals(
                List.of("read by ben", "delivered to carol, too", "not yet, or not told: dave"),
                receipts(has("ann", 9, 9), has("ben", 7, 7), has("carol", 7, 3), has("dave", 6, 6)));
    }

    @Test
    void receiptsOfOneWhoIsAloneSaySo() {
        assertEquals(List.of("nobody else is here"), receipts(has("ann", 9, 9)));
    }

    @Test
    void manyNamesAreCounted() {
        assertEquals(
                List.of("read by 6: a, b, c, d, e, f"),
                receipts(
                        has("a", 7, 7),
                        has("b", 7, 7),
                        has("c", 7, 7),
                        has("d", 7, 7),
                        has("e", 7, 7),
                        has("f", 7, 7)));
    }

    private static MemberEntry has(String name, long delivered, long read) {
        return new MemberEntry(name, Role.MEMBER, delivered, read, 0);
    }

    private static List<String> receipts(MemberEntry... members) {
        return Answers.receipts(List.of(members), "ann", SEQ);
    }
}
