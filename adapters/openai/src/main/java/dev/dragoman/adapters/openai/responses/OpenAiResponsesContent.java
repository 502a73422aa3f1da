// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.TokenLogprobs;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One content part of a message, of a tool's output or of reasoning. Parts of an unknown type are kept whole. */
final class OpenAiResponsesContent {
    private static final String BREAKPOINT = "prompt_cache_breakpoint";

    private final boolean strict;
    private @Nullable String type;
    private @Nullable String text;
    private @Nullable String refusal;
    private @Nullable String imageUrl;
    private @Nullable String fileId;
    private @Nullable String fileUrl;
    private @Nullable String fileData;
    private @Nullable String filename;
    private @Nullable String detail;
    private @Nullable CacheHint cache;
    private List<Citation> citations = List.of();
    private @Nullable RawJson logprobs;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private OpenAiResponsesContent(boolean strict) {
        this.strict = strict;
    }

    /** Content of a request: a string or an array of parts. Probabilities that come back are kept as a field. */
    static List<Part> ofRequest(JsonReader in) {
        if (in.isString()) {
            return List.of(Text.of(in.string()));
        }
        if (!in.isArray()) {
            throw in.mismatch("a string or an array of parts");
        }
        List<Part> parts = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            OpenAiResponsesContent content = new OpenAiResponsesContent(true);
            Part part = content.read(in);
            parts.add(content.logprobs != null && part instanceof Text t ? content.withLogprobs(t) : part);
        }
        return parts;
    }

    private Part withLogprobs(Text part) {
        Extensions extensions = logprobs == null
                ? part.extensions()
                : part.extensions().with(OpenAiResponsesDialect.ID, "logprobs", logprobs);
        return new Text(part.text(), part.citations(), null, part.cache(), extensions);
    }

    /** A part of an answer, with the probabilities of its tokens. */
    record Told(Part part, List<TokenLogprob> logprobs) {}

    /** A part of an answer. */
    static Told ofReply(JsonReader in) {
        OpenAiResponsesContent content = new OpenAiResponsesContent(false);
        Part part = content.read(in);
        RawJson tokens = content.logprobs;
        if (tokens == null) {
            return new Told(part, List.of());
        }
        try (JsonReader list = JsonReader.reply(tokens)) {
            return new Told(part, TokenLogprobs.decode(list));
        }
    }

    private Part read(JsonReader in) {
        String path = in.path();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            field(in);
        }
        if (type == null) {
            throw in.missing(path + ".type");
        }
        return switch (type) {
            case "input_text", "output_text", "text", "reasoning_text", "summary_text" ->
                new Text(required(in, text, path + ".text"), citations, null, cache, OpenAiResponsesFields.of(unknown));
            case "refusal" -> new Refusal(required(in, refusal, path + ".refusal"), OpenAiResponsesFields.of(unknown));
            case "input_image" -> image(in, path);
            case "input_file" -> file(in, path);
            default -> new Opaque(OpenAiResponsesDialect.ID, type, in.rawSince(mark));
        };
    }

    private String required(JsonReader in, @Nullable String value, String path) {
        if (value == null && strict) {
            throw in.missing(path);
        }
        return value == null ? "" : value;
    }

    private Image image(JsonReader in, String path) {
        MediaSource source;
        if (imageUrl != null) {
            keep("file_id", fileId);
            source = DataUrl.parse(imageUrl);
        } else {
            source = MediaSource.FileId.of(required(in, fileId, path + ".image_url"));
        }
        return new Image(source, detail, cache, OpenAiResponsesFields.of(unknown));
    }

    private Document file(JsonReader in, String path) {
        keep("detail", detail);
        MediaSource source;
        if (fileData != null) {
            keep("file_id", fileId);
            keep("file_url", fileUrl);
            source = DataUrl.isDataUrl(fileData) ? DataUrl.parse(fileData) : new MediaSource.Base64(null, fileData);
        } else if (fileUrl != null) {
            keep("file_id", fileId);
            source = DataUrl.parse(fileUrl);
        } else {
            source = MediaSource.FileId.of(required(in, fileId, path + ".file_data"));
        }
        return new Document(source, filename, null, null, cache, OpenAiResponsesFields.of(unknown));
    }

    private void keep(String name, @Nullable String value) {
        if (value != null) {
            unknown.put(name, RawJson.string(value));
        }
    }

    private void field(JsonReader in) {
        switch (in.name()) {
            case "type" -> type = in.string();
            case "text" -> text = in.stringOrNull();
            case "refusal" -> refusal = in.stringOrNull();
            case "image_url" -> imageUrl = address(in);
            case "file_id" -> fileId = in.stringOrNull();
            case "file_url" -> fileUrl = address(in);
            case "file_data" -> fileData = address(in);
            case "filename" -> filename = in.stringOrNull();
            case "detail" -> detail = in.stringOrNull();
            case "annotations" -> citations = OpenAiResponsesCitations.decodeAll(in);
            case "logprobs" -> logprobs(in);
            case BREAKPOINT -> breakpoint(in);
            default -> unknown.put(in.name(), in.raw());
        }
    }

    private void logprobs(JsonReader in) {
        if (!in.isNull() && !in.isArray()) {
            throw in.mismatch("an array");
        }
        RawJson array = in.raw();
        logprobs = array.isArray() && array.toString().length() > 2 ? array : null;
    }

    private static @Nullable String address(JsonReader in) {
        String value = in.stringOrNull();
        if (value == null) {
            return null;
        }
        if (value.isBlank()) {
            throw in.invalid("an address or content must not be empty");
        }
        if (DataUrl.isDataUrl(value)) {
            try {
                DataUrl.parse(value);
            } catch (IllegalArgumentException e) {
                throw in.invalid(String.valueOf(e.getMessage()));
            }
        }
        return value;
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
                default -> unknown.put(BREAKPOINT + "." + in.name(), in.raw());
            }
        }
        cache = ttl == null ? CacheHint.DEFAULT : new CacheHint(ttl);
    }
}
