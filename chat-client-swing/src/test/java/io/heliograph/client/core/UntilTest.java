package io.heliograph.client.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UntilTest {
    private static final ZoneId PRAGUE = ZoneId.of("Europe/Prague");

    /** From three in the afternoon before the clocks go forward. */
    @ParameterizedTest
    @CsvSource({
        "30m, 2026-03-28T14:30:00Z",
        "8H, 2026-03-28T22:00:00Z",
        "2d, 2026-03-30T14:00:00Z",
        "1w, 2026-04-04T14:00:00Z",
        "tomorrow, 2026-03-29T06:00:00Z"
    })
    void aSpanEndsWhereItSays(String word, String end) {
        long nowMs = Instant.parse("2026-03-28T14:00:00Z").toEpochMilli();
        assertEquals(Instant.parse(end).toEpochMilli(), Until.parse(word, nowMs, PRAGUE));
    }

    @ParameterizedTest
    @CsvSource({"''", "0h", "8", "h", "8 h", "#lab", "99999h", "-1h"})
    void anythingElseIsNoSpan(String word) {
        assertEquals(-1, Until.parse(word, 0, PRAGUE));
    }
}
