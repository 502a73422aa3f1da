// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Extension fields of the pieces of a body: own ones are written, those of other dialects reported. */
final class CohereChatFields {
    private CohereChatFields() {}

    /** Fields of this dialect. */
    static Extensions of(Map<String, RawJson> fields) {
        return Extensions.of(CohereChatDialect.ID, fields);
    }

    /** The own fields only; reports the others. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        foreign(extensions, path, losses);
        return of(extensions.of(CohereChatDialect.ID));
    }

    /**
     * Reports the fields of other dialects.
     *
     * @param path canonical path of the value that they belong to; empty for the whole body
     */
    static void foreign(Extensions extensions, String path, Losses losses) {
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(CohereChatDialect.ID)) {
                String owner = (path.isEmpty() ? "" : path + ".") + "extensions." + dialect + ".";
                fields.keySet().forEach(name -> losses.dropped(owner + name, "a field of " + dialect));
            }
        });
    }

    /** Writes the own fields that belong directly into the object being written. */
    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(CohereChatDialect.ID).forEach((name, value) -> {
                if (name.indexOf('.') < 0) {
                    json.field(name, value);
                }
            });
        }
    }

    /** Writes the own fields that belong into this object below the value. */
    static void writeNested(Extensions extensions, String object, JsonWriter json) {
        CohereChatDialect.EXTENSIONS.writeNested(extensions, object, json);
    }

    /** The fields without some of one dialect. */
    static Extensions without(Extensions extensions, String dialect, Set<String> names) {
        if (names.stream().noneMatch(extensions.of(dialect)::containsKey)) {
            return extensions;
        }
        Map<String, Map<String, RawJson>> rest = new LinkedHashMap<>(extensions.byDialect());
        Map<String, RawJson> kept = new LinkedHashMap<>(extensions.of(dialect));
        kept.keySet().removeAll(names);
        rest.put(dialect, kept);
        return new Extensions(rest);
    }
}
