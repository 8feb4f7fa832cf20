package io.heliograph.client.terminal;

/**
 * A line of standard input.
 *
 * @param number counted from 1
 * @param text without its end; of a line that is too long, only the beginning
 * @param tooLong it has more bytes than a message may have
 * @param repaired it was not UTF-8, and what was not is replaced
 */
record InputLine(long number, String text, boolean tooLong, boolean repaired) {}
