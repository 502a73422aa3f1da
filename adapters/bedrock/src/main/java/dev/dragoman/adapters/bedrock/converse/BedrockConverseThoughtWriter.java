// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code reasoningContent} block of a stream. Whether it is one of encrypted data shows with its first piece, so it begins no
 * earlier; what seals it comes last and once.
 */
final class BedrockConverseThoughtWriter extends BedrockConverseBlockWriter {
    private final Reasoning opening;
    private final List<StringBuilder> summary = new ArrayList<>();
    private boolean text;
    private boolean empty = true;
    private @Nullable String signature;
    private @Nullable String encrypted;
    private boolean started;

    BedrockConverseThoughtWriter(Reasoning opening, BedrockConverseEventWriter writer, String path, Losses losses) {
        super(writer, path, losses);
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
                && (text ? !empty : summary.isEmpty());
        if (!usual) {
            String head = new ReasoningSeal(false, null, origin, text, null, null, opening.id(), List.of()).write();
            writer.start(json -> json.beginObject("reasoningContent")
                    .field("signature", head)
                    .endObject());
        }
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
        if (!started && BedrockConverseThoughts.isRedacted(whole)) {
            writer.beginBlock();
            writer.delta(json -> json.beginObject("reasoningContent")
                    .field("redactedContent", encrypted)
                    .endObject());
        } else {
            start();
            if (empty) {
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
