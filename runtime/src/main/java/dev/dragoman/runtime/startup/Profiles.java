// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.adapters.compatible.CompatibleProfiles;
import dev.dragoman.adapters.compatible.CompiledProfiles;
import dev.dragoman.dialect.ProfileEntry;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The adapters on the class path, by id. */
final class Profiles {
    private static final String PROPERTY = "quarkus.dragoman.profiles";

    private final Map<String, ProfileEntry> byId;

    private Profiles(Map<String, ProfileEntry> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /** Adapters whose ids differ. */
    static Profiles of(Collection<VendorProfile> profiles) {
        Map<String, ProfileEntry> map = new TreeMap<>();
        for (VendorProfile profile : profiles) {
            if (map.put(profile.id(), ProfileEntry.of(profile)) != null) {
                throw new IllegalStateException("two adapters have the id '" + profile.id() + "'");
            }
        }
        return new Profiles(map);
    }

    /**
     * The adapters on the class path, and those of the user's own profiles, which win where ids are equal.
     *
     * @throws ConfigurationException if a profile is wrong; the message names file, line and remedy
     */
    static Profiles load(ClassLoader loader, List<Path> directories) {
        Map<String, ProfileEntry> map = new TreeMap<>();
        of(ServiceLoader.load(ProfileSource.class, loader).stream()
                        .filter(source -> source.type() != CompatibleProfiles.class)
                        .flatMap(source -> source.get().profiles().stream())
                        .toList())
                .all()
                .forEach(profile -> map.put(profile.id(), profile));
        try {
            CompiledProfiles.entries(loader, directories).forEach(profile -> map.put(profile.id(), profile));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "The vendor profiles cannot be used. " + e.getMessage(), e, Set.of(PROPERTY));
        }
        return new Profiles(map);
    }

    @Nullable VendorProfile find(String id) {
        ProfileEntry entry = byId.get(id);
        return entry == null ? null : entry.profile();
    }

    Collection<ProfileEntry> all() {
        return byId.values();
    }

    Collection<String> ids() {
        return byId.keySet();
    }
}
