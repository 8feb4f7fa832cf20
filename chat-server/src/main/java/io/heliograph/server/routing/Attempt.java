package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Login;
import io.heliograph.common.message.ClientMessage.Secrets;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Bans;
import io.heliograph.server.session.Session;

/**
 * Somebody's try to come in. {@link #toString} hides the secrets.
 *
 * @param name in normal form
 * @param skeleton what the name looks like
 */
record Attempt(Session session, Login login, String name, String skeleton) {

    static Attempt of(Session session, Login login) {
        String name = NameRules.normalise(login.name());
        return new Attempt(session, login, name, Skeleton.of(name));
    }

    Bytes device() {
        return login.device();
    }

    /** As lists show it: a device's name comes from outside and goes to other people's screens. */
    String deviceName() {
        return login.deviceName().replaceAll("\\p{Cntrl}", " ").strip();
    }

    Secrets secrets() {
        return login.secrets();
    }

    String password() {
        return login.secrets().password();
    }

    Bans.Visitor visitor() {
        return new Bans.Visitor(
                skeleton, login.device(), session.link().address().ip());
    }

    @Override
    public String toString() {
        return "Attempt[" + name + "]";
    }
}
