/** Invite links: where a server is and who it must prove to be, in one line of text. */
@NullMarked
package io.heliograph.common.invite;

import org.jspecify.annotations.NullMarked;
