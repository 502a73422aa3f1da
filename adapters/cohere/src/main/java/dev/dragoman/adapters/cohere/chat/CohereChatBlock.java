// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block of content: {@code text}, {@code thinking}, {@code image_url} or {@code document}. Others are kept whole. */
final class CohereChatBlock {
    @Nullable String type;

    @Nullable String text;

    @Nullable String thinking;

    @Nullable ReasoningSeal seal;

    private boolean sealed;

    private @Nullable MediaSource picture;
    private @Nullable String detail;
    private @Nullable Document document;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final String path;
    private final RawJson whole;

    /** Reads the object that the reader stands on. */
    CohereChatBlock(JsonReader in) {
        path = in.path();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.stringOrNull();
                case "text" -> text = in.isString() || in.isNull() ? in.stringOrNull() : refused(in);
                case "thinking" -> thinking = in.isString() || in.isNull() ? in.stringOrNull() : refused(in);
                case "image_url" -> {
                    if (in.isObject()) {
                        picture(in);
                    } else {
                        refused(in);
                    }
                }
                case "document" -> {
                    if (in.isObject()) {
                        document = CohereChatDocuments.decode(in);
                    } else {
                        refused(in);
                    }
                }
                case CohereChatSeal.MEMBER -> {
                    if (in.isString() && ReasoningSeal.isSeal(in.string())) {
                        sealed = true;
                        seal = ReasoningSeal.read(in.string());
                    } else {
                        unknown.put(in.name(), in.raw());
                    }
                }
                default -> unknown.put(in.name(), in.raw());
            }
        }
        whole = in.rawSince(mark);
    }

    /** What a known member of a wrong type is: a fault in a block that should have it. */
    private static String refused(JsonReader in) {
        throw in.mismatch(in.name().equals("image_url") || in.name().equals("document") ? "an object" : "a string");
    }

    private void picture(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "url" -> {
                    try {
                        picture = DataUrl.parse(in.string());
                    } catch (IllegalArgumentException e) {
                        throw in.invalid(String.valueOf(e.getMessage()));
                    }
                }
                case "detail" -> detail = in.stringOrNull();
                default -> unknown.put("image_url." + in.name(), in.raw());
            }
        }
        if (picture == null) {
            throw in.missing(path + ".image_url.url");
        }
    }

    /** Content of this role: a string or an array of blocks. */
    static List<Part> content(JsonReader in, Role role) {
        List<Part> parts = new ArrayList<>();
        if (in.isString()) {
            parts.add(Text.of(in.string()));
            return parts;
        }
        if (!in.isArray()) {
            throw in.mismatch("a string or an array of content blocks");
        }
        in.beginArray();
        while (in.nextElement()) {
            parts.add(new CohereChatBlock(in).part(in, role));
        }
        return parts;
    }

    private Part part(JsonReader in, Role role) {
        String kind = type;
        if (kind == null) {
            throw in.missing(path + ".type");
        }
        boolean fits = switch (kind) {
            case "image_url" -> role == Role.USER;
            case "thinking" -> role == Role.ASSISTANT;
            case "document" -> role == Role.TOOL;
            default -> true;
        };
        if (!fits) {
            throw in.invalid("messages of this role hold no '" + kind + "'");
        }
        return switch (kind) {
            case "text" -> text(required(text, "text", in));
            case "thinking" -> reasoning(required(thinking, "thinking", in), CohereChatSeal.NATIVE_ORIGIN);
            case "image_url" -> new Image(required(picture, "image_url", in), detail, null, extensions());
            case "document" -> withFields(required(document, "document", in));
            default -> opaque(kind);
        };
    }

    /**
     * The part that a vendor answers. What is neither text nor thinking is kept whole.
     *
     * @param vendor who answers
     */
    Part answer(Origin vendor) {
        if ("thinking".equals(type) || (type == null && thinking != null)) {
            return reasoning(thinking == null ? "" : thinking, vendor);
        }
        if (type == null || type.equals("text")) {
            return text(text == null ? "" : text);
        }
        return opaque(type);
    }

    private Text text(String words) {
        return new Text(words, List.of(), seal == null ? null : seal.ofPart(), null, extensions());
    }

    /** @param issuer who made it where the block does not say */
    private Reasoning reasoning(String shown, Origin issuer) {
        if (seal != null) {
            return seal.reasoning(shown, extensions());
        }
        // Of a broken seal nobody knows what it said.
        return new Reasoning(
                shown.isEmpty() ? null : shown, List.of(), null, null, null, sealed ? null : issuer, extensions());
    }

    private Opaque opaque(String kind) {
        return new Opaque(CohereChatDialect.ID, kind, whole);
    }

    private Extensions extensions() {
        return Extensions.of(CohereChatDialect.ID, unknown);
    }

    private Document withFields(Document bare) {
        Map<String, RawJson> fields = new LinkedHashMap<>(bare.extensions().of(CohereChatDialect.ID));
        unknown.forEach((name, value) -> fields.put("block." + name, value));
        return new Document(
                bare.source(), bare.name(), bare.context(), null, null, Extensions.of(CohereChatDialect.ID, fields));
    }

    private <T> T required(@Nullable T value, String member, JsonReader in) {
        if (value == null) {
            throw in.missing(path + "." + member);
        }
        return value;
    }
}
