// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.Video;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code content} of a message: a string, or an array of typed parts. Parts of an unknown type are kept whole. */
final class OpenAiChatPartDecoder {
    private @Nullable String type;
    private @Nullable String text;
    private @Nullable String refusal;
    private @Nullable String url;
    private @Nullable String detail;
    private @Nullable String data;
    private @Nullable String format;
    private @Nullable String fileData;
    private @Nullable String fileId;
    private @Nullable String filename;
    private @Nullable CacheHint cache;
    private boolean hasBody;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private OpenAiChatPartDecoder() {}

    static List<Part> content(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        if (in.isString()) {
            return List.of(Text.of(in.string()));
        }
        if (!in.isArray()) {
            throw in.mismatch("a string or an array of parts");
        }
        List<Part> parts = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            parts.add(new OpenAiChatPartDecoder().part(in));
        }
        return parts;
    }

    private Part part(JsonReader in) {
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            field(in);
        }
        if (type == null) {
            throw in.lacks("type");
        }
        Extensions extensions = Extensions.of(OpenAiChatDialect.ID, unknown);
        return switch (type) {
            case "text" -> new Text(required(in, text, "text"), List.of(), null, cache, extensions);
            case "refusal" -> new Refusal(required(in, refusal, "refusal"), extensions);
            case "image_url" -> new Image(DataUrl.parse(required(in, url, "image_url.url")), detail, cache, extensions);
            case "video_url" -> new Video(DataUrl.parse(required(in, url, "video_url.url")), cache, extensions);
            case "input_audio" ->
                new Audio(
                        new MediaSource.Base64(
                                OpenAiChatMedia.mediaType(required(in, format, "input_audio.format")),
                                required(in, data, "input_audio.data")),
                        null,
                        null,
                        null,
                        cache,
                        extensions);
            case "file" -> {
                if (!hasBody) {
                    throw in.lacks("file");
                }
                yield new Document(source(in), filename, null, null, cache, extensions);
            }
            default -> new Opaque(OpenAiChatDialect.ID, type, in.rawSince(mark));
        };
    }

    private static String required(JsonReader in, @Nullable String value, String member) {
        if (value == null) {
            throw in.lacks(member);
        }
        return value;
    }

    private MediaSource source(JsonReader in) {
        if (fileData != null) {
            if (fileId != null) {
                unknown.put("file.file_id", RawJson.string(fileId));
            }
            return DataUrl.isDataUrl(fileData) ? DataUrl.parse(fileData) : new MediaSource.Base64(null, fileData);
        }
        return MediaSource.FileId.of(required(in, fileId, "file.file_data"));
    }

    private void field(JsonReader in) {
        switch (in.name()) {
            case "type" -> type = in.string();
            case "text" -> text = in.string();
            case "refusal" -> refusal = in.string();
            case "image_url", "video_url" -> media(in);
            case "input_audio" -> {
                if (in.isObject()) {
                    audio(in);
                } else {
                    unknown.put("input_audio", in.raw());
                }
            }
            case "file" -> file(in);
            case "prompt_cache_breakpoint" -> breakpoint(in);
            default -> unknown.put(in.name(), in.raw());
        }
    }

    private void media(JsonReader in) {
        String member = in.name();
        if (in.isString()) {
            // Not the documented form, but many clients and vendors take it.
            url = url(in);
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "url" -> url = url(in);
                case "detail" -> detail = in.stringOrNull();
                default -> unknown.put(member + "." + in.name(), in.raw());
            }
        }
    }

    private static String url(JsonReader in) {
        String value = in.string();
        if (value.isBlank()) {
            throw in.invalid("an address must not be empty");
        }
        return checkDataUrl(in, value);
    }

    private static String checkDataUrl(JsonReader in, String value) {
        if (DataUrl.isDataUrl(value) && value.indexOf(',') < 0) {
            throw in.invalid("a data URL needs a comma before its content");
        }
        if (DataUrl.isDataUrl(value) && value.indexOf('%') >= 0) {
            try {
                DataUrl.parse(value);
            } catch (IllegalArgumentException e) {
                throw in.invalid(String.valueOf(e.getMessage()));
            }
        }
        return value;
    }

    private void audio(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "data" -> data = in.string();
                case "format" -> format = in.string();
                default -> unknown.put("input_audio." + in.name(), in.raw());
            }
        }
    }

    private void file(JsonReader in) {
        hasBody = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "file_data" -> fileData = in.isNull() ? null : checkDataUrl(in, in.string());
                case "file_id" -> fileId = in.stringOrNull();
                case "filename" -> filename = in.stringOrNull();
                default -> unknown.put("file." + in.name(), in.raw());
            }
        }
    }

    private void breakpoint(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        String ttl = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "ttl" -> ttl = in.stringOrNull();
                case "mode" -> in.string();
                default -> unknown.put("prompt_cache_breakpoint." + in.name(), in.raw());
            }
        }
        cache = ttl == null ? CacheHint.DEFAULT : new CacheHint(ttl);
    }
}
