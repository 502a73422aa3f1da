// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import dev.dragoman.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that a dialect knows and the canonical model does not, kept as their own text and keyed by the id of the dialect they
 * were read from. Immutable; order is the order of the wire.
 *
 * <p>An encoder writes the fields of its own dialect at their place. Fields of another dialect it delivers where their name
 * belongs to its own vocabulary ({@code top_k} or {@code safetySettings} in an OpenAI body), and reports them otherwise.
 * A name may be dotted ({@code web_search_options.filters}): then the field stood inside that object.
 *
 * @param byDialect dialect id to field name to value
 */
public record Extensions(Map<String, Map<String, RawJson>> byDialect) {
    /** No extensions. */
    public static final Extensions NONE = new Extensions(Map.of());

    /** Copies the maps; empty inner maps vanish. */
    public Extensions {
        Map<String, Map<String, RawJson>> copy = new LinkedHashMap<>();
        byDialect.forEach((dialect, fields) -> {
            Objects.requireNonNull(dialect, "dialect");
            if (!fields.isEmpty()) {
                copy.put(dialect, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
            }
        });
        byDialect = copy.isEmpty() ? Map.of() : Collections.unmodifiableMap(copy);
    }

    /** The fields of one dialect. */
    public static Extensions of(String dialect, Map<String, RawJson> fields) {
        return fields.isEmpty() ? NONE : new Extensions(Map.of(dialect, fields));
    }

    /** One field of one dialect. */
    public static Extensions of(String dialect, String name, RawJson value) {
        return of(dialect, Map.of(name, value));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return byDialect.isEmpty();
    }

    /** The fields of a dialect, empty if it has none. */
    public Map<String, RawJson> of(String dialect) {
        return byDialect.getOrDefault(dialect, Map.of());
    }

    /** The value of a field of a dialect; {@code null} if absent. */
    public @Nullable RawJson get(String dialect, String name) {
        return of(dialect).get(name);
    }

    /** These extensions and one more; the new value wins over an old one of the same name. */
    public Extensions with(String dialect, String name, RawJson value) {
        return merge(of(dialect, name, value));
    }

    /** These extensions and others; the others win where names are equal. */
    public Extensions merge(Extensions others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        Map<String, Map<String, RawJson>> merged = new LinkedHashMap<>(byDialect);
        others.byDialect.forEach((dialect, fields) -> {
            Map<String, RawJson> both = new LinkedHashMap<>(of(dialect));
            both.putAll(fields);
            merged.put(dialect, both);
        });
        return new Extensions(merged);
    }

    /** These extensions but for the fields that others have, too, whatever their values. */
    public Extensions without(Extensions others) {
        if (isEmpty() || others.isEmpty()) {
            return this;
        }
        Map<String, Map<String, RawJson>> left = new LinkedHashMap<>();
        byDialect.forEach((dialect, fields) -> {
            Map<String, RawJson> own = new LinkedHashMap<>(fields);
            own.keySet().removeAll(others.of(dialect).keySet());
            left.put(dialect, own);
        });
        return new Extensions(left);
    }

    /** These extensions but for some fields of one dialect. */
    public Extensions without(String dialect, Set<String> names) {
        Map<String, RawJson> fields = of(dialect);
        if (Collections.disjoint(fields.keySet(), names)) {
            return this;
        }
        Map<String, Map<String, RawJson>> left = new LinkedHashMap<>(byDialect);
        Map<String, RawJson> kept = new LinkedHashMap<>(fields);
        kept.keySet().removeAll(names);
        left.put(dialect, kept);
        return new Extensions(left);
    }

    /** Names only: values may hold what a user wrote. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Extensions");
        byDialect.forEach((dialect, fields) -> text.append(' ').append(dialect).append(fields.keySet()));
        return text.toString();
    }
}
