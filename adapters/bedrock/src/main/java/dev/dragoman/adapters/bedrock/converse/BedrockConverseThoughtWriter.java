// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.StreamedReasoning;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;

/**
 * A {@code reasoningContent} block of a stream. Whether it is one of encrypted data shows with its first piece, so it begins no
 * earlier; what seals it comes last and once.
 */
final class BedrockConverseThoughtWriter extends BedrockConverseBlockWriter {
    private final Reasoning opening;
    private final StreamedReasoning told;
    private boolean started;

    BedrockConverseThoughtWriter(Reasoning opening, BedrockConverseEventWriter writer, String path, Losses losses) {
        super(writer, path, losses);
        this.opening = opening;
        this.told = new StreamedReasoning(opening, this::show);
    }

    @Override
    void begin() {
        told.begin();
    }

    private void show(String words) {
        start();
        if (!words.isEmpty()) {
            writer.delta(json ->
                    json.beginObject("reasoningContent").field("text", words).endObject());
        }
    }

    /**
     * A piece that is not the vendor's own, or that shows something else than its text, says so at its start, so that our own
     * readers know before its end. Others pass over members of a start that they do not know.
     */
    private void start() {
        if (started) {
            return;
        }
        started = true;
        writer.beginBlock();
        Origin origin = opening.origin();
        boolean usual = origin != null
                && BedrockConverseOrigins.isNative(origin.vendor())
                && opening.id() == null
                && (told.hasText() ? !told.isEmpty() : !told.hasSummaries());
        if (!usual) {
            String head =
                    new ReasoningSeal(false, null, origin, told.hasText(), null, null, opening.id(), List.of()).write();
            writer.start(json -> json.beginObject("reasoningContent")
                    .field("signature", head)
                    .endObject());
        }
    }

    @Override
    void grow(ChatEvent event) {
        told.grow(event);
    }

    @Override
    void end() {
        Reasoning whole = told.soFar();
        if (!started && BedrockConverseThoughts.isRedacted(whole)) {
            writer.beginBlock();
            writer.delta(json -> json.beginObject("reasoningContent")
                    .field("redactedContent", whole.encrypted())
                    .endObject());
        } else {
            start();
            if (told.isEmpty()) {
                BedrockConverseThoughts.report(whole, path, losses);
            }
            String seal = BedrockConverseThoughts.signature(whole);
            writer.delta(json -> json.beginObject("reasoningContent")
                    .field("signature", seal)
                    .endObject());
        }
        writer.stop();
    }
}
