// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.prepare.ObjectArguments;
import org.jspecify.annotations.Nullable;

/** Writes parts that fit as content blocks, their breakpoints as blocks behind them. */
final class BedrockConverseBlockEncoder implements Part.Cases<JsonWriter> {
    private final JsonWriter json;

    BedrockConverseBlockEncoder(JsonWriter json) {
        this.json = json;
    }

    void encode(Part part) {
        part.accept(this);
    }

    private JsonWriter end(@Nullable CacheHint cache, Extensions extensions) {
        BedrockConverseDialect.EXTENSIONS.writeOwn(extensions, json);
        json.endObject().endObject();
        BedrockConverseCache.encode(cache, json);
        return json;
    }

    private JsonWriter begin(String member) {
        return json.beginObject().beginObject(member);
    }

    @Override
    public JsonWriter text(Text part) {
        if (part.citations().isEmpty()) {
            json.beginObject().field("text", part.text()).endObject();
            BedrockConverseCache.encode(part.cache(), json);
            return json;
        }
        begin("citationsContent").beginArray("content").beginObject();
        json.field("text", part.text()).endObject().endArray();
        json.beginArray("citations");
        part.citations().forEach(citation -> BedrockConverseCitations.encode(citation, json));
        json.endArray();
        return end(part.cache(), part.extensions());
    }

    private void format(BedrockConverseFormats formats, MediaSource source) {
        String type = BedrockConverseSource.mediaType(source);
        json.field("format", type == null ? null : formats.format(type));
    }

    @Override
    public JsonWriter image(Image part) {
        begin("image");
        format(BedrockConverseFormats.IMAGE, part.source());
        BedrockConverseSource.encode(part.source(), part.extensions(), json);
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter document(Document part) {
        begin("document").field("name", part.name());
        format(BedrockConverseFormats.DOCUMENT, part.source());
        BedrockConverseSource.encode(part.source(), part.extensions(), json);
        json.field("context", part.context());
        boolean nested = BedrockConverseDialect.EXTENSIONS.hasNested(part.extensions(), "citations");
        if (part.citations() != null || nested) {
            json.beginObject("citations").field("enabled", part.citations());
            BedrockConverseDialect.EXTENSIONS.writeNested(part.extensions(), "citations", json);
            json.endObject();
        }
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter video(Video part) {
        begin("video");
        format(BedrockConverseFormats.VIDEO, part.source());
        BedrockConverseSource.encode(part.source(), part.extensions(), json);
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter audio(Audio part) {
        if (part.source() == null) {
            throw unfit(part);
        }
        begin("audio");
        format(BedrockConverseFormats.AUDIO, part.source());
        BedrockConverseSource.encode(part.source(), part.extensions(), json);
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter toolCall(ToolCall part) {
        begin("toolUse").field("toolUseId", part.id()).field("name", part.name());
        json.field("input", ObjectArguments.encode(part.arguments()));
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter toolResult(ToolResult part) {
        begin("toolResult").field("toolUseId", part.callId()).beginArray("content");
        part.content().forEach(this::encode);
        json.endArray();
        if (part.error() != null) {
            json.field("status", part.error() ? "error" : "success");
        }
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter reasoning(Reasoning part) {
        if (part.signature() != null) {
            begin("reasoningContent").beginObject("reasoningText");
            json.field("text", part.text() == null ? "" : part.text()).field("signature", part.signature());
            json.endObject().endObject().endObject();
        }
        if (part.encrypted() != null) {
            begin("reasoningContent").field("redactedContent", part.encrypted());
            json.endObject().endObject();
        }
        return json;
    }

    @Override
    public JsonWriter opaque(Opaque part) {
        return json.value(part.json());
    }

    @Override
    public JsonWriter refusal(Refusal part) {
        throw unfit(part);
    }

    private static IllegalStateException unfit(Part part) {
        return new IllegalStateException("does not fit: " + part);
    }
}
