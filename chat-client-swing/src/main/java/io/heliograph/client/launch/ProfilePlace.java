package io.heliograph.client.launch;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.profile.ProfileFolder;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where profiles are kept: in a folder that is named, beside the program, or where the platform wants them. Immutable.
 */
public final class ProfilePlace {
    private static final String PORTABLE_FOLDER = "heliograph-data";

    private final @Nullable Path named;
    private final @Nullable Path beside;
    private final Map<String, String> environment;

    private ProfilePlace(@Nullable Path named, @Nullable Path beside, Map<String, String> environment) {
        this.named = named;
        this.beside = beside;
        this.environment = Map.copyOf(environment);
    }

    /** {@code program} is the file that runs, null if nobody knows. */
    static ProfilePlace of(ClientOptions options, Map<String, String> environment, @Nullable Path program)
            throws UsageException {
        Path named = options.profile();
        if (named != null && options.isPortable()) {
            throw new UsageException("--profile and --portable exclude each other");
        }
        return new ProfilePlace(named, options.isPortable() ? portable(program) : null, environment);
    }

    /** As the command line wants it. */
    public static ProfilePlace of(ClientOptions options, Map<String, String> environment) throws UsageException {
        return of(options, environment, program());
    }

    public Path folderFor(ServerName server, String user) {
        return named == null ? usualFor(server, user) : named;
    }

    /** Where it would be if no folder were named: a folder holds one profile. */
    public Path usualFor(ServerName server, String user) {
        return beside == null
                ? ProfileFolder.defaultFor(server, user, environment)
                : beside.resolve(ProfileFolder.leafOf(server, user));
    }

    /** The folder in which what belongs to no profile is kept, too; null for the place of the platform. */
    public @Nullable Path portableFolder() {
        return beside;
    }

    private static Path portable(@Nullable Path program) throws UsageException {
        Path folder = program == null ? null : program.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder)) {
            throw new UsageException("--portable keeps the profile beside the program, and "
                    + (folder == null ? "its place is unknown" : folder + " is not writable")
                    + ": move the program, or name a folder with --profile");
        }
        return folder.resolve(PORTABLE_FOLDER);
    }

    private static @Nullable Path program() {
        CodeSource source = ProfilePlace.class.getProtectionDomain().getCodeSource();
        // A class out of an archive of classes that was moved knows its source, and not where that is.
        URL place = source == null ? null : source.getLocation();
        try {
            return place == null ? null : Path.of(place.toURI());
        } catch (URISyntaxException | FileSystemNotFoundException e) {
            return null;
        }
    }
}
