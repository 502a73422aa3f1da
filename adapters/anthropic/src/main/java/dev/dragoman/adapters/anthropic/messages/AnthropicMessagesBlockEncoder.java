// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.ObjectArguments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes parts that fit as content blocks. */
final class AnthropicMessagesBlockEncoder implements Part.Cases<JsonWriter> {
    private final JsonWriter json;

    AnthropicMessagesBlockEncoder(JsonWriter json) {
        this.json = json;
    }

    void encode(Part part) {
        part.accept(this);
    }

    private JsonWriter end(@Nullable CacheHint cache, Extensions extensions) {
        AnthropicMessagesCache.encode(cache, json);
        AnthropicMessagesDialect.EXTENSIONS.writeOwn(extensions, json);
        return json.endObject();
    }

    private JsonWriter begin(String type) {
        return json.beginObject().field("type", type);
    }

    @Override
    public JsonWriter text(Text part) {
        begin("text").field("text", part.text());
        if (!part.citations().isEmpty()) {
            json.beginArray("citations");
            part.citations().forEach(citation -> AnthropicMessagesCitations.encode(citation, json));
            json.endArray();
        }
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter image(Image part) {
        begin("image");
        AnthropicMessagesSource.encode(part.source(), json);
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter document(Document part) {
        begin("document");
        AnthropicMessagesSource.encode(part.source(), json);
        json.field("title", part.name()).field("context", part.context());
        if (part.citations() != null) {
            json.beginObject("citations").field("enabled", part.citations()).endObject();
        }
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter toolCall(ToolCall part) {
        begin("tool_use").field("id", part.id()).field("name", part.name());
        json.field("input", ObjectArguments.encode(part.arguments()));
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter toolResult(ToolResult part) {
        begin("tool_result").field("tool_use_id", part.callId());
        List<Part> content = part.content();
        if (content.size() == 1 && content.get(0) instanceof Text text && text.isPlain()) {
            json.field("content", text.text());
        } else if (!content.isEmpty()) {
            json.beginArray("content");
            content.forEach(this::encode);
            json.endArray();
        }
        json.field("is_error", part.error());
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter reasoning(Reasoning part) {
        if (part.signature() != null) {
            begin("thinking").field("thinking", part.text() == null ? "" : part.text());
            json.field("signature", part.signature());
            end(null, part.extensions());
        }
        if (part.encrypted() != null) {
            begin("redacted_thinking").field("data", part.encrypted());
            end(null, part.signature() == null ? part.extensions() : Extensions.NONE);
        }
        return json;
    }

    @Override
    public JsonWriter opaque(Opaque part) {
        return json.value(part.json());
    }

    @Override
    public JsonWriter audio(Audio part) {
        throw unfit(part);
    }

    @Override
    public JsonWriter video(Video part) {
        throw unfit(part);
    }

    @Override
    public JsonWriter refusal(Refusal part) {
        throw unfit(part);
    }

    private static IllegalStateException unfit(Part part) {
        return new IllegalStateException("does not fit: " + part);
    }
}
