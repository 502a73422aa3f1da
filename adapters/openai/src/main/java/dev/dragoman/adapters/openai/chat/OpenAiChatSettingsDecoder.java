// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.UserLocation;
import dev.dragoman.model.settings.WebSearch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a request that are more than one value. Unknown members of them go into {@code unknown}, dotted. */
final class OpenAiChatSettingsDecoder {
    private OpenAiChatSettingsDecoder() {}

    static List<String> strings(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            values.add(in.string());
        }
        return values;
    }

    /** A string or an array of them. */
    static List<String> stop(JsonReader in) {
        return in.isString() ? List.of(in.string()) : strings(in);
    }

    static Map<String, Double> logitBias(JsonReader in) {
        if (in.isNull()) {
            return Map.of();
        }
        Map<String, Double> bias = new LinkedHashMap<>();
        in.beginObject();
        while (in.nextField()) {
            bias.put(in.name(), in.number());
        }
        return bias;
    }

    static Map<String, String> metadata(JsonReader in) {
        if (in.isNull()) {
            return Map.of();
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        in.beginObject();
        while (in.nextField()) {
            metadata.put(in.name(), in.string());
        }
        return metadata;
    }

    /** The inner member is {@code type}; the sample of one gateway calls it {@code response_format}. */
    static @Nullable OutputFormat outputFormat(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return null;
        }
        int mark = in.mark();
        String path = in.path();
        String type = null;
        OutputFormat.JsonSchema schema = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type", "response_format" -> type = in.string();
                case "json_schema" -> schema = in.isNull() ? null : jsonSchema(in, extra);
                default -> extra.put("response_format." + in.name(), in.raw());
            }
        }
        if (type == null) {
            throw in.missing(path + ".type");
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
            return new OutputFormat.Foreign(OpenAiChatDialect.ID, in.rawSince(mark));
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
                case "schema" -> schema = in.isNull() ? null : object(in);
                case "strict" -> strict = in.boolOrNull();
                default -> extra.put("response_format.json_schema." + in.name(), in.raw());
            }
        }
        if (name == null) {
            throw in.missing(path + ".name");
        }
        return new OutputFormat.JsonSchema(name, description, schema, strict);
    }

    static @Nullable AudioOutput audio(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return null;
        }
        String path = in.path();
        String format = null;
        String voice = null;
        String voiceId = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "format" -> format = in.string();
                case "voice" -> {
                    if (in.isObject()) {
                        String voicePath = in.path();
                        in.beginObject();
                        while (in.nextField()) {
                            if (in.name().equals("id")) {
                                voiceId = in.string();
                            } else {
                                unknown.put("audio.voice." + in.name(), in.raw());
                            }
                        }
                        if (voiceId == null) {
                            throw in.missing(voicePath + ".id");
                        }
                    } else {
                        voice = in.string();
                    }
                }
                default -> unknown.put("audio." + in.name(), in.raw());
            }
        }
        if (format == null) {
            throw in.missing(path + ".format");
        }
        if (voice == null && voiceId == null) {
            throw in.missing(path + ".voice");
        }
        return new AudioOutput(format, voice, voiceId);
    }

    static @Nullable Prediction prediction(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return null;
        }
        String path = in.path();
        List<String> texts = new ArrayList<>(1);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> {
                    if (!in.string().equals("content")) {
                        throw in.invalid("a prediction is of type 'content'");
                    }
                }
                case "content" -> {
                    if (in.isString()) {
                        texts.add(in.string());
                    } else {
                        in.beginArray();
                        while (in.nextElement()) {
                            texts.add(predictedText(in, unknown));
                        }
                    }
                }
                default -> unknown.put("prediction." + in.name(), in.raw());
            }
        }
        if (texts.isEmpty()) {
            throw in.missing(path + ".content");
        }
        return new Prediction(texts);
    }

    private static String predictedText(JsonReader in, Map<String, RawJson> unknown) {
        String path = in.path();
        String text = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "text" -> text = in.string();
                case "type" -> {
                    if (!in.string().equals("text")) {
                        throw in.invalid("a prediction is made of texts");
                    }
                }
                default -> unknown.put(path + "." + in.name(), in.raw());
            }
        }
        if (text == null) {
            throw in.missing(path + ".text");
        }
        return text;
    }

    static @Nullable WebSearch webSearch(JsonReader in, Map<String, RawJson> unknown) {
        if (in.isNull()) {
            return null;
        }
        String contextSize = null;
        UserLocation location = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "search_context_size" -> contextSize = in.stringOrNull();
                case "user_location" -> location = in.isNull() ? null : location(in, unknown);
                default -> unknown.put("web_search_options." + in.name(), in.raw());
            }
        }
        return new WebSearch(contextSize, location, List.of(), List.of(), null);
    }

    private static UserLocation location(JsonReader in, Map<String, RawJson> unknown) {
        String city = null;
        String region = null;
        String country = null;
        String timezone = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> in.string();
                case "approximate" -> {
                    in.beginObject();
                    while (in.nextField()) {
                        switch (in.name()) {
                            case "city" -> city = in.stringOrNull();
                            case "region" -> region = in.stringOrNull();
                            case "country" -> country = in.stringOrNull();
                            case "timezone" -> timezone = in.stringOrNull();
                            default ->
                                unknown.put("web_search_options.user_location.approximate." + in.name(), in.raw());
                        }
                    }
                }
                default -> unknown.put("web_search_options.user_location." + in.name(), in.raw());
            }
        }
        return new UserLocation(city, region, country, timezone);
    }

    /** An object as its own text. */
    static RawJson object(JsonReader in) {
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        return in.raw();
    }
}
