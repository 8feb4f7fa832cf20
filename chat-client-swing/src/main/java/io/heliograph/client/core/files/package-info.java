/**
 * Files on their way to and from the relay (protocol.md 14): what is sealed, sent, fetched, checked, and taken up again
 * after whatever interruption. No I/O: the disk is a port, the relay is asked by the session, time is an argument.
 */
@NullMarked
package io.heliograph.client.core.files;

import org.jspecify.annotations.NullMarked;
