package io.heliograph.server.routing;

import io.heliograph.common.util.Bytes;

/** Who may come in and who may command. Called on the relay loop; never blocks. */
public interface Credentials {
    /** Whether {@code password} opens the server; always true where none is set. Constant time. */
    boolean admits(String password);

    /** Whether {@code token} is the unused administrator token. Constant time. */
    boolean isAdminToken(String token);

    /** The device is an administrator from now on, and the token is used up. */
    void makeAdmin(Bytes device);

    boolean isAdmin(Bytes device);
}
