// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import java.util.HashMap;
import java.util.Map;

/** Reasoning of one choice in the deltas of a stream: shown as {@code reasoning_content}, told in full as {@code reasoning_details}. */
final class OpenAiChatReasoningDeltas {
    private final Map<Integer, Integer> numbers = new HashMap<>(0);
    /** What the details of each piece still have to say at its end. */
    private final Map<Integer, Reasoning> seals = new HashMap<>(0);

    /** Takes note of a piece. */
    void begin(int part, Reasoning reasoning) {
        numbers.put(part, numbers.size());
        seals.put(part, reasoning);
    }

    /** Writes what is known of a piece at its start. */
    void start(int part, Reasoning reasoning, JsonWriter json) {
        int number = number(part);
        String text = reasoning.text();
        String shown = text != null ? text : String.join("\n\n", reasoning.summary());
        if (!shown.isEmpty()) {
            json.field("reasoning_content", shown);
        }
        json.beginArray("reasoning_details");
        boolean first = true;
        for (String summary : reasoning.summary()) {
            OpenAiChatReasoning.begin(OpenAiChatReasoning.SUMMARY, number, reasoning, first, json);
            first = false;
            json.field("summary", summary).endObject();
        }
        if (text != null || first) {
            OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT, number, reasoning, first, json);
            json.nullableField("text", text).endObject();
        }
        json.endArray();
    }

    void grow(ChatEvent.ReasoningDelta event, JsonWriter json) {
        json.field("reasoning_content", event.text());
        int number = number(event.index());
        if (number > 0) {
            // Later pieces say which they are; the first is what reasoning_content alone means.
            json.beginArray("reasoning_details").beginObject();
            json.field("type", OpenAiChatReasoning.TEXT)
                    .field("index", (Integer) number)
                    .field("text", event.text());
            json.endObject().endArray();
        }
    }

    void summary(ChatEvent.ReasoningSummaryDelta event, JsonWriter json) {
        json.field("reasoning_content", event.text());
        json.beginArray("reasoning_details").beginObject();
        json.field("type", OpenAiChatReasoning.SUMMARY);
        json.field("index", (Integer) number(event.index()));
        json.field("summary_index", (Integer) event.summary()).field("summary", event.text());
        json.endObject().endArray();
    }

    /** Remembers what seals a reasoning part, to be written at its end. */
    void seal(ChatEvent.ReasoningSealed event) {
        Reasoning before = seals.get(event.index());
        if (before != null) {
            seals.put(
                    event.index(),
                    new Reasoning(
                            before.text(),
                            before.summary(),
                            event.signature() != null ? event.signature() : before.signature(),
                            event.encrypted() != null ? event.encrypted() : before.encrypted(),
                            before.id(),
                            before.origin(),
                            before.extensions()));
        }
    }

    /** Whether there is something to write at the end of this piece. */
    boolean isSealed(int part) {
        Reasoning seal = seals.get(part);
        return seal != null && seal.isSealed();
    }

    /** Writes what seals a piece. */
    void end(int part, JsonWriter json) {
        Reasoning sealed = seals.remove(part);
        if (sealed == null) {
            return;
        }
        json.beginArray("reasoning_details");
        if (sealed.encrypted() != null) {
            OpenAiChatReasoning.begin(OpenAiChatReasoning.ENCRYPTED, number(part), sealed, false, json);
            json.field("data", sealed.encrypted()).endObject();
        }
        if (sealed.signature() != null) {
            OpenAiChatReasoning.begin(OpenAiChatReasoning.TEXT, number(part), sealed, false, json);
            json.nullField("text").field("signature", sealed.signature()).endObject();
        }
        json.endArray();
    }

    private int number(int part) {
        Integer number = numbers.get(part);
        return number == null ? 0 : number;
    }
}
