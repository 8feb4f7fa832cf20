/**
 * The store in an embedded SQLite database: one writer thread with group commit, two readers, numbered migrations. The
 * only package that knows the schema; its SQL is portable. Nothing here logs what was said.
 */
@NullMarked
package io.heliograph.server.store.sql;

import org.jspecify.annotations.NullMarked;
