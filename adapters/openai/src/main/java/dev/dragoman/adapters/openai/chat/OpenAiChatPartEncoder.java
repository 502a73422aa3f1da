// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.DataUrl;
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
import org.jspecify.annotations.Nullable;

/** Writes parts that fit as the typed parts of {@code content}. */
final class OpenAiChatPartEncoder implements Part.Cases<JsonWriter> {
    private final JsonWriter json;

    OpenAiChatPartEncoder(JsonWriter json) {
        this.json = json;
    }

    /** Writes the part as an element of the array that is being written. */
    void encode(Part part) {
        part.accept(this);
    }

    @Override
    public JsonWriter text(Text part) {
        json.beginObject().field("type", "text").field("text", part.text());
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter image(Image part) {
        json.beginObject().field("type", "image_url").beginObject("image_url");
        json.field("url", url(part.source())).field("detail", part.detail());
        OpenAiChatDialect.EXTENSIONS.writeNested(part.extensions(), "image_url", json);
        json.endObject();
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter video(Video part) {
        json.beginObject().field("type", "video_url").beginObject("video_url").field("url", url(part.source()));
        OpenAiChatDialect.EXTENSIONS.writeNested(part.extensions(), "video_url", json);
        json.endObject();
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter audio(Audio part) {
        if (!(part.source() instanceof MediaSource.Base64 sound)) {
            throw unfit(part);
        }
        json.beginObject().field("type", "input_audio").beginObject("input_audio");
        json.field("data", sound.data()).field("format", OpenAiChatMedia.format(sound.mediaType()));
        OpenAiChatDialect.EXTENSIONS.writeNested(part.extensions(), "input_audio", json);
        json.endObject();
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter document(Document part) {
        json.beginObject().field("type", "file").beginObject("file");
        if (part.source() instanceof MediaSource.FileId file) {
            json.field("file_id", file.id());
        } else if (part.source() instanceof MediaSource.Base64 base64) {
            json.field("file_data", base64.mediaType() == null ? base64.data() : DataUrl.format(base64));
        }
        json.field("filename", part.name());
        OpenAiChatDialect.EXTENSIONS.writeNested(part.extensions(), "file", json);
        json.endObject();
        return end(part.cache(), part.extensions());
    }

    @Override
    public JsonWriter refusal(Refusal part) {
        json.beginObject().field("type", "refusal").field("refusal", part.text());
        return end(null, part.extensions());
    }

    @Override
    public JsonWriter opaque(Opaque part) {
        return json.value(part.json());
    }

    @Override
    public JsonWriter reasoning(Reasoning part) {
        throw unfit(part);
    }

    @Override
    public JsonWriter toolCall(ToolCall part) {
        throw unfit(part);
    }

    @Override
    public JsonWriter toolResult(ToolResult part) {
        throw unfit(part);
    }

    private static IllegalStateException unfit(Part part) {
        return new IllegalStateException("is no part of content: " + part);
    }

    private static String url(MediaSource source) {
        if (source instanceof MediaSource.Url url) {
            return url.url();
        }
        if (source instanceof MediaSource.Base64 base64) {
            return DataUrl.format(base64);
        }
        throw new IllegalStateException("has no address: " + source);
    }

    private JsonWriter end(@Nullable CacheHint cache, Extensions extensions) {
        if (cache != null) {
            json.beginObject("prompt_cache_breakpoint")
                    .field("mode", "explicit")
                    .field("ttl", cache.ttl());
            OpenAiChatDialect.EXTENSIONS.writeNested(extensions, "prompt_cache_breakpoint", json);
            json.endObject();
        }
        OpenAiChatDialect.EXTENSIONS.writeOwn(extensions, json);
        return json.endObject();
    }
}
