// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a request that are more than one value. Unknown members of them go into {@code unknown}, dotted. */
final class MistralChatSettingsDecoder {
    private MistralChatSettingsDecoder() {}

    /** A string or an array of them. */
    static List<String> stop(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        if (in.isString()) {
            return List.of(in.string());
        }
        List<String> values = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            values.add(in.string());
        }
        return values;
    }

    /** A free object: texts are labels, everything else stays what it is. */
    static Map<String, String> metadata(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return Map.of();
        }
        int mark = in.mark();
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, RawJson> others = new LinkedHashMap<>(0);
        boolean dotted = false;
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (in.isString()) {
                labels.put(name, in.string());
            } else {
                dotted |= name.indexOf('.') >= 0;
                others.put("metadata." + name, in.raw());
            }
        }
        if (dotted) {
            unknown.put("metadata", in.rawSince(mark));
            return Map.of();
        }
        unknown.putAll(others);
        return labels;
    }

    static @Nullable Prediction prediction(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return null;
        }
        String text = "";
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> {
                    if (!in.string().equals("content")) {
                        throw in.invalid("a prediction is of type 'content'");
                    }
                }
                case "content" -> text = in.string();
                default -> unknown.put("prediction." + in.name(), in.raw());
            }
        }
        return new Prediction(List.of(text));
    }

    /** {@code response_format}; a type that is left out is {@code text}. */
    static @Nullable OutputFormat outputFormat(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return null;
        }
        int mark = in.mark();
        String path = in.path();
        String type = "text";
        OutputFormat.JsonSchema schema = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "json_schema" -> schema = in.isNull() ? null : jsonSchema(in, extra);
                default -> extra.put("response_format." + in.name(), in.raw());
            }
        }
        OutputFormat format = switch (type) {
            case "text" -> OutputFormat.TEXT;
            case "json_object" -> OutputFormat.JSON_OBJECT;
            case "json_schema" -> {
                if (schema == null) {
                    throw in.missing(path + ".json_schema");
                }
                yield schema;
            }
            default -> null;
        };
        if (format == null) {
            return new OutputFormat.Foreign(MistralChatDialect.ID, in.rawSince(mark));
        }
        unknown.putAll(extra);
        return format;
    }

    private static OutputFormat.JsonSchema jsonSchema(JsonReader in, Map<String, RawJson> extra) {
        String path = in.path();
        String name = null;
        String description = null;
        RawJson schema = null;
        Boolean strict = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.string();
                case "description" -> description = in.stringOrNull();
                case "schema" -> schema = object(in);
                case "strict" -> strict = in.boolOrNull();
                default -> extra.put("response_format.json_schema." + in.name(), in.raw());
            }
        }
        if (name == null) {
            throw in.missing(path + ".name");
        }
        if (schema == null) {
            throw in.missing(path + ".schema");
        }
        return new OutputFormat.JsonSchema(name, description, schema, strict);
    }

    /** An object as its own text. */
    static RawJson object(JsonReader in) {
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        return in.raw();
    }
}
