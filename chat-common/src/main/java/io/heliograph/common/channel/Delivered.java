package io.heliograph.common.channel;

import io.heliograph.common.util.Bytes;

/** A message of the peer, once and in the order of its lane. */
public record Delivered(int lane, Bytes message) {}
