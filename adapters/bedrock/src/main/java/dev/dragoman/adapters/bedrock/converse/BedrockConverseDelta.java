// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Citation;
import org.jspecify.annotations.Nullable;

/** {@code delta} of an event, of whatever kind; kinds that nobody knows say nothing. One object for a whole stream. */
final class BedrockConverseDelta {
    @Nullable String text;

    @Nullable String input;

    @Nullable String thinking;

    @Nullable String signature;

    @Nullable String redacted;

    @Nullable Citation citation;

    @Nullable RawJson toolResult;

    @Nullable RawJson image;

    void clear() {
        text = null;
        input = null;
        thinking = null;
        signature = null;
        redacted = null;
        citation = null;
        toolResult = null;
        image = null;
    }

    boolean isReasoning() {
        return thinking != null || signature != null || redacted != null;
    }

    boolean isText() {
        return text != null || citation != null;
    }

    /** Reads the object that the reader stands on. */
    void read(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            if (in.isNull()) {
                continue;
            }
            switch (in.name()) {
                case "text" -> text = in.string();
                case "toolUse" -> toolUse(in);
                case "reasoningContent" -> reasoning(in);
                case "citation" -> citation = BedrockConverseCitations.decode(in);
                case "toolResult" -> toolResult = in.raw();
                case "image" -> image = in.raw();
                default -> in.skip();
            }
        }
    }

    private void toolUse(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("input")) {
                input = in.stringOrNull();
            } else {
                in.skip();
            }
        }
    }

    private void reasoning(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "text" -> thinking = in.stringOrNull();
                case "signature" -> signature = in.stringOrNull();
                case "redactedContent" -> redacted = in.stringOrNull();
                default -> in.skip();
            }
        }
    }
}
