// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One chunk of {@code content}, of a request or a reply. A type that is left out follows from the members. Chunks of an unknown
 * type are kept whole. Source: {@code ContentChunk} of {@code @mistralai/mistralai} 2.7.0.
 */
final class MistralChatChunk {
    /** A thinking chunk. */
    static final String THINKING = "thinking";

    private @Nullable String type;
    private @Nullable String text;
    private @Nullable String image;
    private @Nullable String detail;
    private @Nullable String document;
    private @Nullable String documentName;
    private @Nullable String file;
    private @Nullable String audio;
    private @Nullable List<MistralChatThought> thoughts;
    private @Nullable String signature;
    private @Nullable Boolean closed;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private @Nullable RawJson raw;

    private MistralChatChunk() {}

    /** Reads the chunk that the reader stands on. */
    static MistralChatChunk read(JsonReader in) {
        MistralChatChunk chunk = new MistralChatChunk();
        String path = in.path();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            chunk.field(in);
        }
        if (chunk.type == null) {
            chunk.type = chunk.impliedType();
        }
        if (chunk.type == null) {
            throw in.missing(path + ".type");
        }
        chunk.raw = in.rawSince(mark);
        chunk.require(in, path);
        return chunk;
    }

    private void field(JsonReader in) {
        if (type != null && !isKnown(type)) {
            // Kept whole: its members mean what nobody here knows.
            in.skip();
            return;
        }
        switch (in.name()) {
            case "type" -> type = in.string();
            case "text" -> text = in.string();
            case "image_url" -> image(in);
            case "document_url" -> document = address(in);
            case "document_name" -> documentName = in.stringOrNull();
            case "file_id" -> file = in.string();
            case "input_audio" -> audio = in.string();
            case THINKING -> thoughts = MistralChatThought.list(in);
            case "signature" -> signature = in.stringOrNull();
            case "closed" -> closed = in.boolOrNull();
            default -> unknown.put(in.name(), in.raw());
        }
    }

    private static boolean isKnown(String type) {
        return switch (type) {
            case "text", "image_url", "document_url", "file", "input_audio", THINKING -> true;
            default -> false;
        };
    }

    private void image(JsonReader in) {
        if (in.isString()) {
            image = address(in);
            return;
        }
        if (!in.isObject()) {
            throw in.mismatch("a string or an object");
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "url" -> image = address(in);
                case "detail" -> detail = in.stringOrNull();
                default -> unknown.put("image_url." + in.name(), in.raw());
            }
        }
    }

    private static String address(JsonReader in) {
        String value = in.string();
        if (value.isBlank()) {
            throw in.invalid("an address must not be empty");
        }
        if (DataUrl.isDataUrl(value) && (value.indexOf(',') < 0 || value.indexOf('%') >= 0)) {
            try {
                DataUrl.parse(value);
            } catch (IllegalArgumentException e) {
                throw in.invalid(String.valueOf(e.getMessage()));
            }
        }
        return value;
    }

    private @Nullable String impliedType() {
        if (thoughts != null) {
            return THINKING;
        }
        if (text != null) {
            return "text";
        }
        if (image != null) {
            return "image_url";
        }
        if (document != null) {
            return "document_url";
        }
        if (file != null) {
            return "file";
        }
        return audio != null ? "input_audio" : unknown.containsKey("reference_ids") ? "reference" : null;
    }

    private void require(JsonReader in, String path) {
        String member = null;
        Object value = this;
        switch (type()) {
            case "text" -> value = text;
            case "image_url" -> value = image;
            case "document_url" -> value = document;
            case "input_audio" -> value = audio;
            case THINKING -> value = thoughts;
            case "file" -> {
                member = "file_id";
                value = file;
            }
            default -> {}
        }
        if (value == null) {
            String missing = member != null ? member : type();
            throw in.missing(path + "." + missing + (missing.equals("image_url") ? ".url" : ""));
        }
    }

    String type() {
        return type == null ? "" : type;
    }

    boolean isThinking() {
        return type().equals(THINKING);
    }

    boolean isText() {
        return type().equals("text");
    }

    /** The text of a text chunk. */
    String text() {
        return text == null ? "" : text;
    }

    /** What a thinking chunk holds, in order. */
    List<MistralChatThought> thoughts() {
        return thoughts == null ? List.of() : thoughts;
    }

    @Nullable String signature() {
        return signature;
    }

    @Nullable Boolean closed() {
        return closed;
    }

    /** Fields of the chunk without a canonical home. A thought that is closed is the usual case. */
    Extensions extensions() {
        if (Boolean.FALSE.equals(closed)) {
            unknown.put("closed", RawJson.FALSE);
        }
        return Extensions.of(MistralChatDialect.ID, unknown);
    }

    /** The part that a chunk other than of thinking is. */
    Part part() {
        return switch (type()) {
            case "text" -> new Text(text(), List.of(), null, null, extensions());
            case "image_url" -> new Image(DataUrl.parse(orEmpty(image)), detail, null, extensions());
            case "document_url" ->
                new Document(DataUrl.parse(orEmpty(document)), documentName, null, null, null, extensions());
            case "file" ->
                new Document(MediaSource.FileId.of(orEmpty(file)), documentName, null, null, null, extensions());
            case "input_audio" -> new Audio(sound(orEmpty(audio)), null, null, null, null, extensions());
            default -> new Opaque(MistralChatDialect.ID, type(), raw == null ? RawJson.EMPTY_OBJECT : raw);
        };
    }

    /** Sound is given by its address or its base64. */
    private static MediaSource sound(String text) {
        if (DataUrl.isDataUrl(text) && text.indexOf(',') >= 0 && text.indexOf('%') < 0) {
            return DataUrl.parse(text);
        }
        boolean address = text.startsWith("https://") || text.startsWith("http://");
        return address ? MediaSource.Url.of(text) : new MediaSource.Base64(null, text);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** {@code content} of a message: nothing, a string, or an array of chunks. */
    static List<MistralChatChunk> list(JsonReader in) {
        if (!in.isArray()) {
            throw in.mismatch("a string or an array of chunks");
        }
        List<MistralChatChunk> chunks = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            chunks.add(read(in));
        }
        return chunks;
    }
}
