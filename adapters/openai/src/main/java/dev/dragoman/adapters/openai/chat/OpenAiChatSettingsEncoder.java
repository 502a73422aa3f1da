// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.UserLocation;
import dev.dragoman.model.settings.WebSearch;

/** The settings of a request that are more than one value. */
final class OpenAiChatSettingsEncoder implements OutputFormat.Cases<JsonWriter> {
    private static final String FORMAT = "response_format";

    private final JsonWriter json;
    private final Losses losses;
    private Extensions extensions = Extensions.NONE;

    OpenAiChatSettingsEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(ChatRequest request) {
        extensions = request.extensions();
        if (request.outputFormat() != null) {
            request.outputFormat().accept(this);
        }
        json.field("verbosity", request.verbosity());
        json.field("modalities", request.modalities());
        if (request.audioOutput() != null) {
            audio(request.audioOutput());
        }
        if (request.prediction() != null) {
            prediction(request.prediction());
        }
        json.field("logprobs", request.logprobs().enabled());
        json.field("top_logprobs", request.logprobs().top());
        json.field("user", request.endUser().user());
        json.field("safety_identifier", request.endUser().safetyIdentifier());
        json.field("metadata", request.metadata());
        cache(request.cache());
        json.field("service_tier", request.serviceTier());
        json.field("store", request.store());
        if (request.webSearch() != null) {
            webSearch(request.webSearch());
        }
    }

    @Override
    public JsonWriter plainText(OutputFormat.PlainText format) {
        beginFormat("text").endObject();
        return json;
    }

    @Override
    public JsonWriter jsonObject(OutputFormat.JsonObject format) {
        beginFormat("json_object").endObject();
        return json;
    }

    @Override
    public JsonWriter jsonSchema(OutputFormat.JsonSchema format) {
        beginFormat("json_schema").beginObject("json_schema");
        // A name is required here; dialects without names leave it out.
        String name = format.name();
        json.field("name", name == null ? "output" : name);
        if (name == null) {
            losses.add(
                    LossKind.DEFAULTED, "outputFormat.name", "a JSON schema needs a name here; it is called 'output'");
        }
        json.field("description", format.description());
        json.field("schema", format.schema());
        json.field("strict", format.strict());
        EXTENSIONS.writeNested(extensions, FORMAT + ".json_schema", json);
        json.endObject().endObject();
        return json;
    }

    @Override
    public JsonWriter foreign(OutputFormat.Foreign format) {
        if (format.dialect().equals(OpenAiChatDialect.ID)) {
            json.field(FORMAT, format.json());
        } else {
            losses.dropped("outputFormat", "a format that only " + format.dialect() + " knows");
        }
        return json;
    }

    private JsonWriter beginFormat(String type) {
        json.beginObject(FORMAT).field("type", type);
        EXTENSIONS.writeNested(extensions, FORMAT, json);
        return json;
    }

    private void audio(AudioOutput audio) {
        json.beginObject("audio");
        json.field("format", audio.format() == null ? "wav" : audio.format());
        if (audio.format() == null) {
            losses.add(LossKind.DEFAULTED, "audioOutput.format", "an audio format is required here; it is 'wav'");
        }
        if (audio.voiceId() != null) {
            json.beginObject("voice").field("id", audio.voiceId());
            EXTENSIONS.writeNested(extensions, "audio.voice", json);
            json.endObject();
            if (audio.voice() != null) {
                losses.dropped("audioOutput.voice", "a voice is named or has an id, not both");
            }
        } else {
            json.field("voice", audio.voice() == null ? "alloy" : audio.voice());
            if (audio.voice() == null) {
                losses.add(LossKind.DEFAULTED, "audioOutput.voice", "a voice is required here; it is 'alloy'");
            }
        }
        EXTENSIONS.writeNested(extensions, "audio", json);
        json.endObject();
    }

    private void prediction(Prediction prediction) {
        json.beginObject("prediction").field("type", "content");
        if (prediction.texts().size() == 1) {
            json.field("content", prediction.texts().get(0));
        } else {
            json.beginArray("content");
            for (String text : prediction.texts()) {
                json.beginObject().field("type", "text").field("text", text).endObject();
            }
            json.endArray();
        }
        EXTENSIONS.writeNested(extensions, "prediction", json);
        json.endObject();
    }

    private void cache(CacheSettings cache) {
        json.field("prompt_cache_key", cache.key());
        json.field("prompt_cache_retention", cache.retention());
        if (cache.mode() != null || cache.ttl() != null || EXTENSIONS.hasNested(extensions, "prompt_cache_options")) {
            json.beginObject("prompt_cache_options").field("mode", cache.mode()).field("ttl", cache.ttl());
            EXTENSIONS.writeNested(extensions, "prompt_cache_options", json);
            json.endObject();
        }
    }

    private void webSearch(WebSearch search) {
        json.beginObject("web_search_options").field("search_context_size", search.contextSize());
        UserLocation location = search.location();
        if (location != null) {
            json.beginObject("user_location").field("type", "approximate").beginObject("approximate");
            json.field("city", location.city());
            json.field("country", location.country());
            json.field("region", location.region());
            json.field("timezone", location.timezone());
            EXTENSIONS.writeNested(extensions, "web_search_options.user_location.approximate", json);
            json.endObject();
            EXTENSIONS.writeNested(extensions, "web_search_options.user_location", json);
            json.endObject();
        }
        EXTENSIONS.writeNested(extensions, "web_search_options", json);
        json.endObject();
        if (!search.allowedDomains().isEmpty()) {
            losses.dropped("webSearch.allowedDomains", "searches cannot be confined to domains here");
        }
        if (!search.blockedDomains().isEmpty()) {
            losses.dropped("webSearch.blockedDomains", "searches cannot leave out domains here");
        }
        if (search.maxUses() != null) {
            losses.dropped("webSearch.maxUses", "the number of searches cannot be limited here");
        }
    }
}
