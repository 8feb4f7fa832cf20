package io.heliograph.client.core.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"ann", "Ann: hello", "hello, @ANN!", "annex and ann", "@here lunch", "so @all know", "(ann)"})
    void knowsWhatIsForAnn(String text) {
        assertTrue(Mentions.isFor(text, "ann"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "annex", "joann", "ann_2", "over here", "mail@heresy", "2ann", "that is all"})
    void knowsWhatIsNot(String text) {
        assertFalse(Mentions.isFor(text, "ann"), text);
    }
}
