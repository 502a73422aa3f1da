// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The adapters on the class path, by id. */
final class Profiles {
    private final Map<String, VendorProfile> byId;

    Profiles(Collection<VendorProfile> profiles) {
        Map<String, VendorProfile> map = new TreeMap<>();
        for (VendorProfile profile : profiles) {
            if (map.put(profile.id(), profile) != null) {
                throw new IllegalStateException("two adapters have the id '" + profile.id() + "'");
            }
        }
        byId = Collections.unmodifiableMap(map);
    }

    static Profiles load(ClassLoader loader) {
        return new Profiles(ServiceLoader.load(ProfileSource.class, loader).stream()
                .flatMap(source -> source.get().profiles().stream())
                .toList());
    }

    @Nullable VendorProfile find(String id) {
        return byId.get(id);
    }

    Collection<VendorProfile> all() {
        return byId.values();
    }

    Collection<String> ids() {
        return byId.keySet();
    }
}
