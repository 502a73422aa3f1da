// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code generationConfig} of a request. Source: {@code GenerationConfig} of npm {@code @google/genai} 3.1.0. */
final class GeminiConfigDecoder {
    static final String CONFIG = "generationConfig";
    private static final String SPEECH = CONFIG + ".speechConfig";

    private final Map<String, RawJson> unknown;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private @Nullable Long seed;
    private @Nullable String mimeType;
    private @Nullable RawJson schema;
    private @Nullable RawJson jsonSchema;
    private @Nullable RawJson asWritten;
    private @Nullable Boolean logprobs;
    private @Nullable Integer topLogprobs;

    @Nullable Integer candidateCount;

    @Nullable Long maxOutputTokens;

    List<String> stop = List.of();
    List<String> modalities = List.of();

    @Nullable AudioOutput audioOutput;

    ReasoningSettings reasoning = ReasoningSettings.DEFAULT;

    /** @param unknown where fields go that the canonical model does not know, beginning with {@code generationConfig.} */
    GeminiConfigDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    Sampling sampling() {
        return new Sampling(temperature, topP, topK, frequencyPenalty, presencePenalty, seed, Map.of());
    }

    LogprobSettings logprobs() {
        return logprobs == null && topLogprobs == null
                ? LogprobSettings.DEFAULT
                : new LogprobSettings(logprobs, topLogprobs);
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            field(in, in.name());
        }
    }

    private void field(JsonReader in, String name) {
        String camel = GeminiNames.camel(name);
        switch (camel) {
            case "temperature" -> temperature = in.numberOrNull();
            case "topP" -> topP = in.numberOrNull();
            case "topK" -> topK = in.smallIntegerOrNull();
            case "frequencyPenalty" -> frequencyPenalty = in.numberOrNull();
            case "presencePenalty" -> presencePenalty = in.numberOrNull();
            case "seed" -> seed = in.integerOrNull();
            case "candidateCount" -> candidateCount = count(in);
            case "maxOutputTokens" -> {
                maxOutputTokens = in.integerOrNull();
                if (maxOutputTokens != null && maxOutputTokens < 0) {
                    throw in.invalid("it is at least 0");
                }
            }
            case "stopSequences" -> stop = strings(in);
            case "responseLogprobs" -> logprobs = in.boolOrNull();
            case "logprobs" -> topLogprobs = in.smallIntegerOrNull();
            case "responseMimeType" -> mimeType = in.stringOrNull();
            case "responseSchema" -> {
                if (!in.isNull()) {
                    asWritten = in.isObject() ? in.raw() : null;
                    if (asWritten == null) {
                        throw in.mismatch("an object");
                    }
                    try (JsonReader again = asWritten.reader()) {
                        schema = GeminiSchemaDecoder.decode(again);
                    }
                }
            }
            case "responseJsonSchema" -> {
                if (!in.isNull() && !in.isObject()) {
                    throw in.mismatch("an object");
                }
                jsonSchema = in.isNull() ? null : in.raw();
            }
            case "responseModalities" ->
                modalities = strings(in).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
            case "speechConfig" -> speech(in);
            case "thinkingConfig" -> thinking(in);
            case "mediaResolution",
                    "imageConfig",
                    "audioTranscriptionConfig",
                    "enableEnhancedCivicAnswers",
                    "audioTimestamp",
                    "routingConfig",
                    "modelConfig" -> unknown.put(CONFIG + "." + camel, in.raw());
            default -> unknown.put(CONFIG + "." + name, in.raw());
        }
    }

    private static @Nullable Integer count(JsonReader in) {
        Integer count = in.smallIntegerOrNull();
        if (count != null && count < 0) {
            throw in.invalid("it is at least 0");
        }
        return count;
    }

    /** A list of strings; empty for {@code null}. */
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

    /** What the text must look like; {@code null} if nothing is said. */
    @Nullable OutputFormat format() {
        RawJson given = jsonSchema != null ? jsonSchema : schema;
        if (jsonSchema != null && schema != null) {
            throw ChatException.invalid(
                    CONFIG + ".responseJsonSchema", "responseSchema and responseJsonSchema exclude each other");
        }
        if (mimeType == null) {
            return given == null ? null : new OutputFormat.JsonSchema(null, null, given, null);
        }
        return switch (mimeType) {
            case "application/json" ->
                given == null ? OutputFormat.JSON_OBJECT : new OutputFormat.JsonSchema(null, null, given, null);
            case "text/plain" -> given == null ? OutputFormat.TEXT : foreign(mimeType);
            default -> foreign(mimeType);
        };
    }

    private OutputFormat foreign(String type) {
        WireBuffer out = new WireBuffer(128);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("responseMimeType", type);
            json.field("responseSchema", asWritten).field("responseJsonSchema", jsonSchema);
            json.endObject();
        }
        return new OutputFormat.Foreign(GeminiDialect.ID, RawJson.written(out));
    }

    /** A ready-made voice has a canonical home; everything else is kept as it is. */
    private void speech(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        RawJson whole = in.isObject() ? in.raw() : null;
        if (whole == null) {
            throw in.mismatch("an object");
        }
        String voice = null;
        Map<String, RawJson> rest = new LinkedHashMap<>(0);
        try (JsonReader speech = whole.reader()) {
            speech.beginObject();
            while (speech.nextField()) {
                if (GeminiNames.camel(speech.name()).equals("voiceConfig")) {
                    RawJson config = speech.raw();
                    voice = readyMade(config);
                    if (voice == null) {
                        unknown.put(SPEECH, whole);
                        return;
                    }
                } else {
                    rest.put(SPEECH + "." + speech.name(), speech.raw());
                }
            }
        }
        if (voice == null) {
            unknown.put(SPEECH, whole);
        } else {
            audioOutput = new AudioOutput(null, voice, null);
            unknown.putAll(rest);
        }
    }

    /** The name, if the object holds the name of a ready-made voice and nothing else. */
    private static @Nullable String readyMade(RawJson config) {
        RawJson inner = only(config, "prebuiltVoiceConfig");
        RawJson name = inner == null ? null : only(inner, "voiceName");
        if (name == null || !name.isString()) {
            return null;
        }
        try (JsonReader in = name.reader()) {
            return in.string();
        }
    }

    private static @Nullable RawJson only(RawJson object, String member) {
        if (!object.isObject()) {
            return null;
        }
        RawJson value = null;
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (value != null || !GeminiNames.camel(in.name()).equals(member)) {
                    return null;
                }
                value = in.raw();
            }
        }
        return value;
    }

    private void thinking(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        Long budget = null;
        ReasoningEffort effort = null;
        ReasoningSettings.Visibility visibility = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (GeminiNames.camel(in.name())) {
                case "includeThoughts" -> {
                    Boolean include = in.boolOrNull();
                    visibility = include == null
                            ? null
                            : include ? ReasoningSettings.Visibility.AUTO : ReasoningSettings.Visibility.OMITTED;
                }
                case "thinkingBudget" -> {
                    budget = in.integerOrNull();
                    if (budget != null && budget < -1) {
                        throw in.invalid("it is at least -1");
                    }
                }
                case "thinkingLevel" -> {
                    String level = in.stringOrNull();
                    effort = level == null || level.isEmpty() || level.equalsIgnoreCase("THINKING_LEVEL_UNSPECIFIED")
                            ? null
                            : new ReasoningEffort(level.toLowerCase(Locale.ROOT));
                }
                default -> extra.put(in.name(), in.raw());
            }
        }
        ReasoningSettings.Mode mode = budget == null || budget > 0
                ? null
                : budget == 0 ? ReasoningSettings.Mode.OFF : ReasoningSettings.Mode.ADAPTIVE;
        reasoning = new ReasoningSettings(
                mode,
                effort,
                budget == null || budget <= 0 ? null : budget,
                visibility,
                Extensions.of(GeminiDialect.ID, extra));
    }
}
