// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import org.jspecify.annotations.Nullable;

/** Writes one part of an answer as a content block: its start where it needs one, its deltas, its stop. */
abstract class BedrockConverseBlockWriter {
    final BedrockConverseEventWriter writer;
    final Losses losses;
    final String path;

    BedrockConverseBlockWriter(BedrockConverseEventWriter writer, String path, Losses losses) {
        this.writer = writer;
        this.path = path;
        this.losses = losses;
    }

    static BedrockConverseBlockWriter of(Part part, String path, BedrockConverseEventWriter writer, Losses losses) {
        if (part instanceof Text text) {
            return new BedrockConverseTextWriter(text, writer, path, losses);
        } else if (part instanceof ToolCall call) {
            return new BedrockConverseCallWriter(call, writer, path, losses);
        } else if (part instanceof Reasoning thought) {
            return new BedrockConverseThoughtWriter(thought, writer, path, losses);
        }
        return new BedrockConverseWholeWriter(part, writer, path, losses);
    }

    abstract void begin();

    abstract void grow(ChatEvent event);

    abstract void end();

    /** A block of its own that carries the signature of this part. */
    final void carry(@Nullable Signature signature) {
        if (signature == null) {
            return;
        }
        String seal = ReasoningSeal.ofNext(signature).write();
        writer.beginBlock();
        writer.delta(json ->
                json.beginObject("reasoningContent").field("signature", seal).endObject());
        writer.stop();
    }
}
