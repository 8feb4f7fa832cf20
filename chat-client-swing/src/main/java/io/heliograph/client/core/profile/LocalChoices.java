package io.heliograph.client.core.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the user of this profile does not want to see or hear of; nobody else is told.
 *
 * <p>Thread-safe.
 */
public final class LocalChoices {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private final Path file;
    private final Map<String, Target> ignored = new TreeMap<>();
    private final Map<String, Target> muted = new TreeMap<>();

    private LocalChoices(Path file) {
        this.file = file;
    }

    /** A missing file is an empty one. */
    public static LocalChoices open(Path file) throws ProfileException {
        LocalChoices choices = new LocalChoices(file);
        try {
            if (Files.exists(file)) {
                JsonNode root = JSON.readTree(Files.readAllBytes(file));
                read(root.path("ignored"), choices.ignored);
                read(root.path("muted"), choices.muted);
            }
            return choices;
        } catch (JsonProcessingException e) {
            throw new ProfileException("the list of whom you ignore " + file
                    + " is damaged: nothing was changed; repair it, or move it away to begin anew");
        } catch (IOException e) {
            throw new ProfileException("the list of whom you ignore " + file + " cannot be read ("
                    + ProfileFolder.reasonOf(e) + "): make it readable");
        }
    }

    public synchronized boolean ignores(String name) {
        return !name.isEmpty() && ignored.containsKey(Target.user(name).key());
    }

    public synchronized boolean isMuted(Target where) {
        return muted.containsKey(where.key());
    }

    public synchronized List<Target> ignored() {
        return new ArrayList<>(ignored.values());
    }

    public synchronized List<Target> muted() {
        return new ArrayList<>(muted.values());
    }

    /** False if nothing has changed. */
    public synchronized boolean ignore(Target person, boolean on) throws IOException {
        return set(ignored, person, on);
    }

    /** False if nothing has changed. */
    public synchronized boolean mute(Target where, boolean on) throws IOException {
        return set(muted, where, on);
    }

    private boolean set(Map<String, Target> list, Target target, boolean on) throws IOException {
        boolean before = list.containsKey(target.key());
        if (on) {
            list.put(target.key(), target);
        } else {
            list.remove(target.key());
        }
        if (before != on) {
            DurableFiles.replace(file, format());
        }
        return before != on;
    }

    private byte[] format() throws IOException {
        ObjectNode root = JSON.createObjectNode().put("version", VERSION);
        write(root.putArray("ignored"), ignored);
        write(root.putArray("muted"), muted);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void write(ArrayNode array, Map<String, Target> list) {
        list.values().forEach(target -> array.add(target.address()));
    }

    private static void read(JsonNode array, Map<String, Target> list) {
        for (JsonNode element : array) {
            Target target = Target.parse(element.asText());
            if (target != null) {
                list.put(target.key(), target);
            }
        }
    }
}
