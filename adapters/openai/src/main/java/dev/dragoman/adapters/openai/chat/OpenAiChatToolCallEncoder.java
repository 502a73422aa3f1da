// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import org.jspecify.annotations.Nullable;

/** An entry of {@code tool_calls}. */
final class OpenAiChatToolCallEncoder {
    private OpenAiChatToolCallEncoder() {}

    /**
     * Writes a call as it is known so far.
     *
     * @param index its number in a stream; {@code null} outside of streams
     */
    static void write(ToolCall call, @Nullable Integer index, String path, JsonWriter json, Losses losses) {
        boolean custom = call.kind() == ToolKind.CUSTOM;
        String member = custom ? "custom" : "function";
        json.beginObject().field("index", index).field("id", call.id()).field("type", member);
        json.beginObject(member).field("name", call.name());
        json.field(custom ? "input" : "arguments", index == null ? whole(call) : call.arguments());
        EXTENSIONS.writeNested(call.extensions(), member, json);
        json.endObject();
        Signature signature = call.signature();
        if (signature != null) {
            json.beginObject("extra_content").beginObject("google");
            json.field("thought_signature", signature.value()).endObject();
            Origin origin = signature.origin();
            if (origin != null) {
                json.beginObject("dragoman").field("vendor", origin.vendor()).field("model", origin.model());
                json.endObject();
            }
            json.endObject();
        }
        EXTENSIONS.write(call.extensions(), path, json, losses);
        json.endObject();
        if (index == null && isEmpty(call)) {
            emptyArguments(path, losses);
        }
        if (call.cache() != null) {
            losses.dropped(path + ".cache", "a tool call has no caching breakpoint");
        }
    }

    /** Clients parse the arguments of a function: none is an empty object. */
    private static String whole(ToolCall call) {
        return isEmpty(call) ? "{}" : call.arguments();
    }

    /** Whether a function is called with nothing, not even an empty object. */
    static boolean isEmpty(ToolCall call) {
        return call.kind() == ToolKind.FUNCTION && call.arguments().isBlank();
    }

    /** Reports that a call without arguments is written as one with none. */
    static void emptyArguments(String path, Losses losses) {
        losses.add(
                LossKind.DEFAULTED,
                Severity.NOTE,
                path + ".arguments",
                "arguments are the text of an object; it is empty");
    }
}
