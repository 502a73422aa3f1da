// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.VendorProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads profiles from the class path and from directories. Each jar lists its profiles in {@value #INDEX}, one resource a line;
 * a directory needs no list. What a profile may hold says {@code dragoman/profile.schema.json}.
 */
public final class YamlProfiles {
    /** Name of the lists of profiles on the class path. */
    public static final String INDEX = "META-INF/dragoman/profiles";

    private YamlProfiles() {}

    /**
     * The profiles on the class path, and those of these directories, which win where ids are equal.
     *
     * @param loader where to look for lists
     * @param directories folders with files that end in {@code .yaml}, {@code .yml} or {@code .json}
     * @throws IllegalArgumentException if a profile is wrong; the message names file, line and remedy
     */
    public static List<VendorProfile> load(ClassLoader loader, List<Path> directories) {
        ProfileLibrary library = library(loader);
        add(library, directories);
        return library.profiles();
    }

    /** The profiles on the class path. */
    static ProfileLibrary library(ClassLoader loader) {
        ProfileLibrary library = new ProfileLibrary();
        for (String resource : resources(loader)) {
            InputStream in = loader.getResourceAsStream(resource);
            if (in == null) {
                throw new ProfileFault(
                        INDEX + ": the profile " + resource + " is listed but not there: add it or take its line out");
            }
            library.add(in, resource.substring(resource.lastIndexOf('/') + 1), false);
        }
        return library;
    }

    /** Adds the profiles of these directories, and tells their ids. */
    static Set<String> add(ProfileLibrary library, List<Path> directories) {
        Set<String> ids = new LinkedHashSet<>();
        for (Path directory : directories) {
            for (Path file : files(directory)) {
                try {
                    ids.add(library.add(
                            Files.newInputStream(file),
                            directory.relativize(file).toString(),
                            true));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return ids;
    }

    /** The resources of all lists on the class path, in order. */
    public static Set<String> resources(ClassLoader loader) {
        Set<String> resources = new LinkedHashSet<>();
        try {
            for (URL list : Collections.list(loader.getResources(INDEX))) {
                try (BufferedReader reader =
                        new BufferedReader(new InputStreamReader(list.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .forEach(resources::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return resources;
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new ProfileFault(
                    "the directory of profiles " + directory + " is not there: create it or correct its name");
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
