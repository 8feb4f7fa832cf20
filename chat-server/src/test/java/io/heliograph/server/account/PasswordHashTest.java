package io.heliograph.server.account;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
    private static final byte[] SALT = new byte[PasswordHash.SALT_BYTES];
    private final PasswordHash hash = new PasswordHash(new PasswordHash.Cost(64, 2, 1));

    @Test
    void matchesItsOwnPasswordAlone() {
        String stored = hash.of("correct horse", SALT);
        assertTrue(hash.matches("correct horse", stored));
        assertFalse(hash.matches("correct horsf", stored));
        assertFalse(hash.matches("", stored));
    }

    @Test
    void isThePhcStringOfRfc9106() {
        String stored = new PasswordHash(new PasswordHash.Cost(65_536, 3, 1)).nobodys();
        assertTrue(stored.startsWith("$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$"), stored);
    }

    @Test
    void readsTheCostFromTheStoredStringSoThatItMayChange() {
        String older = new PasswordHash(new PasswordHash.Cost(32, 1, 2)).of("correct horse", SALT);
        assertTrue(hash.matches("correct horse", older));
    }

    @Test
    void spendsNoMoreThanItsBoundOnWhatIsStored() {
        String good = hash.of("correct horse", SALT);
        for (String bad : List.of(
                good.replace("m=64", "m=9999999"),
                good.replace("m=64", "m=7"),
                good.replace("t=2", "t=99"),
                good.replace("p=1", "p=9"),
                good.replace("argon2id", "argon2i"),
                good.replace("v=19", "v=16"),
                good + "=",
                good.substring(0, good.length() - 40),
                "",
                "$argon2id$v=19$m=64,t=2,p=1$$")) {
            assertFalse(hash.matches("correct horse", bad), bad);
        }
    }

    @Test
    void theHashOfNobodyMatchesNothing() {
        assertFalse(hash.matches("", hash.nobodys()));
        assertFalse(hash.matches("correct horse", hash.nobodys()));
    }

    @Test
    void theSameLettersAreTheSamePassword() {
        assertTrue(hash.matches("cafe\u0301 noir", hash.of("caf\u00e9 noir", SALT)));
    }

    @Test
    void countsCharactersNotBytes() {
        assertFalse(PasswordHash.isLongEnough("1234567"));
        assertTrue(PasswordHash.isLongEnough("12345678"));
        assertFalse(PasswordHash.isLongEnough("🙂🙂🙂🙂"));
    }
}
