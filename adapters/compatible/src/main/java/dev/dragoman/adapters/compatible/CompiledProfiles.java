// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.ProfileEntry;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The profiles of an application's class path, checked when it is built and read when they are asked for. Reading and checking
 * them all as YAML took a third of the time in which the gateway starts.
 */
public final class CompiledProfiles {
    private static final String FOLDER = "META-INF/dragoman/compiled/";
    /** Each profile's id and variables of the environment, and whether it exists to be extended only. */
    private static final String INDEX = FOLDER + "index.json";

    private CompiledProfiles() {}

    /**
     * Compiles the profiles on the class path.
     *
     * @return the content of the resources that {@link #entries} looks for, by name
     * @throws IllegalArgumentException if a profile is wrong; the message names file, line and remedy
     */
    public static Map<String, byte[]> compile(ClassLoader loader) {
        ProfileLibrary library = YamlProfiles.library(loader);
        Map<String, byte[]> resources = new LinkedHashMap<>();
        WireBuffer index = new WireBuffer(4096);
        try (JsonWriter out = new JsonWriter(index)) {
            out.beginArray();
            for (String id : library.ids()) {
                out.beginObject().field("id", id);
                if (library.isAbstract(id)) {
                    out.field("abstract", true);
                } else {
                    out.field("environment", library.profile(id).environmentKeys());
                }
                out.endObject();
                resources.put(resource(id), library.file(id).json().toBytes());
            }
            out.endArray();
        }
        resources.put(INDEX, index.toBytes());
        return resources;
    }

    /**
     * The profiles on the class path, and those of these directories, which win where ids are equal. Profiles that were compiled
     * are read when they are asked for, all others now.
     *
     * @param loader where to look for profiles
     * @param directories folders with files that end in {@code .yaml}, {@code .yml} or {@code .json}
     * @throws IllegalArgumentException if a profile is wrong; the message names file, line and remedy
     */
    public static List<ProfileEntry> entries(ClassLoader loader, List<Path> directories) {
        InputStream index = loader.getResourceAsStream(INDEX);
        if (index == null) {
            return YamlProfiles.load(loader, directories).stream()
                    .map(ProfileEntry::of)
                    .toList();
        }
        ProfileLibrary library = new ProfileLibrary();
        Map<String, YamlNode> compiled = new LinkedHashMap<>();
        for (YamlNode each : read(index, INDEX).elements()) {
            String id = each.member("id").text();
            compiled.put(id, each);
            library.add(id, () -> read(loader, resource(id)));
        }
        Set<String> own = YamlProfiles.add(library, directories);
        // Who takes the place of a profile changes those that extend it.
        boolean asCompiled = Collections.disjoint(own, compiled.keySet());
        List<ProfileEntry> entries = new ArrayList<>();
        for (String id : library.ids()) {
            YamlNode known = asCompiled ? compiled.get(id) : null;
            if (known == null) {
                if (!library.isAbstract(id)) {
                    entries.add(ProfileEntry.of(library.profile(id)));
                }
            } else if (known.get("abstract") == null) {
                List<String> environment = known.get("environment", YamlNode::texts, List.of());
                entries.add(ProfileEntry.lazy(id, environment, () -> library.profile(id)));
            }
        }
        return entries;
    }

    private static String resource(String id) {
        return FOLDER + id + ".json";
    }

    private static YamlNode read(ClassLoader loader, String resource) {
        return read(Objects.requireNonNull(loader.getResourceAsStream(resource), resource), resource);
    }

    private static YamlNode read(InputStream in, String name) {
        try (in) {
            return JsonNodes.read(in.readAllBytes(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
