// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one part of an answer as a content block: its start, its deltas, its stop. */
abstract class AnthropicMessagesBlockWriter {
    private final AnthropicMessagesEventWriter writer;
    final AnthropicMessagesReplyFitter fitter;
    final Losses losses;
    final String path;

    AnthropicMessagesBlockWriter(
            AnthropicMessagesEventWriter writer, AnthropicMessagesReplyFitter fitter, String path, Losses losses) {
        this.writer = writer;
        this.fitter = fitter;
        this.path = path;
        this.losses = losses;
    }

    static @Nullable AnthropicMessagesBlockWriter of(
            Part part,
            String path,
            AnthropicMessagesEventWriter writer,
            AnthropicMessagesReplyFitter fitter,
            Losses losses) {
        if (part instanceof Text text) {
            return new AnthropicMessagesTextWriter(text, writer, fitter, path, losses);
        } else if (part instanceof ToolCall call) {
            return new AnthropicMessagesCallWriter(call, writer, fitter, path, losses);
        } else if (part instanceof Reasoning thought) {
            return new AnthropicMessagesThoughtWriter(thought, writer, fitter, path, losses);
        }
        return part instanceof Opaque opaque
                ? new AnthropicMessagesOpaqueWriter(opaque, writer, fitter, path, losses)
                : null;
    }

    abstract void begin();

    abstract void grow(ChatEvent event);

    abstract void end();

    final void startBlock(Consumer<JsonWriter> block) {
        int index = writer.nextBlock();
        writer.lines("content_block_start", json -> {
            json.field("index", (Integer) index).beginObject("content_block");
            block.accept(json);
            json.endObject();
        });
    }

    final void startBlock(RawJson block) {
        int index = writer.nextBlock();
        writer.lines(
                "content_block_start",
                json -> json.field("index", (Integer) index).field("content_block", block));
    }

    final void delta(String type, String member, String text) {
        delta(type, json -> json.field(member, text));
    }

    final void delta(String type, Consumer<JsonWriter> members) {
        writer.event("content_block_delta", json -> {
            json.field("index", (Integer) writer.block()).beginObject("delta").field("type", type);
            members.accept(json);
            json.endObject();
        });
    }

    final void stopBlock() {
        writer.event("content_block_stop", json -> json.field("index", (Integer) writer.block()));
    }

    /** A block of its own that carries the signature of this part. */
    final void carry(@Nullable Signature signature) {
        if (signature == null) {
            return;
        }
        String seal = ReasoningSeal.ofNext(signature).write();
        startBlock(json -> json.field("type", "thinking").field("thinking", "").field("signature", seal));
        delta("signature_delta", "signature", seal);
        stopBlock();
    }
}
