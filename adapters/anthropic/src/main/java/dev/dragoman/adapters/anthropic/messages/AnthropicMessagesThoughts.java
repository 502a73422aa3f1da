// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.prepare.ReasoningSeal;
import org.jspecify.annotations.Nullable;

/** How reasoning of any origin is shown and sealed in thinking blocks. */
final class AnthropicMessagesThoughts {
    private AnthropicMessagesThoughts() {}

    /** The text of the block: the reasoning, or its summaries where there is none. */
    static String shown(Reasoning part) {
        return part.text() != null ? part.text() : String.join("\n\n", part.summary());
    }

    /** The signature of the block. */
    static String signature(Reasoning part) {
        return AnthropicMessagesSeal.isNative(part) && part.signature() != null
                ? part.signature()
                : ReasoningSeal.of(part, part.summary(), part.text() != null).write();
    }

    /** Whether it is a block of encrypted data. */
    static boolean isRedacted(Reasoning part) {
        return part.encrypted() != null && AnthropicMessagesSeal.isNative(part);
    }

    /** Writes a whole block. */
    static void encode(Reasoning part, JsonWriter json) {
        if (isRedacted(part)) {
            json.beginObject().field("type", "redacted_thinking").field("data", part.encrypted());
        } else {
            json.beginObject().field("type", "thinking").field("thinking", shown(part));
            json.field("signature", signature(part));
        }
        AnthropicMessagesDialect.EXTENSIONS.writeOwn(part.extensions(), json);
        json.endObject();
    }

    /** Writes a whole block that carries the signature of the part behind it. */
    static void encode(Signature ofNext, JsonWriter json) {
        json.beginObject().field("type", "thinking").field("thinking", "");
        json.field("signature", ReasoningSeal.ofNext(ofNext).write()).endObject();
    }

    /** The signature that a part carries beside itself; {@code null} if none. */
    static @Nullable Signature of(Part part) {
        if (part instanceof Text text) {
            return text.signature();
        }
        return part instanceof ToolCall call ? call.signature() : null;
    }

    /** Hidden thoughts and empty ones look alike. */
    static void report(Reasoning part, String path, Losses losses) {
        if (part.text() != null && part.text().isEmpty() && AnthropicMessagesSeal.isNative(part)) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".text", "an empty text is none there");
        }
    }
}
