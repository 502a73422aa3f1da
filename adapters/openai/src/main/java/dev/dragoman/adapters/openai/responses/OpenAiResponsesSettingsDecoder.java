// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a request that are more than one value. Unknown members of them are kept under dotted names. */
final class OpenAiResponsesSettingsDecoder {
    static final String LOGPROBS = "message.output_text.logprobs";
    static final String ENCRYPTED = "reasoning.encrypted_content";

    private final Map<String, RawJson> unknown;
    private @Nullable String verbosity;
    private @Nullable OutputFormat outputFormat;
    private ReasoningSettings reasoning = ReasoningSettings.DEFAULT;
    private @Nullable Boolean logprobs;

    OpenAiResponsesSettingsDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    @Nullable String verbosity() {
        return verbosity;
    }

    @Nullable OutputFormat outputFormat() {
        return outputFormat;
    }

    ReasoningSettings reasoning() {
        return reasoning;
    }

    @Nullable Boolean logprobs() {
        return logprobs;
    }

    void text(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "format" -> outputFormat = format(in);
                case "verbosity" -> verbosity = in.stringOrNull();
                default -> unknown.put("text." + in.name(), in.raw());
            }
        }
    }

    private @Nullable OutputFormat format(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        int mark = in.mark();
        String path = in.path();
        String type = null;
        String name = null;
        String description = null;
        RawJson schema = null;
        Boolean strict = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "name" -> name = in.stringOrNull();
                case "description" -> description = in.stringOrNull();
                case "schema" -> schema = in.isNull() ? null : OpenAiResponsesToolDecoder.object(in);
                case "strict" -> strict = in.boolOrNull();
                default -> extra.put("text.format." + in.name(), in.raw());
            }
        }
        if (type == null) {
            throw in.missing(path + ".type");
        }
        OutputFormat plain = switch (type) {
            case "text" -> OutputFormat.TEXT;
            case "json_object" -> OutputFormat.JSON_OBJECT;
            case "json_schema" -> {
                if (name == null) {
                    throw in.missing(path + ".name");
                }
                if (schema == null) {
                    throw in.missing(path + ".schema");
                }
                yield new OutputFormat.JsonSchema(name, description, schema, strict);
            }
            default -> new OutputFormat.Foreign(OpenAiResponsesDialect.ID, in.rawSince(mark));
        };
        if (!(plain instanceof OutputFormat.Foreign)) {
            unknown.putAll(extra);
        }
        return plain;
    }

    void reasoning(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        String effort = null;
        Visibility visibility = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            switch (name) {
                case "effort" -> {
                    effort = in.stringOrNull();
                    if (effort != null && effort.isEmpty()) {
                        throw in.invalid("an effort is a word such as 'low'");
                    }
                }
                case "summary", "generate_summary" -> {
                    String word = in.stringOrNull();
                    Visibility known = visibility(word);
                    visibility = known != null ? known : visibility;
                    if (known == null && word != null) {
                        extra.put(name, RawJson.string(word));
                    }
                }
                default -> {
                    RawJson value = in.raw();
                    if (!value.isNull()) {
                        extra.put(name, value);
                    }
                }
            }
        }
        if (effort != null || visibility != null || !extra.isEmpty()) {
            reasoning = new ReasoningSettings(
                    null,
                    effort == null ? null : new ReasoningEffort(effort),
                    null,
                    visibility,
                    OpenAiResponsesFields.of(extra));
        }
    }

    private static @Nullable Visibility visibility(@Nullable String word) {
        return switch (String.valueOf(word)) {
            case "auto" -> Visibility.AUTO;
            case "concise" -> Visibility.CONCISE;
            case "detailed" -> Visibility.DETAILED;
            default -> null;
        };
    }

    /**
     * What to return besides the answer. Encrypted reasoning is returned to every client, so that the wish for it needs no home;
     * the vendor is asked for it whenever the model may reason.
     */
    void include(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        int mark = in.mark();
        boolean others = false;
        in.beginArray();
        while (in.nextElement()) {
            switch (in.string()) {
                case LOGPROBS -> logprobs = Boolean.TRUE;
                case ENCRYPTED -> {}
                default -> others = true;
            }
        }
        if (others) {
            unknown.put("include", in.rawSince(mark));
        }
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
}
