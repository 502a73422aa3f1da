// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.MediaSource;
import org.jspecify.annotations.Nullable;

/** {@code source} of a picture or document. */
final class AnthropicMessagesSource {
    private @Nullable String type;
    private @Nullable String mediaType;
    private @Nullable String data;
    private @Nullable String url;
    private @Nullable String fileId;
    private boolean strange;

    private AnthropicMessagesSource() {}

    static AnthropicMessagesSource read(JsonReader in) {
        AnthropicMessagesSource source = new AnthropicMessagesSource();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> source.type = in.string();
                case "media_type" -> source.mediaType = in.stringOrNull();
                case "data" -> source.data = in.stringOrNull();
                case "url" -> source.url = in.stringOrNull();
                case "file_id" -> source.fileId = in.stringOrNull();
                default -> {
                    source.strange = true;
                    in.skip();
                }
            }
        }
        return source;
    }

    /**
     * Where the bytes are; {@code null} for a form that the canonical model does not know.
     *
     * @param path of this source
     * @throws dev.dragoman.model.error.ChatException if something is missing
     */
    @Nullable MediaSource media(JsonReader in, String path) {
        if (type == null) {
            throw in.missing(path + ".type");
        }
        if (strange) {
            return null;
        }
        return switch (type) {
            case "base64" -> new MediaSource.Base64(mediaType, required(data, "data", in, path));
            case "text" -> new MediaSource.PlainText(required(data, "data", in, path));
            case "url" -> MediaSource.Url.of(required(url, "url", in, path));
            case "file" -> MediaSource.FileId.of(required(fileId, "file_id", in, path));
            default -> null;
        };
    }

    private static String required(@Nullable String value, String member, JsonReader in, String path) {
        if (value == null) {
            throw in.missing(path + "." + member);
        }
        return value;
    }

    static void encode(MediaSource source, JsonWriter json) {
        json.beginObject("source");
        if (source instanceof MediaSource.Base64 base64) {
            json.field("type", "base64").field("media_type", base64.mediaType()).field("data", base64.data());
        } else if (source instanceof MediaSource.PlainText text) {
            json.field("type", "text").field("media_type", "text/plain").field("data", text.text());
        } else if (source instanceof MediaSource.Url url) {
            json.field("type", "url").field("url", url.url());
        } else if (source instanceof MediaSource.FileId file) {
            json.field("type", "file").field("file_id", file.id());
        }
        json.endObject();
    }
}
