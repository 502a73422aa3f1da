// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.translate;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ProfileEntry;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.profile.ProfiledDialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The dialects on the class path, by id. Immutable. */
public final class Dialects {
    private final Map<String, Dialect> byId;
    /** Those that are made of profiles, once somebody asks for them; empty for a profile whose dialect is not here. */
    private final Map<String, Optional<Dialect>> profiled = new ConcurrentHashMap<>();

    private final Map<String, ProfileEntry> entries;

    private Dialects(Map<String, Dialect> dialects, Map<String, ProfileEntry> entries) {
        this.byId = Collections.unmodifiableMap(dialects);
        this.entries = entries;
    }

    private Dialects(Iterable<Dialect> dialects) {
        Map<String, Dialect> map = new TreeMap<>();
        for (Dialect dialect : dialects) {
            if (map.put(dialect.id(), dialect) != null) {
                throw new IllegalStateException("two dialects have the id '" + dialect.id() + "'");
            }
        }
        byId = Collections.unmodifiableMap(map);
        entries = Map.of();
    }

    /** The dialects that {@link ServiceLoader} finds through this class loader. */
    public static Dialects load(ClassLoader loader) {
        return new Dialects(ServiceLoader.load(Dialect.class, loader));
    }

    /** These dialects. */
    public static Dialects of(Dialect... dialects) {
        return new Dialects(List.of(dialects));
    }

    /**
     * These dialects, and those of vendors under the ids of their profiles. A profile that has the id of a dialect, or that
     * speaks a dialect that is not here, adds nothing.
     */
    public Dialects with(Iterable<VendorProfile> profiles) {
        List<ProfileEntry> list = new ArrayList<>();
        profiles.forEach(profile -> list.add(ProfileEntry.of(profile)));
        return withEntries(list);
    }

    /** The same for profiles that are made when a dialect of theirs is asked for. */
    public Dialects withEntries(Collection<ProfileEntry> profiles) {
        Map<String, ProfileEntry> map = new TreeMap<>(entries);
        profiles.forEach(profile -> map.putIfAbsent(profile.id(), profile));
        return new Dialects(byId, map);
    }

    /** The dialect of this id. */
    public Optional<Dialect> find(String id) {
        Dialect own = byId.get(id);
        return own != null ? Optional.of(own) : profiled(id);
    }

    private Optional<Dialect> profiled(String id) {
        ProfileEntry entry = entries.get(id);
        return entry == null ? Optional.empty() : profiled.computeIfAbsent(id, missing -> dialect(entry.profile()));
    }

    private Optional<Dialect> dialect(VendorProfile profile) {
        return Optional.ofNullable(byId.get(profile.dialect()))
                .map(base -> ProfiledDialect.of(profile.id(), base, profile.rules()));
    }

    /**
     * The dialect of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Dialect get(String id) {
        return find(id).orElseThrow(() ->
                new IllegalArgumentException("no dialect '" + id + "' on the class path; there are " + ids()));
    }

    /** All dialects, by id. */
    public Collection<Dialect> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    private Collection<String> ids() {
        Set<String> ids = new TreeSet<>(byId.keySet());
        ids.addAll(entries.keySet());
        return ids;
    }
}
