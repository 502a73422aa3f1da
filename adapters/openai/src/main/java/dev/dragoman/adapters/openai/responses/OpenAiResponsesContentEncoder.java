// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiTokens;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.response.TokenLogprob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes content parts that fit. */
final class OpenAiResponsesContentEncoder {
    private OpenAiResponsesContentEncoder() {}

    /** A part of what is said to the model. */
    static void write(Part part, JsonWriter json) {
        if (part instanceof Text text) {
            json.beginObject().field("type", "input_text").field("text", text.text());
            end(text.cache(), text.extensions(), json);
        } else if (part instanceof Image image) {
            json.beginObject().field("type", "input_image");
            if (image.source() instanceof MediaSource.Url url) {
                json.field("image_url", url.url());
            } else if (image.source() instanceof MediaSource.Base64 data) {
                json.field("image_url", DataUrl.format(data));
            } else if (image.source() instanceof MediaSource.FileId file) {
                json.field("file_id", file.id());
            }
            json.field("detail", image.detail());
            end(image.cache(), image.extensions(), json);
        } else if (part instanceof Document document) {
            json.beginObject().field("type", "input_file");
            if (document.source() instanceof MediaSource.Url url) {
                json.field("file_url", url.url());
            } else if (document.source() instanceof MediaSource.Base64 data) {
                json.field("file_data", data.mediaType() == null ? data.data() : DataUrl.format(data));
            } else if (document.source() instanceof MediaSource.FileId file) {
                json.field("file_id", file.id());
            }
            json.field("filename", document.name());
            end(document.cache(), document.extensions(), json);
        } else if (part instanceof Opaque opaque) {
            json.value(opaque.json());
        } else {
            throw new IllegalStateException("does not fit: " + part);
        }
    }

    private static void end(@Nullable CacheHint cache, Extensions extensions, JsonWriter json) {
        if (cache != null) {
            json.beginObject("prompt_cache_breakpoint")
                    .field("mode", "explicit")
                    .field("ttl", cache.ttl());
            OpenAiResponsesDialect.EXTENSIONS.writeNested(extensions, "prompt_cache_breakpoint", json);
            json.endObject();
        }
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(extensions, json);
        json.endObject();
    }

    /** A part of what the model said, in a request. */
    static void writeSaid(Part part, JsonWriter json) {
        if (part instanceof Text text) {
            json.beginObject().field("type", "output_text").field("text", text.text());
            if (!text.citations().isEmpty()) {
                annotations(text.citations(), json);
            }
            OpenAiResponsesDialect.EXTENSIONS.writeOwn(text.extensions(), json);
            json.endObject();
        } else if (part instanceof Refusal refusal) {
            refusal(refusal, json);
        }
    }

    /** A part of what the model says, in an answer, where clients look for all of its members. */
    static void writeTold(Part part, List<TokenLogprob> logprobs, JsonWriter json) {
        if (part instanceof Text text) {
            json.beginObject().field("type", "output_text");
            annotations(text.citations(), json);
            tokens(logprobs, json);
            json.field("text", text.text());
            OpenAiResponsesDialect.EXTENSIONS.writeOwn(text.extensions(), json);
            json.endObject();
        } else if (part instanceof Refusal refusal) {
            refusal(refusal, json);
        }
    }

    private static void refusal(Refusal refusal, JsonWriter json) {
        json.beginObject().field("type", "refusal").field("refusal", refusal.text());
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(refusal.extensions(), json);
        json.endObject();
    }

    private static void annotations(List<Citation> citations, JsonWriter json) {
        json.beginArray("annotations");
        citations.forEach(citation -> OpenAiResponsesCitations.encode(citation, json));
        json.endArray();
    }

    /** Writes the member {@code logprobs}. */
    static void tokens(List<TokenLogprob> logprobs, JsonWriter json) {
        json.beginArray("logprobs");
        logprobs.forEach(token -> OpenAiTokens.encode(token, json));
        json.endArray();
    }
}
