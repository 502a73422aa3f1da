// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole thinking chunks and the reasoning that they are. */
final class MistralChatThoughts {
    private MistralChatThoughts() {}

    /**
     * Adds the parts of a thinking chunk: one, or several where references stand between its texts. The signature belongs to the
     * last text.
     *
     * @param origin who made it, if it carries no seal
     */
    static void decode(MistralChatChunk chunk, Origin origin, List<Part> parts) {
        Extensions extensions = chunk.extensions();
        String signature = chunk.signature();
        if (ReasoningSeal.isSeal(signature)) {
            ReasoningSeal seal = ReasoningSeal.read(signature);
            String text = text(chunk);
            parts.add(
                    seal == null
                            ? new Reasoning(text, List.of(), null, null, null, null, extensions)
                            : seal.reasoning(text, extensions));
            return;
        }
        StringBuilder text = null;
        for (MistralChatThought thought : chunk.thoughts()) {
            if (thought.text() != null) {
                text = text == null ? new StringBuilder() : text;
                text.append(thought.text());
                continue;
            }
            if (text != null) {
                parts.add(Reasoning.of(text.toString(), origin));
                text = null;
            }
            parts.add(thought.part());
        }
        boolean said = text != null || signature != null || !extensions.isEmpty();
        if (said || chunk.thoughts().isEmpty()) {
            parts.add(new Reasoning(
                    text == null ? null : text.toString(), List.of(), signature, null, null, origin, extensions));
        }
    }

    private static String text(MistralChatChunk chunk) {
        StringBuilder text = new StringBuilder();
        for (MistralChatThought thought : chunk.thoughts()) {
            if (thought.text() != null) {
                text.append(thought.text());
            }
        }
        return text.toString();
    }

    /** Writes a whole chunk as the vendor takes it back: without a seal. */
    static void encodeNative(Reasoning part, JsonWriter json) {
        begin(part.text(), json);
        json.field("signature", part.signature());
        MistralChatDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        json.endObject();
    }

    /** Writes a whole chunk for a client. */
    static void encode(Reasoning part, JsonWriter json) {
        if (MistralChatNative.isNative(part) && !ReasoningSeal.isSeal(part.signature())) {
            encodeNative(part, json);
            return;
        }
        String shown = part.text();
        if (shown == null && !part.summary().isEmpty()) {
            shown = String.join("\n\n", part.summary());
        }
        begin(shown, json);
        json.field("signature", ReasoningSeal.of(part).write());
        MistralChatDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        json.endObject();
    }

    /** Writes a chunk that carries the signature of the text behind it. */
    static void encodeNext(Signature signature, JsonWriter json) {
        begin(null, json);
        json.field("signature", ReasoningSeal.ofNext(signature).write()).endObject();
    }

    /** Writes a chunk that carries the signature of the call of this number. */
    static void encodeCall(int call, Signature signature, JsonWriter json) {
        begin(null, json);
        json.field("signature", ReasoningSeal.ofCall(call, signature).write()).endObject();
    }

    /** Opens a chunk of this text or none. */
    static void begin(@Nullable String text, JsonWriter json) {
        json.beginObject().field("type", MistralChatChunk.THINKING).beginArray(MistralChatChunk.THINKING);
        if (text != null) {
            json.beginObject().field("type", "text").field("text", text).endObject();
        }
        json.endArray();
    }
}
