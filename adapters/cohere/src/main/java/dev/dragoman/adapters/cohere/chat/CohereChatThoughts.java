// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Reasoning;

/** How reasoning of any origin is shown in thinking blocks of an answer. */
final class CohereChatThoughts {
    private CohereChatThoughts() {}

    /** Writes a whole block: the reasoning, or its summaries where there is none. */
    static void encode(Reasoning part, String path, JsonWriter json, Losses losses) {
        String text = part.text();
        json.beginObject().field("type", "thinking");
        json.field("thinking", text != null ? text : String.join("\n\n", part.summary()));
        CohereChatSeal.write(CohereChatSeal.of(part), json);
        CohereChatDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        json.endObject();
        if (text != null && text.isEmpty()) {
            empty(path, losses);
        }
    }

    /** Hidden thoughts and empty ones look alike. */
    static void empty(String path, Losses losses) {
        losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".text", "an empty text is none there");
    }
}
