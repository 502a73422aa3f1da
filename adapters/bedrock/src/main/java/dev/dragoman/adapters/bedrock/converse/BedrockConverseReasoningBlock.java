// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code reasoningContent}: text with a signature, or encrypted bytes. */
final class BedrockConverseReasoningBlock {
    private final Origin origin;
    private @Nullable String text;
    private @Nullable String signature;
    private @Nullable String redacted;

    private BedrockConverseReasoningBlock(Origin origin) {
        this.origin = origin;
    }

    static BedrockConverseBlock.Block read(JsonReader in, Origin origin) {
        String path = in.path();
        BedrockConverseReasoningBlock block = new BedrockConverseReasoningBlock(origin);
        boolean unknown = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "reasoningText" -> block.reasoningText(in);
                case "redactedContent" -> block.redacted = in.stringOrNull();
                default -> {
                    unknown |= !in.isNull();
                    in.skip();
                }
            }
        }
        if (block.text == null && block.signature == null && block.redacted == null) {
            if (unknown) {
                return BedrockConverseBlock.WHOLE;
            }
            throw in.missing(path + ".reasoningText.text");
        }
        return block.block();
    }

    private void reasoningText(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "text" -> text = in.stringOrNull();
                case "signature" -> signature = in.stringOrNull();
                default -> in.skip();
            }
        }
    }

    private BedrockConverseBlock.Block block() {
        String shown = text == null ? "" : text;
        ReasoningSeal seal = ReasoningSeal.read(signature);
        if (seal != null && seal.next() && seal.signature() != null) {
            return new BedrockConverseBlock.Block(Text.of(""), null, new Signature(seal.signature(), seal.origin()));
        }
        if (seal != null) {
            return of(seal.reasoning(shown, Extensions.NONE));
        }
        if (ReasoningSeal.isSeal(signature)) {
            return of(new Reasoning(shown, List.of(), null, null, null, null, Extensions.NONE));
        }
        String proof = signature == null || signature.isEmpty() ? null : signature;
        // Hidden thoughts come as an empty text with a signature.
        String visible = shown.isEmpty() ? null : shown;
        return of(new Reasoning(visible, List.of(), proof, redacted, null, origin, Extensions.NONE));
    }

    private static BedrockConverseBlock.Block of(Reasoning part) {
        return new BedrockConverseBlock.Block(part, null, null);
    }
}
