package io.heliograph.server.store.sql;

/**
 * What a store has done since it was opened.
 *
 * @param pendingWriteCount not answered yet
 * @param commitCount transactions on the disk
 * @param writeCount pieces of work in them
 * @param commitNs time spent from begin to commit, in all
 * @param longestCommitNs the slowest of them
 */
public record StoreFigures(
        int pendingWriteCount, long commitCount, long writeCount, long commitNs, long longestCommitNs) {}
