// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.translate;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.profile.ProfiledDialect;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The dialects on the class path, by id. Immutable. */
public final class Dialects {
    private final Map<String, Dialect> byId;

    private Dialects(Map<String, Dialect> dialects) {
        byId = Collections.unmodifiableMap(dialects);
    }

    private Dialects(Iterable<Dialect> dialects) {
        Map<String, Dialect> map = new TreeMap<>();
        for (Dialect dialect : dialects) {
            if (map.put(dialect.id(), dialect) != null) {
                throw new IllegalStateException("two dialects have the id '" + dialect.id() + "'");
            }
        }
        byId = Collections.unmodifiableMap(map);
    }

    /** The dialects that {@link ServiceLoader} finds through this class loader. */
    public static Dialects load(ClassLoader loader) {
        return new Dialects(ServiceLoader.load(Dialect.class, loader));
    }

    /** These dialects. */
    public static Dialects of(Dialect... dialects) {
        return new Dialects(java.util.List.of(dialects));
    }

    /**
     * These dialects, and those of vendors under the ids of their profiles. A profile that has the id of a dialect, or that
     * speaks a dialect that is not here, adds nothing.
     */
    public Dialects with(Iterable<VendorProfile> profiles) {
        Map<String, Dialect> map = new TreeMap<>(byId);
        for (VendorProfile profile : profiles) {
            Dialect base = byId.get(profile.dialect());
            if (base != null) {
                map.putIfAbsent(profile.id(), ProfiledDialect.of(profile.id(), base, profile.rules()));
            }
        }
        return new Dialects(map);
    }

    /** The dialect of this id. */
    public Optional<Dialect> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The dialect of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Dialect get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("no dialect '" + id + "' on the class path; there are " + byId.keySet()));
    }

    /** All dialects, by id. */
    public Collection<Dialect> all() {
        return byId.values();
    }
}
