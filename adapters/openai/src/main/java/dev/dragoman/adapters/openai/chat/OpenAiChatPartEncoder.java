// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The typed parts of {@code content}. A part that has no place is reported and leaves no trace. */
final class OpenAiChatPartEncoder implements Part.Cases<JsonWriter> {
    private final JsonWriter json;
    private final Losses losses;
    private String path = "";

    OpenAiChatPartEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    /** Writes the part as an element of the array that is being written. */
    void encode(Part part, String canonicalPath) {
        path = canonicalPath;
        part.accept(this);
    }

    @Override
    public JsonWriter text(Text part) {
        json.beginObject().field("type", "text").field("text", part.text());
        end(part.cache(), part);
        if (!part.citations().isEmpty()) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".citations", "citations stand in answers only");
        }
        if (part.signature() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".signature", "only an answer's text is signed");
        }
        return json;
    }

    @Override
    public JsonWriter image(Image part) {
        String url = url(part.source());
        if (url == null) {
            losses.dropped(path, "a picture is given by an address or its content");
            return json;
        }
        json.beginObject().field("type", "image_url").beginObject("image_url");
        json.field("url", url).field("detail", part.detail());
        EXTENSIONS.writeNested(part.extensions(), "image_url", json);
        json.endObject();
        end(part.cache(), part);
        return json;
    }

    @Override
    public JsonWriter video(Video part) {
        String url = url(part.source());
        if (url == null) {
            losses.dropped(path, "a film is given by an address or its content");
            return json;
        }
        json.beginObject().field("type", "video_url").beginObject("video_url").field("url", url);
        EXTENSIONS.writeNested(part.extensions(), "video_url", json);
        json.endObject();
        end(part.cache(), part);
        return json;
    }

    @Override
    public JsonWriter audio(Audio part) {
        MediaSource source = part.source();
        String format = source instanceof MediaSource.Base64 base64 ? OpenAiChatMedia.format(base64.mediaType()) : null;
        if (!(source instanceof MediaSource.Base64 base64) || format == null) {
            losses.dropped(path, "sound is given by its content and a known format");
            return json;
        }
        json.beginObject().field("type", "input_audio").beginObject("input_audio");
        json.field("data", base64.data()).field("format", format);
        EXTENSIONS.writeNested(part.extensions(), "input_audio", json);
        json.endObject();
        end(part.cache(), part);
        if (!OpenAiChatMedia.mediaType(format).equals(base64.mediaType())) {
            losses.add(
                    LossKind.APPROXIMATED,
                    Severity.NOTE,
                    path + ".source.mediaType",
                    "another name of the same format");
        }
        if (part.id() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".id", "the sound itself is sent");
        }
        if (part.transcript() != null) {
            losses.dropped(path + ".transcript", "sound to be heard has no transcript");
        }
        if (part.expiresAt() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".expiresAt", "sound to be heard does not expire");
        }
        return json;
    }

    @Override
    public JsonWriter document(Document part) {
        MediaSource source = part.source();
        if (source instanceof MediaSource.Url) {
            losses.dropped(path, "a file is given by its content or an id, not by an address");
            return json;
        }
        json.beginObject().field("type", "file").beginObject("file");
        if (source instanceof MediaSource.FileId file) {
            json.field("file_id", file.id());
            if (file.mediaType() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + ".source.mediaType", "the id tells it");
            }
        } else if (source instanceof MediaSource.Base64 base64) {
            json.field("file_data", base64.mediaType() == null ? base64.data() : DataUrl.format(base64));
        } else if (source instanceof MediaSource.PlainText text) {
            String data = Base64.getEncoder().encodeToString(text.text().getBytes(StandardCharsets.UTF_8));
            json.field("file_data", DataUrl.format(new MediaSource.Base64("text/plain", data)));
            losses.add(LossKind.EMULATED, path + ".source", "the text is sent as a file");
        }
        json.field("filename", part.name());
        EXTENSIONS.writeNested(part.extensions(), "file", json);
        json.endObject();
        end(part.cache(), part);
        if (part.context() != null) {
            losses.dropped(path + ".context", "a file carries no context");
        }
        if (part.citations() != null) {
            losses.dropped(path + ".citations", "citations of files cannot be asked for");
        }
        return json;
    }

    @Override
    public JsonWriter refusal(Refusal part) {
        json.beginObject().field("type", "refusal").field("refusal", part.text());
        end(null, part);
        return json;
    }

    @Override
    public JsonWriter opaque(Opaque part) {
        if (part.dialect().equals(OpenAiChatDialect.ID)) {
            json.value(part.json());
        } else {
            losses.dropped(path, "a part that only " + part.dialect() + " knows");
        }
        return json;
    }

    @Override
    public JsonWriter reasoning(Reasoning part) {
        losses.dropped(path, "reasoning stands in answers only");
        return json;
    }

    @Override
    public JsonWriter toolCall(ToolCall part) {
        throw new IllegalStateException("a tool call is not a part of content");
    }

    @Override
    public JsonWriter toolResult(ToolResult part) {
        throw new IllegalStateException("a tool result is not a part of content");
    }

    private @Nullable String url(MediaSource source) {
        if (source instanceof MediaSource.Url url) {
            if (url.mediaType() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path + ".source.mediaType", "the address tells it");
            }
            return url.url();
        }
        if (source instanceof MediaSource.Base64 base64) {
            if (base64.mediaType() == null) {
                losses.add(
                        LossKind.DEFAULTED,
                        Severity.NOTE,
                        path + ".source.mediaType",
                        "a data URL needs a media type; it is application/octet-stream");
            }
            return DataUrl.format(base64);
        }
        return null;
    }

    private void end(@Nullable CacheHint cache, Part part) {
        if (cache != null) {
            json.beginObject("prompt_cache_breakpoint")
                    .field("mode", "explicit")
                    .field("ttl", cache.ttl());
            EXTENSIONS.writeNested(part.extensions(), "prompt_cache_breakpoint", json);
            json.endObject();
        }
        EXTENSIONS.write(part.extensions(), path, json, losses);
        json.endObject();
    }
}
