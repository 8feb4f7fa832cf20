package io.heliograph.client.swing.compose;

/**
 * One word that may complete what is written.
 *
 * @param picture of an emoji; empty for none
 * @param label what it is, safe to show
 * @param detail what is known of it, safe to show; may be empty
 * @param insertion what is put in place of what was begun; empty for a line that only tells
 */
public record Candidate(String picture, String label, String detail, String insertion) {}
