// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link YamlNode#json()} wrote. */
final class JsonNodes {
    private JsonNodes() {}

    /** @param place what complaints call the file */
    static YamlNode read(byte[] json, String place) {
        try (JsonReader in = JsonReader.request(json)) {
            return read(in, place);
        }
    }

    private static YamlNode read(JsonReader in, String place) {
        if (in.isObject()) {
            Map<String, YamlNode> members = new LinkedHashMap<>();
            in.beginObject();
            while (in.nextField()) {
                members.put(in.name(), read(in, place));
            }
            return YamlNode.map(members, place);
        }
        if (in.isArray()) {
            List<YamlNode> elements = new ArrayList<>();
            in.beginArray();
            while (in.nextElement()) {
                elements.add(read(in, place));
            }
            return YamlNode.list(elements, place);
        }
        if (in.isString()) {
            return YamlNode.scalar(in.string(), false, place);
        }
        return YamlNode.scalar(in.raw().toString(), true, place);
    }
}
