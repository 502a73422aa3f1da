// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
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

/** Writes parts that were fitted as chunks of a request, or of a reply where they are no reasoning. Reports nothing. */
final class MistralChatChunkEncoder implements Part.Cases<Boolean> {
    private final JsonWriter json;

    MistralChatChunkEncoder(JsonWriter json) {
        this.json = json;
    }

    /** Writes the chunk. */
    void encode(Part part) {
        part.accept(this);
    }

    private JsonWriter begin(String type) {
        return json.beginObject().field("type", type);
    }

    private Boolean end(Part part) {
        MistralChatDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        json.endObject();
        return true;
    }

    private static String address(MediaSource source) {
        if (source instanceof MediaSource.Base64 base64) {
            return DataUrl.format(base64);
        }
        return source instanceof MediaSource.Url url ? url.url() : "";
    }

    @Override
    public Boolean text(Text part) {
        begin("text").field("text", part.text());
        return end(part);
    }

    @Override
    public Boolean image(Image part) {
        begin("image_url");
        Extensions extensions = part.extensions();
        if (part.detail() == null && !MistralChatDialect.EXTENSIONS.hasNested(extensions, "image_url")) {
            json.field("image_url", address(part.source()));
        } else {
            json.beginObject("image_url").field("url", address(part.source())).field("detail", part.detail());
            MistralChatDialect.EXTENSIONS.writeNested(extensions, "image_url", json);
            json.endObject();
        }
        return end(part);
    }

    @Override
    public Boolean document(Document part) {
        if (part.source() instanceof MediaSource.FileId file) {
            begin("file").field("file_id", file.id());
        } else {
            begin("document_url").field("document_url", address(part.source())).field("document_name", part.name());
        }
        return end(part);
    }

    @Override
    public Boolean audio(Audio part) {
        MediaSource source = part.source();
        begin("input_audio");
        if (source instanceof MediaSource.Base64 base64) {
            json.field("input_audio", base64.data());
        } else if (source instanceof MediaSource.Url url) {
            json.field("input_audio", url.url());
        }
        return end(part);
    }

    @Override
    public Boolean reasoning(Reasoning part) {
        MistralChatThoughts.encodeNative(part, json);
        return true;
    }

    @Override
    public Boolean opaque(Opaque part) {
        json.value(part.json());
        return true;
    }

    @Override
    public Boolean video(Video part) {
        throw notFitted(part);
    }

    @Override
    public Boolean refusal(Refusal part) {
        throw notFitted(part);
    }

    @Override
    public Boolean toolCall(ToolCall part) {
        throw notFitted(part);
    }

    @Override
    public Boolean toolResult(ToolResult part) {
        throw notFitted(part);
    }

    private static IllegalStateException notFitted(Part part) {
        return new IllegalStateException(part.getClass().getSimpleName() + " is no chunk");
    }
}
