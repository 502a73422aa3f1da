// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects {@code additionalModelRequestFields}: what is set first wins. Not thread-safe. */
final class BedrockConverseNatives {
    private static final String MEMBER = "additionalModelRequestFields";

    /** Members by name, those of objects by the object's name, a dot and their own. */
    private final Map<String, RawJson> members = new LinkedHashMap<>();

    /** Sets a field, or the member of an object among the fields. */
    void put(String place, RawJson value) {
        members.putIfAbsent(place, value);
    }

    /** Takes the fields that a client of this dialect, or of another one, sent in its own words. */
    void takeAll(Extensions extensions) {
        if (extensions.isEmpty()) {
            return;
        }
        extensions.byDialect().forEach((dialect, fields) -> {
            if (dialect.equals(BedrockConverseDialect.ID)) {
                fields.forEach((name, value) -> {
                    if (name.startsWith(BedrockConverseNativeDecoder.PREFIX)) {
                        put(name.substring(BedrockConverseNativeDecoder.PREFIX.length()), value);
                    }
                });
            } else {
                RawJson object = fields.get(MEMBER);
                if (object != null && object.isObject()) {
                    takeMembers(object);
                }
            }
        });
    }

    private void takeMembers(RawJson object) {
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                put(name, in.raw());
            }
        }
    }

    /** The extensions without what {@link #takeAll} took. */
    static Extensions others(Extensions extensions) {
        if (extensions.byDialect().values().stream().noneMatch(fields -> fields.containsKey(MEMBER))) {
            return extensions;
        }
        Map<String, Map<String, RawJson>> left = new LinkedHashMap<>();
        extensions.byDialect().forEach((dialect, fields) -> {
            Map<String, RawJson> kept = new LinkedHashMap<>(fields);
            RawJson object = kept.get(MEMBER);
            if (object != null && object.isObject()) {
                kept.remove(MEMBER);
            }
            left.put(dialect, kept);
        });
        return new Extensions(left);
    }

    void write(JsonWriter json) {
        if (members.isEmpty()) {
            return;
        }
        json.beginObject(MEMBER);
        Map<String, Map<String, RawJson>> objects = new LinkedHashMap<>();
        members.forEach((place, value) -> {
            int dot = place.indexOf('.');
            if (dot > 0 && !members.containsKey(place.substring(0, dot))) {
                objects.computeIfAbsent(place.substring(0, dot), name -> new LinkedHashMap<>())
                        .put(place.substring(dot + 1), value);
            } else if (dot <= 0) {
                json.field(place, value);
            }
        });
        objects.forEach((name, object) -> {
            json.beginObject(name);
            object.forEach(json::field);
            json.endObject();
        });
        json.endObject();
    }
}
