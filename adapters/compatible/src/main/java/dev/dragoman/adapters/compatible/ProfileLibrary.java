// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.VendorProfile;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Profiles by id, some of which extend others. A later file of an id replaces an earlier one. Not thread-safe. */
final class ProfileLibrary {
    private static final String SCHEMA = "/dragoman/profile.schema.json";

    private final SchemaCheck schema;
    private final Map<String, YamlNode> files = new LinkedHashMap<>();

    ProfileLibrary() {
        InputStream in = ProfileLibrary.class.getResourceAsStream(SCHEMA);
        if (in == null) {
            throw new IllegalStateException("the schema of profiles is missing: " + SCHEMA);
        }
        schema = new SchemaCheck(YamlFile.read(in, SCHEMA.substring(1)));
    }

    /**
     * Adds the profile of a file.
     *
     * @param name what complaints call the file
     * @param replaces whether it may replace a profile of the same id
     */
    void add(InputStream in, String name, boolean replaces) {
        YamlNode profile = YamlFile.read(in, name);
        schema.check(profile);
        // The schema demands it.
        YamlNode id = profile.member("id");
        YamlNode earlier = files.put(id.text(), profile);
        if (earlier != null && !replaces) {
            throw id.fault(
                    "there is a profile '" + id.text() + "' already, at " + earlier.place() + ": choose another id");
        }
    }

    /** The complete profiles, without those that exist to be extended only. */
    List<VendorProfile> profiles() {
        List<VendorProfile> profiles = new ArrayList<>();
        files.forEach((id, file) -> {
            if (!file.get("abstract", YamlNode::isTrue, false)) {
                profiles.add(ProfileBinder.bind(id, complete(file, new ArrayList<>(List.of(id)))));
            }
        });
        return profiles;
    }

    /** The profile with all that it extends. */
    private YamlNode complete(YamlNode profile, List<String> path) {
        YamlNode parent = profile.get("extends");
        if (parent == null) {
            return profile;
        }
        YamlNode extended = files.get(parent.text());
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
        return complete(extended, path)
                .without(List.of("id", "abstract", "extends"))
                .with(profile, ProfileBinder.WHOLE);
    }
}
