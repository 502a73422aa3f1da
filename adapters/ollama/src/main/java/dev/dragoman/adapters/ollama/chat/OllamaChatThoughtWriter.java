// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one piece of reasoning of a stream: its text as it comes, who made it with the first line, its seal last. */
final class OllamaChatThoughtWriter {
    private final int number;
    private final Reasoning part;
    private final OllamaChatLineWriter lines;
    private boolean headPending;
    private boolean shown;
    private @Nullable String signature;
    private @Nullable String encrypted;

    OllamaChatThoughtWriter(int number, Reasoning part, OllamaChatLineWriter lines) {
        this.number = number;
        this.part = part;
        this.lines = lines;
        boolean named =
                part.origin() != null || part.id() != null || !part.extensions().isEmpty();
        headPending = number > 0 || named;
        signature = part.signature();
        encrypted = part.encrypted();
    }

    void begin() {
        if (part.text() != null && !part.text().isEmpty()) {
            text(part.text());
        }
        for (int i = 0; i < part.summary().size(); i++) {
            summary(i, part.summary().get(i));
        }
    }

    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            text(delta.text());
        } else if (event instanceof ChatEvent.ReasoningSummaryDelta delta) {
            summary(delta.summary(), delta.text());
        } else if (event instanceof ChatEvent.ReasoningSealed sealed) {
            signature = sealed.signature() != null ? sealed.signature() : signature;
            encrypted = sealed.encrypted() != null ? sealed.encrypted() : encrypted;
        }
    }

    private void text(String text) {
        if (text.isEmpty()) {
            return;
        }
        boolean head = headPending;
        headPending = false;
        shown = true;
        lines.message("", json -> {
            json.field("thinking", text);
            if (head) {
                json.beginArray(OllamaChatThought.MEMBER);
                OllamaChatThought.head(number, part, json).endObject();
                json.endArray();
            }
        });
    }

    private void summary(int index, String text) {
        entry(text, json -> json.field("summary_index", (Integer) index).field("summary", List.of(text)));
    }

    void end() {
        if (signature != null || encrypted != null) {
            entry("", json -> json.field("signature", signature).field("encrypted", encrypted));
        } else if (headPending || !shown) {
            entry("", json -> {});
        }
    }

    /** Writes a line with an entry; the first entry is the head. */
    private void entry(String display, Consumer<JsonWriter> members) {
        boolean first = headPending || !shown;
        lines.message("", json -> {
            if (!display.isEmpty()) {
                json.field("thinking", display);
            }
            json.beginArray(OllamaChatThought.MEMBER);
            if (first) {
                OllamaChatThought.head(number, part, json);
                if (!shown && part.text() != null) {
                    json.field("text", "");
                }
            } else {
                json.beginObject().field("index", (Integer) number);
            }
            members.accept(json);
            json.endObject().endArray();
        });
        headPending = false;
        shown = true;
    }
}
