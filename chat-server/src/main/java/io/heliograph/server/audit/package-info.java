/** What is taken down about the running of the server. */
@NullMarked
package io.heliograph.server.audit;

import org.jspecify.annotations.NullMarked;
