// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The configured providers, by name. Immutable. */
public final class Providers {
    private final SortedMap<String, Provider> byName;

    /** These providers, names unique. */
    public Providers(Collection<? extends Provider> providers) {
        SortedMap<String, Provider> map = new TreeMap<>();
        for (Provider provider : providers) {
            if (map.put(provider.name(), provider) != null) {
                throw new IllegalArgumentException("two providers are called '" + provider.name() + "'");
            }
        }
        byName = Collections.unmodifiableSortedMap(map);
    }

    /** The provider of this name; {@code null} if there is none. */
    public @Nullable Provider find(String name) {
        return byName.get(name);
    }

    /** All of them, by name. */
    public Map<String, Provider> all() {
        return byName;
    }
}
