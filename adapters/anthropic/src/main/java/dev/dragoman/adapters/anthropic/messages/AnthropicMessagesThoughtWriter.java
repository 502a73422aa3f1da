// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thinking block of a stream. Whether it is one of encrypted data shows with its first piece, so it starts no earlier; what seals
 * it comes last and once.
 */
final class AnthropicMessagesThoughtWriter extends AnthropicMessagesBlockWriter {
    private final Reasoning opening;
    private final List<StringBuilder> summary = new ArrayList<>();
    private boolean text;
    private boolean empty = true;
    private @Nullable String signature;
    private @Nullable String encrypted;
    private boolean started;

    AnthropicMessagesThoughtWriter(
            Reasoning opening,
            AnthropicMessagesEventWriter writer,
            AnthropicMessagesReplyFitter fitter,
            String path,
            Losses losses) {
        super(writer, fitter, path, losses);
        this.opening = opening;
        this.signature = opening.signature();
        this.encrypted = opening.encrypted();
        this.text = opening.text() != null;
    }

    @Override
    void begin() {
        if (opening.text() != null && !opening.text().isEmpty()) {
            words(opening.text());
        }
        for (int i = 0; i < opening.summary().size(); i++) {
            summarize(i, opening.summary().get(i));
        }
    }

    private void words(String words) {
        text = true;
        empty = false;
        show(words);
    }

    private void summarize(int number, String words) {
        boolean first = number >= summary.size();
        while (summary.size() <= number) {
            summary.add(new StringBuilder());
        }
        summary.get(number).append(words);
        // Summaries are shown where there is no text.
        if (!text) {
            show(first && number > 0 ? "\n\n" + words : words);
        }
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
        boolean ours =
                AnthropicMessagesSeal.isNative(opening.origin()) && opening.id() == null && (text || summary.isEmpty());
        String head = ours
                ? ""
                : new ReasoningSeal(false, null, opening.origin(), text, null, null, opening.id(), List.of()).write();
        startBlock(json -> {
            json.field("type", "thinking").field("thinking", "").field("signature", head);
            AnthropicMessagesDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
        });
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            if (!delta.text().isEmpty()) {
                words(delta.text());
            }
        } else if (event instanceof ChatEvent.ReasoningSummaryDelta delta) {
            summarize(delta.summary(), delta.text());
        } else if (event instanceof ChatEvent.ReasoningSealed sealed) {
            signature = sealed.signature() != null ? sealed.signature() : signature;
            encrypted = sealed.encrypted() != null ? sealed.encrypted() : encrypted;
        }
    }

    @Override
    void end() {
        List<String> summaries = summary.stream().map(StringBuilder::toString).toList();
        Reasoning whole = new Reasoning(
                text ? "" : null,
                summaries,
                signature,
                encrypted,
                opening.id(),
                opening.origin(),
                opening.extensions());
        if (!started && AnthropicMessagesThoughts.isRedacted(whole)) {
            startBlock(json -> {
                json.field("type", "redacted_thinking").field("data", encrypted);
                AnthropicMessagesDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
            });
        } else {
            start();
            if (empty) {
                AnthropicMessagesThoughts.report(whole, path, losses);
            }
            delta("signature_delta", "signature", AnthropicMessagesThoughts.signature(whole));
        }
        stopBlock();
    }
}
