// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** {@code content} of a message or of a tool's result. */
final class AnthropicMessagesContent {
    private AnthropicMessagesContent() {}

    /** A string, or an array of blocks. */
    static List<Part> decode(JsonReader in, Origin origin) {
        if (in.isString()) {
            return List.of(Text.of(in.string()));
        }
        List<Part> parts = new ArrayList<>();
        Signature pending = null;
        in.beginArray();
        while (in.nextElement()) {
            AnthropicMessagesBlock block = AnthropicMessagesBlock.read(in, origin);
            Signature next = block.signatureOfNext();
            if (next != null) {
                pending = next;
                continue;
            }
            Part part = block.part(in);
            if (pending != null && Signature.fits(part)) {
                part = pending.on(part);
                pending = null;
            }
            parts.add(part);
        }
        return parts;
    }

    /** What of it a tool's result can hold. */
    static List<Part> ofResult(List<Part> parts) {
        // An empty string is how a result without content is written.
        boolean empty = parts.size() == 1
                && parts.get(0) instanceof Text only
                && only.isPlain()
                && only.text().isEmpty();
        if (empty) {
            return List.of();
        }
        List<Part> sound = new ArrayList<>(parts);
        sound.removeIf(part -> part instanceof ToolCall || part instanceof ToolResult);
        return sound;
    }
}
