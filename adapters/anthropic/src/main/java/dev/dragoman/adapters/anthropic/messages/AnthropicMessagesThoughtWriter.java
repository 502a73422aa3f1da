// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.StreamedReasoning;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;

/**
 * A thinking block of a stream. Whether it is one of encrypted data shows with its first piece, so it starts no earlier; what seals
 * it comes last and once.
 */
final class AnthropicMessagesThoughtWriter extends AnthropicMessagesBlockWriter {
    private final Reasoning opening;
    private final StreamedReasoning told;
    private boolean started;

    AnthropicMessagesThoughtWriter(
            Reasoning opening,
            AnthropicMessagesEventWriter writer,
            AnthropicMessagesReplyFitter fitter,
            String path,
            Losses losses) {
        super(writer, fitter, path, losses);
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
            delta("thinking_delta", "thinking", words);
        }
    }

    /** A foreign piece says at its start where it is from, so that a reader knows before its end. */
    private void start() {
        if (started) {
            return;
        }
        started = true;
        boolean ours = AnthropicMessagesSeal.isNative(opening.origin())
                && opening.id() == null
                && (told.hasText() || !told.hasSummaries());
        String head = ours
                ? ""
                : new ReasoningSeal(false, null, opening.origin(), told.hasText(), null, null, opening.id(), List.of())
                        .write();
        startBlock(json -> {
            json.field("type", "thinking").field("thinking", "").field("signature", head);
            AnthropicMessagesDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
        });
    }

    @Override
    void grow(ChatEvent event) {
        told.grow(event);
    }

    @Override
    void end() {
        Reasoning whole = told.soFar();
        if (!started && AnthropicMessagesThoughts.isRedacted(whole)) {
            startBlock(json -> {
                json.field("type", "redacted_thinking").field("data", whole.encrypted());
                AnthropicMessagesDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
            });
        } else {
            start();
            if (told.isEmpty()) {
                AnthropicMessagesThoughts.report(whole, path, losses);
            }
            delta("signature_delta", "signature", AnthropicMessagesThoughts.signature(whole));
        }
        stopBlock();
    }
}
