// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasoning items: what they say, and how reasoning of any maker is told as one. */
final class OpenAiResponsesThoughts {
    /** What reasoning without a seal is said to be from: a vendor of this dialect. */
    static final Origin NATIVE = new Origin(OpenAiResponsesDialect.ID, null);

    private OpenAiResponsesThoughts() {}

    /**
     * The reasoning of an item.
     *
     * @param maker who made it, unless a seal says so
     */
    static Reasoning decode(OpenAiResponsesItem item, Origin maker) {
        ReasoningSeal seal = ReasoningSeal.read(item.encrypted);
        boolean broken = seal == null && ReasoningSeal.isSeal(item.encrypted);
        return new Reasoning(
                text(item.content),
                item.summary,
                seal == null ? null : seal.signature(),
                seal != null ? seal.encrypted() : broken ? null : item.encrypted,
                id(item.id, seal),
                origin(seal, maker),
                item.extensions());
    }

    private static @Nullable Origin origin(@Nullable ReasoningSeal seal, Origin maker) {
        boolean client = maker.equals(NATIVE);
        // A client is told who made it, or that nobody knows; a vendor that does not say so made it itself.
        return seal == null || (seal.origin() == null && !client) ? maker : seal.origin();
    }

    static @Nullable String id(@Nullable String id, @Nullable ReasoningSeal seal) {
        boolean own = id == null || id.isEmpty() || OpenAiResponsesFields.isMadeUp(id);
        return own ? seal == null ? null : seal.id() : id;
    }

    private static @Nullable String text(@Nullable List<Part> content) {
        if (content == null || content.isEmpty()) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Part part : content) {
            if (part instanceof Text t) {
                text.append(t.text());
            }
        }
        return text.isEmpty() ? null : text.toString();
    }

    /** What a client is told as the encrypted content. Only reasoning of this dialect that says no more goes as it is. */
    static @Nullable String encrypted(Reasoning part, String itemId) {
        boolean named = itemId.equals(part.id());
        if (named && part.signature() == null && NATIVE.equals(part.origin())) {
            return part.encrypted();
        }
        return new ReasoningSeal(
                        false,
                        null,
                        part.origin(),
                        false,
                        part.signature(),
                        part.encrypted(),
                        named ? null : part.id(),
                        List.of())
                .write();
    }

    /** Writes the item. */
    static void write(Reasoning part, @Nullable String itemId, @Nullable String encrypted, JsonWriter json) {
        String text = part.text();
        write(part, text == null || text.isEmpty() ? List.of() : List.of(text), itemId, encrypted, json);
    }

    /** Writes the item with its text in these pieces. */
    static void write(
            Reasoning part, List<String> texts, @Nullable String itemId, @Nullable String encrypted, JsonWriter json) {
        json.beginObject().field("type", OpenAiResponsesItem.REASONING).field("id", itemId);
        json.beginArray("summary");
        for (String summary : part.summary()) {
            json.beginObject()
                    .field("type", "summary_text")
                    .field("text", summary)
                    .endObject();
        }
        json.endArray();
        if (!texts.isEmpty()) {
            json.beginArray("content");
            for (String text : texts) {
                json.beginObject()
                        .field("type", "reasoning_text")
                        .field("text", text)
                        .endObject();
            }
            json.endArray();
        }
        json.field("encrypted_content", encrypted);
        OpenAiResponsesDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        json.endObject();
    }

    /** Writes an item that carries the signature of the part behind it. */
    static void writeCarrier(String itemId, String seal, JsonWriter json) {
        json.beginObject().field("type", OpenAiResponsesItem.REASONING).field("id", itemId);
        json.beginArray("summary").endArray().field("encrypted_content", seal).endObject();
    }
}
