// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import org.jspecify.annotations.Nullable;

/** {@code mediaResolution} of a part, and how closely to look at a picture in canonical words. */
final class GeminiResolutions {
    static final String FIELD = "mediaResolution";

    private GeminiResolutions() {}

    /** The canonical word; {@code null} if the object says something that no word does. */
    static @Nullable String decode(RawJson resolution) {
        if (!resolution.isObject()) {
            return null;
        }
        String word = null;
        try (JsonReader in = resolution.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (!in.name().equals("level") || !in.isString() || word != null) {
                    return null;
                }
                word = switch (in.string()) {
                    case "MEDIA_RESOLUTION_LOW" -> "low";
                    case "MEDIA_RESOLUTION_HIGH" -> "high";
                    case "MEDIA_RESOLUTION_ULTRA_HIGH" -> "original";
                    default -> "";
                };
            }
        }
        return word == null || word.isEmpty() ? null : word;
    }

    /** The level of a canonical word; {@code null} if there is none. */
    static @Nullable String encode(String detail) {
        return switch (detail) {
            case "low" -> "MEDIA_RESOLUTION_LOW";
            case "high" -> "MEDIA_RESOLUTION_HIGH";
            case "original" -> "MEDIA_RESOLUTION_ULTRA_HIGH";
            default -> null;
        };
    }
}
