package io.heliograph.client.terminal;

/** Where finished lines go; each is out when this returns. Thread-safe: lines never mix. */
@FunctionalInterface
interface LineSink {
    void line(String text);
}
