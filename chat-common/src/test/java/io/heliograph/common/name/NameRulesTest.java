package io.heliograph.common.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameRulesTest {
    @Test
    void takesNamesOfManyScripts() {
        for (String name : List.of(
                "ann", "O'Neil", "J\u00fcrgen", "\u674e\u660e", "\u0410\u043d\u043d\u0430", "user_1-a.b", "7of9")) {
            assertNull(NameRules.whyNotAName(NameRules.normalise(name)), name);
        }
    }

    @Test
    void refusesWhatCannotBeReadAloud() {
        for (String name : List.of(
                "",
                "two words",
                "a\tb",
                "#room",
                "@ann",
                "\u202eabc",
                "a\u200bb",
                "_x",
                "x".repeat(33),
                "\ud83d\ude00",
                "\u3164")) {
            assertNotNull(NameRules.whyNotAName(NameRules.normalise(name)), name);
        }
    }

    @Test
    void reservedNamesCannotBeImitated() {
        assertNotNull(NameRules.whyNotAName("Server"));
        assertNotNull(NameRules.whyNotAName("\u0455erver"));
        assertNotNull(NameRules.whyNotAName("AdmIn"));
    }

    @Test
    void looksDecideWhatIsTheSame() {
        assertEquals(Skeleton.of("paypal"), Skeleton.of("\u0440\u0430yp\u0430l"));
        assertEquals(Skeleton.of("Ann"), Skeleton.of("ann"));
        assertEquals(Skeleton.of("l0ve"), Skeleton.of("1ove"));
        assertEquals(Skeleton.of("\u00e9t\u00e9"), Skeleton.of("e\u0301te\u0301"));
        assertEquals(Skeleton.of("modern"), Skeleton.of("modem"));
        assertNotEquals(Skeleton.of("ann"), Skeleton.of("anna"));
    }

    @Test
    void aRoomBeginsWithANumberSign() {
        assertNull(NameRules.whyNotARoom("#lobby"));
        assertNotNull(NameRules.whyNotARoom("lobby"));
        assertNotNull(NameRules.whyNotARoom("#"));
        assertNotNull(NameRules.whyNotARoom("#" + "x".repeat(65)));
    }
}
