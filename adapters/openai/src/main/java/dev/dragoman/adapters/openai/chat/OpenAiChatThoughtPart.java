// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reasoning that a vendor puts among the parts of the content. Mistral's models answer {@code {"type":"thinking","thinking":
 * string | [{"type":"text","text"}]}}; Databricks answers {@code {"type":"reasoning","summary":[{"type":"summary_text","text",
 * "signature"} | {"type":"summary_encrypted_text","data"}]}} (npm {@code @databricks/ai-sdk-provider} 0.5.1).
 */
final class OpenAiChatThoughtPart {
    private static final String THINKING = "thinking";
    private static final String REASONING = "reasoning";

    private final StringBuilder text = new StringBuilder();
    private @Nullable String signature;
    private @Nullable String data;

    private OpenAiChatThoughtPart() {}

    static boolean isOne(Opaque part) {
        return part.type().equals(THINKING) || part.type().equals(REASONING);
    }

    /** The part as an entry of {@code reasoning_details}, which can hold all that is in it. */
    static OpenAiChatReasoning.Entry entry(Opaque part) {
        OpenAiChatThoughtPart thought = new OpenAiChatThoughtPart();
        try (JsonReader in = part.json().reader()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case THINKING -> thought.thinking(in);
                    case "summary" -> thought.summary(in);
                    default -> in.skip();
                }
            }
        }
        OpenAiChatReasoning.Entry entry = new OpenAiChatReasoning.Entry();
        entry.type = thought.data == null ? OpenAiChatReasoning.TEXT : OpenAiChatReasoning.ENCRYPTED;
        entry.text = thought.data != null && thought.text.isEmpty() ? null : thought.text.toString();
        entry.signature = thought.signature;
        entry.data = thought.data;
        return entry;
    }

    private void thinking(JsonReader in) {
        if (in.isString()) {
            text.append(in.string());
            return;
        }
        for (Part inner : OpenAiChatPartDecoder.content(in)) {
            if (inner instanceof Text piece) {
                text.append(piece.text());
            }
        }
    }

    private void summary(JsonReader in) {
        if (!in.isArray()) {
            in.skip();
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "text" -> {
                        String piece = in.stringOrNull();
                        text.append(piece == null ? "" : piece);
                    }
                    case "signature" -> signature = in.stringOrNull();
                    case "data" -> data = in.stringOrNull();
                    default -> in.skip();
                }
            }
        }
    }
}
