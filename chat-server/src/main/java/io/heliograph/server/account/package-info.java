/**
 * Who may speak under which name, from which devices, and how they are kept out. Pure: no transport, no storage, no
 * clock.
 */
@NullMarked
package io.heliograph.server.account;

import org.jspecify.annotations.NullMarked;
