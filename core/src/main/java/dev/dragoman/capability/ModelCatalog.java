// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.capability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds the traits of a model by patterns of its name: {@code *} stands for any characters, the first pattern that fits counts.
 * Each name is matched once and remembered. Immutable to its users; thread-safe.
 */
public final class ModelCatalog {
    /** Knows no model. */
    public static final ModelCatalog NONE = new ModelCatalog(List.of());

    /** Names remembered at most: clients choose them. */
    private static final int MOST_REMEMBERED = 1024;

    /** What models of some names can do. */
    record Entry(List<String> patterns, ModelTraits traits) {
        Entry {
            patterns = List.copyOf(patterns);
        }
    }

    private final List<Entry> entries;
    private final ConcurrentMap<String, Optional<ModelTraits>> remembered = new ConcurrentHashMap<>();

    ModelCatalog(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a catalogue: an object whose member {@code models} is an array of objects with {@code match}, an array of patterns,
     * and the components of {@link ModelTraits}.
     *
     * @throws IllegalArgumentException if this is not such a text
     */
    public static ModelCatalog parse(byte[] json) {
        return new ModelCatalog(CatalogReader.read(json));
    }

    /**
     * Reads a catalogue that lies beside a class.
     *
     * @param resource path of the resource, from the root of the class path if it begins with a slash
     * @throws IllegalArgumentException if there is none
     */
    public static ModelCatalog load(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The traits of the model of this name. */
    public Optional<ModelTraits> find(String model) {
        Optional<ModelTraits> known = remembered.get(model);
        if (known != null) {
            return known;
        }
        Optional<ModelTraits> found = search(model);
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(model, found);
        }
        return found;
    }

    private Optional<ModelTraits> search(String model) {
        for (Entry entry : entries) {
            for (String pattern : entry.patterns()) {
                if (matches(pattern, 0, model, 0)) {
                    return Optional.of(entry.traits());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean matches(String pattern, int p, String name, int n) {
        int at = p;
        int from = n;
        while (at < pattern.length()) {
            if (pattern.charAt(at) == '*') {
                for (int rest = from; rest <= name.length(); rest++) {
                    if (matches(pattern, at + 1, name, rest)) {
                        return true;
                    }
                }
                return false;
            }
            if (from == name.length() || pattern.charAt(at) != name.charAt(from)) {
                return false;
            }
            at++;
            from++;
        }
        return from == name.length();
    }
}
