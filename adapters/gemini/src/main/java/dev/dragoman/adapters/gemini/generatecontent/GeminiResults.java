// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import org.jspecify.annotations.Nullable;

/**
 * The object that tells what a function returned. Source: {@code FunctionResponse} of npm {@code @google/genai} 3.1.0: the member
 * {@code output} is what came back, {@code error} a failure, and an object without them came back as a whole. A member
 * {@code $ref} would refer to media.
 */
final class GeminiResults {
    private GeminiResults() {}

    static RawJson object(String text, boolean error) {
        RawJson whole = error ? null : whole(text);
        if (whole != null) {
            return whole;
        }
        String member = error ? GeminiResponse.ERROR : GeminiResponse.OUTPUT;
        return RawJson.parse("{\"" + member + "\":" + RawJson.string(text) + "}");
    }

    /** The text, if it is an object that means itself there. */
    private static @Nullable RawJson whole(String text) {
        if (!text.startsWith("{") || !text.endsWith("}") || text.contains("\"$ref\"")) {
            return null;
        }
        RawJson json;
        try {
            json = RawJson.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
        int members = 0;
        boolean known = false;
        try (JsonReader in = json.reader()) {
            in.beginObject();
            while (in.nextField()) {
                members++;
                known |= in.name().equals(GeminiResponse.OUTPUT) || in.name().equals(GeminiResponse.ERROR);
                in.skip();
            }
        }
        return members > 0 && !known ? json : null;
    }
}
