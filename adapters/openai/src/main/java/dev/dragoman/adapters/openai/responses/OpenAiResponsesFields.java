// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Extension fields of the pieces of a body. Those of a part stand in the part; those of the item around it, where a message of
 * the wire is less than one of the canonical model, are called {@code item.…} and belong to the item's first part.
 */
final class OpenAiResponsesFields {
    private static final String ITEM = "item.";
    private static final String MADE_UP = "dgm_";

    private OpenAiResponsesFields() {}

    /** Extensions of this dialect. */
    static Extensions of(Map<String, RawJson> fields) {
        return Extensions.of(OpenAiResponsesDialect.ID, fields);
    }

    /** Writes the own fields of the item that begins with a part. */
    static void writeItem(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(OpenAiResponsesDialect.ID).forEach((name, value) -> {
                if (name.startsWith(ITEM)) {
                    json.field(name.substring(ITEM.length()), value);
                }
            });
        }
    }

    /** Whether the part says something of an item that begins with it. */
    static boolean beginsItem(Extensions extensions) {
        return !extensions.isEmpty()
                && extensions.of(OpenAiResponsesDialect.ID).keySet().stream().anyMatch(name -> name.startsWith(ITEM));
    }

    /** The part with fields of the item that begins with it. */
    static Extensions withItem(Extensions extensions, Map<String, RawJson> item) {
        Map<String, RawJson> fields = new LinkedHashMap<>();
        item.forEach((name, value) -> fields.put(ITEM + name, value));
        return extensions.merge(of(fields));
    }

    /** An id of an item that we make: it says nothing, so it is not read back. */
    static String makeId(String prefix, String unique) {
        return prefix + MADE_UP + unique;
    }

    /** Whether we made this id up. */
    static boolean isMadeUp(String id) {
        return id.startsWith(MADE_UP, id.indexOf('_') + 1);
    }
}
