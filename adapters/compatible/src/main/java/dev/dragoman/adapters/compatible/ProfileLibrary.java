// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.VendorProfile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Profiles by id, some of which extend others. A later file of an id replaces an earlier one. Not thread-safe while files are
 * added; after that it is.
 */
final class ProfileLibrary {
    private static final String SCHEMA = "/dragoman/profile.schema.json";

    /** Read when a file is to be checked: a start with compiled profiles has none. */
    private @Nullable SchemaCheck schema;

    private final Map<String, Supplier<YamlNode>> files = new LinkedHashMap<>();

    /**
     * Adds the profile of a file.
     *
     * @param name what complaints call the file
     * @param replaces whether it may replace a profile of the same id
     * @return its id
     */
    String add(InputStream in, String name, boolean replaces) {
        YamlNode profile = YamlFile.read(in, name);
        check(profile);
        // The schema demands it.
        YamlNode id = profile.member("id");
        Supplier<YamlNode> earlier = files.put(id.text(), () -> profile);
        if (earlier != null && !replaces) {
            throw id.fault("there is a profile '" + id.text() + "' already, at "
                    + earlier.get().place() + ": choose another id");
        }
        return id.text();
    }

    /** Adds a profile that was checked before, and is to be read when it is asked for. */
    void add(String id, Supplier<YamlNode> file) {
        files.put(id, file);
    }

    private void check(YamlNode profile) {
        if (schema == null) {
            InputStream in = ProfileLibrary.class.getResourceAsStream(SCHEMA);
            if (in == null) {
                throw new IllegalStateException("the schema of profiles is missing: " + SCHEMA);
            }
            schema = new SchemaCheck(YamlFile.read(in, SCHEMA.substring(1)));
        }
        schema.check(profile);
    }

    /** The complete profiles, without those that exist to be extended only. */
    List<VendorProfile> profiles() {
        return files.keySet().stream()
                .filter(id -> !isAbstract(id))
                .map(this::profile)
                .toList();
    }

    Set<String> ids() {
        return files.keySet();
    }

    /** What its file says. */
    YamlNode file(String id) {
        return Objects.requireNonNull(files.get(id), id).get();
    }

    /** Whether it exists to be extended only. */
    boolean isAbstract(String id) {
        return file(id).get("abstract", YamlNode::isTrue, false);
    }

    VendorProfile profile(String id) {
        return ProfileBinder.bind(id, complete(file(id), new ArrayList<>(List.of(id))));
    }

    /** The profile with all that it extends. */
    private YamlNode complete(YamlNode profile, List<String> path) {
        YamlNode parent = profile.get("extends");
        if (parent == null) {
            return profile;
        }
        Supplier<YamlNode> extended = files.get(parent.text());
        if (extended == null) {
            throw parent.fault("extends '" + parent.text() + "', but there is no such profile: write one of "
                    + String.join(", ", files.keySet()));
        }
        if (path.contains(parent.text())) {
            path.add(parent.text());
            throw parent.fault("profiles extend each other in a circle, " + String.join(" -> ", path)
                    + ": take one 'extends' out");
        }
        path.add(parent.text());
        return complete(extended.get(), path)
                .without(List.of("id", "abstract", "extends"))
                .with(profile, ProfileBinder.WHOLE);
    }
}
