// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One content block as it is read: its members may come in any order, so they are collected first. Kinds of blocks without a
 * canonical counterpart are kept whole.
 */
final class AnthropicMessagesBlock {
    private final Origin origin;
    private @Nullable String type;
    private @Nullable String text;
    private @Nullable String thinking;
    private @Nullable String signature;
    private @Nullable String data;
    private @Nullable String id;
    private @Nullable String toolUseId;
    private @Nullable String name;
    private @Nullable RawJson input;
    private @Nullable AnthropicMessagesSource source;
    private @Nullable String title;
    private @Nullable String context;
    private List<Citation> citations = List.of();
    private @Nullable Boolean cites;
    private @Nullable List<Part> content;
    private @Nullable RawJson rawContent;
    private @Nullable Boolean error;
    private @Nullable CacheHint cache;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private @Nullable RawJson whole;
    private String path = "";

    private AnthropicMessagesBlock(Origin origin) {
        this.origin = origin;
    }

    static AnthropicMessagesBlock read(JsonReader in, Origin origin) {
        AnthropicMessagesBlock block = new AnthropicMessagesBlock(origin);
        block.path = in.path();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            block.field(in, in.name());
        }
        block.whole = in.rawSince(mark);
        if (block.type == null) {
            throw in.missing(block.path + ".type");
        }
        return block;
    }

    private void field(JsonReader in, String member) {
        switch (member) {
            case "type" -> type = in.string();
            case "text" -> text = stringOrUnknown(in, member);
            case "thinking" -> thinking = stringOrUnknown(in, member);
            case "signature" -> signature = in.stringOrNull();
            case "data" -> data = stringOrUnknown(in, member);
            case "id" -> id = stringOrUnknown(in, member);
            case "tool_use_id" -> toolUseId = stringOrUnknown(in, member);
            case "name" -> name = stringOrUnknown(in, member);
            case "title" -> title = stringOrUnknown(in, member);
            case "context" -> context = stringOrUnknown(in, member);
            case "input" -> input = in.raw();
            case "source" -> source = in.isObject() ? AnthropicMessagesSource.read(in) : null;
            case "citations" -> citations(in);
            case "content" -> {
                if ("tool_result".equals(type) && !in.isNull()) {
                    content = AnthropicMessagesContent.decode(in, origin);
                } else {
                    rawContent = in.raw();
                }
            }
            case "is_error" -> error = booleanOrUnknown(in);
            case "cache_control" -> {
                if (in.isObject() || in.isNull()) {
                    cache = AnthropicMessagesCache.decode(in);
                } else {
                    throw in.mismatch("an object");
                }
            }
            case "caller" -> {
                RawJson caller = in.raw();
                if (!AnthropicMessagesCaller.isDirect(caller)) {
                    unknown.put(member, caller);
                }
            }
            default -> unknown.put(member, in.raw());
        }
    }

    private @Nullable Boolean booleanOrUnknown(JsonReader in) {
        if (in.isBoolean() || in.isNull()) {
            return in.boolOrNull();
        }
        unknown.put("is_error", in.raw());
        return null;
    }

    private @Nullable String stringOrUnknown(JsonReader in, String member) {
        if (in.isString()) {
            return in.string();
        }
        if (in.isNull()) {
            return null;
        }
        unknown.put(member, in.raw());
        return null;
    }

    private void citations(JsonReader in) {
        if (in.isArray()) {
            citations = AnthropicMessagesCitations.decodeAll(in);
        } else if (in.isObject()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("enabled")) {
                    cites = in.boolOrNull();
                } else {
                    in.skip();
                }
            }
        } else if (!in.isNull()) {
            throw in.mismatch("an array of citations, or an object");
        }
    }

    /** The signature that this block carries for the part behind it; {@code null} if it is a block of its own. */
    @Nullable Signature signatureOfNext() {
        if (!"thinking".equals(type)) {
            return null;
        }
        ReasoningSeal seal = ReasoningSeal.read(signature);
        return seal == null || !seal.next() || seal.signature() == null
                ? null
                : new Signature(seal.signature(), seal.origin());
    }

    /** Whether this is thinking that another vendor's seal is attached to. */
    boolean isSealed() {
        return ReasoningSeal.isSeal(signature);
    }

    /** The canonical part. */
    Part part(JsonReader in) {
        Extensions extensions = Extensions.of(AnthropicMessagesDialect.ID, unknown);
        String kind = type == null ? "" : type;
        switch (kind) {
            case "text" -> {
                return new Text(required(text, "text", in), citations, null, cache, extensions);
            }
            case "image" -> {
                MediaSource media = media(in);
                return media == null ? opaque(kind) : new Image(media, null, cache, extensions);
            }
            case "document" -> {
                MediaSource media = media(in);
                return media == null ? opaque(kind) : new Document(media, title, context, cites, cache, extensions);
            }
            case "tool_use" -> {
                RawJson arguments = input == null ? RawJson.EMPTY_OBJECT : input;
                return new ToolCall(
                        nonEmpty(id, "id", in),
                        ToolKind.FUNCTION,
                        required(name, "name", in),
                        ObjectArguments.decode(arguments),
                        null,
                        cache,
                        extensions);
            }
            case "tool_result" -> {
                return new ToolResult(
                        nonEmpty(toolUseId, "tool_use_id", in), null, resultContent(), error, cache, extensions);
            }
            case "thinking" -> {
                return thinking(required(thinking, "thinking", in), extensions);
            }
            case "redacted_thinking" -> {
                return new Reasoning(null, List.of(), null, required(data, "data", in), null, origin, extensions);
            }
            default -> {
                return opaque(kind);
            }
        }
    }

    private @Nullable MediaSource media(JsonReader in) {
        if (source == null) {
            throw in.missing(path + ".source");
        }
        return source.media(in, path + ".source");
    }

    private Part opaque(String kind) {
        return new Opaque(AnthropicMessagesDialect.ID, kind, Objects.requireNonNull(whole));
    }

    private List<Part> resultContent() {
        List<Part> parts = content;
        if (parts == null && rawContent != null && !rawContent.isNull()) {
            try (JsonReader again = rawContent.reader()) {
                parts = AnthropicMessagesContent.decode(again, origin);
            }
        }
        if (parts == null) {
            return List.of();
        }
        return AnthropicMessagesContent.ofResult(parts);
    }

    private Reasoning thinking(String shown, Extensions extensions) {
        if (ReasoningSeal.isSeal(signature)) {
            ReasoningSeal seal = ReasoningSeal.read(signature);
            return seal == null
                    ? new Reasoning(shown, List.of(), null, null, null, null, extensions)
                    : seal.reasoning(shown, extensions);
        }
        String proof = signature == null || signature.isEmpty() ? null : signature;
        // Hidden thoughts come as an empty text with a signature.
        return new Reasoning(shown.isEmpty() ? null : shown, List.of(), proof, null, null, origin, extensions);
    }

    private String required(@Nullable String value, String member, JsonReader in) {
        if (value == null) {
            throw in.missing(path + "." + member);
        }
        return value;
    }

    private String nonEmpty(@Nullable String value, String member, JsonReader in) {
        if (value == null || value.isEmpty()) {
            throw in.missing(path + "." + member);
        }
        return value;
    }
}
