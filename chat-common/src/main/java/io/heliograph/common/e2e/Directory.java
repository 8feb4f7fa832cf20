package io.heliograph.common.e2e;

import io.heliograph.common.codec.CborReader;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The account keys that an administrator vouches for (protocol.md 13.10). To be had from {@link #sign} and {@link
 * #verified} alone.
 *
 * <p>Immutable, thread-safe.
 *
 * @param version grows with each directory of the server
 * @param signer the administrator's name
 * @param signerKey the administrator's account key, 32 bytes
 * @param accounts no two names look the same
 * @param octets the record as it travels, at most {@value #MAX_BYTES} bytes
 */
public record Directory(long version, String signer, Bytes signerKey, List<Listed> accounts, Bytes octets) {
    public static final int MAX_BYTES = 60_000;
    private static final String LABEL = "directory";
    private static final int ELEMENTS = 4;

    /**
     * One account that is vouched for.
     *
     * @param name as the server writes it
     * @param accountKey 32 bytes
     */
    public record Listed(String name, Bytes accountKey) {}

    public Directory {
        accounts = List.copyOf(accounts);
    }

    /** {@link IllegalArgumentException} if it would be longer than {@value #MAX_BYTES} bytes. */
    public static Directory sign(
            IdentityKeyPair signerFirstDevice, String signer, long version, List<Listed> accounts) {
        Bytes key = signerFirstDevice.publicKey().octets();
        SignedRecord.require(SignedRecord.isName(signer), "a signer's name out of bounds");
        SignedRecord.require(
                accounts.stream().allMatch(Directory::isWellFormed) && areApart(accounts), "an account out of bounds");
        Bytes content = SignedRecord.content(ELEMENTS, out -> {
            out.uint(version).text(signer).octets(key).begin(accounts.size());
            for (Listed account : accounts) {
                out.begin(2).text(account.name()).octets(account.accountKey()).end();
            }
            out.end();
        });
        Bytes octets = SignedRecord.sign(signerFirstDevice, LABEL, content);
        SignedRecord.require(octets.length() <= MAX_BYTES, "a directory of " + octets.length() + " bytes");
        return new Directory(version, signer, key, accounts, octets);
    }

    /** Null unless {@code octets} are a directory that its signer key has signed. */
    public static @Nullable Directory verified(Bytes octets) {
        Directory read = SignedRecord.read(
                octets,
                MAX_BYTES,
                in -> new Directory(
                        in.uint(Long.MAX_VALUE),
                        SignedRecord.name(in),
                        SignedRecord.key(in),
                        readAccounts(in),
                        octets));
        boolean isBelieved =
                read != null && SignedRecord.isSigned(octets, read.signerKey, LABEL) && areApart(read.accounts);
        return isBelieved ? read : null;
    }

    /** The key that is listed for the name that looks like {@code name}; null if there is none. */
    public @Nullable Bytes keyOf(String name) {
        String skeleton = Skeleton.of(name);
        for (Listed account : accounts) {
            if (Skeleton.of(account.name()).equals(skeleton)) {
                return account.accountKey();
            }
        }
        return null;
    }

    private static List<Listed> readAccounts(CborReader in) throws MalformedException {
        List<Listed> accounts = new ArrayList<>();
        in.beginArray();
        while (in.hasMore()) {
            in.beginArray();
            accounts.add(new Listed(SignedRecord.name(in), SignedRecord.key(in)));
            in.endArray();
        }
        in.endArray();
        return accounts;
    }

    private static boolean areApart(List<Listed> accounts) {
        Set<String> skeletons = new HashSet<>();
        return accounts.stream().allMatch(account -> skeletons.add(Skeleton.of(account.name())));
    }

    private static boolean isWellFormed(Listed account) {
        return SignedRecord.isName(account.name()) && account.accountKey().length() == SignedRecord.KEY_BYTES;
    }
}
