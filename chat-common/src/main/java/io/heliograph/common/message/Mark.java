package io.heliograph.common.message;

/** How far a member has got; 0 for what the user does not tell. */
public record Mark(String name, long deliveredSeq, long readSeq) {}
