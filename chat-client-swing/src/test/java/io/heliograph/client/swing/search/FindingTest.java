package io.heliograph.client.swing.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.messages.RowMarks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is asked for, and how what was found is shown. */
class FindingTest {
    private static final Target LAB = Target.room("lab");

    @Test
    void aLineShowsWhatWasFoundWithWhatStandsAroundIt() {
        String text = "x".repeat(200) + " needle " + "y".repeat(200);
        SearchHit hit = new SearchHit(LAB, 1, "ben", false, 0, text, List.of(new SearchHit.Mark(201, 207)));
        List<Found.Piece> pieces = Found.pieces(hit);
        assertEquals("needle", pieces.get(1).text());
        assertTrue(pieces.get(1).marked());
        String line = pieces.stream().map(Found.Piece::text).collect(Collectors.joining());
        assertTrue(line.startsWith("…") && line.endsWith("…") && line.length() < 130, line);
    }

    @Test
    void marksOutsideOfTheTextDoNoHarm() {
        SearchHit hit = new SearchHit(LAB, 1, "ben", false, 0, "ab", List.of(new SearchHit.Mark(1, 90)));
        assertEquals(List.of(new Found.Piece("a", false), new Found.Piece("b", true)), Found.pieces(hit));
    }

    @Test
    void aQuestionStaysInItsConversation() {
        assertEquals("in:\"#lab\" \"two words\"", FindPresenter.query(LAB, " two words "));
        assertEquals("in:\"#lab\" \"a b\"", FindPresenter.query(LAB, "a\"b"));
    }

    @Test
    void everyPlaceIsMarkedInWhateverCase() {
        assertEquals(List.of(new RowMarks.Mark(0, 3), new RowMarks.Mark(4, 7)), FindBar.marks("Abc aBC", "abc"));
    }
}
