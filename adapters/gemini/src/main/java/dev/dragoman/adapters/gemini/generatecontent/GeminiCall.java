// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code functionCall} of a part.
 *
 * @param id {@code null} where the vendor gives none
 * @param name {@code null} in the later pieces of a call that comes in pieces (Vertex)
 * @param args the arguments, an object; {@code null} if absent
 * @param partial {@code partialArgs}; {@code null} if absent
 * @param goesOn {@code willContinue}
 */
record GeminiCall(
        @Nullable String id,
        @Nullable String name,
        @Nullable RawJson args,
        @Nullable RawJson partial,
        boolean goesOn) {
    private static final String PREFIX = "functionCall.";

    /** @param extra where fields go that nobody knows */
    static GeminiCall read(JsonReader in, Map<String, RawJson> extra) {
        String id = null;
        String name = null;
        RawJson args = null;
        RawJson partial = null;
        boolean goesOn = false;
        in.beginObject();
        while (in.nextField()) {
            switch (GeminiNames.camel(in.name())) {
                case "id" -> id = in.stringOrNull();
                case "name" -> name = in.stringOrNull();
                case "args" -> {
                    if (!in.isNull() && !in.isObject()) {
                        throw in.mismatch("an object");
                    }
                    args = in.isNull() ? null : in.raw();
                }
                case "partialArgs" -> {
                    if (!in.isNull() && !in.isArray()) {
                        throw in.mismatch("an array");
                    }
                    partial = in.isNull() ? null : in.raw();
                }
                case "willContinue" -> goesOn = Boolean.TRUE.equals(in.boolOrNull());
                default -> extra.put(PREFIX + in.name(), in.raw());
            }
        }
        return new GeminiCall(id, name, args, partial, goesOn);
    }
}
