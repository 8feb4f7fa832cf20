package io.heliograph.client.swing.text;

/** Text of one look; may hold line feeds. */
public record StyledRun(String text, RunStyle style) {}
