// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;

/** A text block of a stream. */
final class AnthropicMessagesTextWriter extends AnthropicMessagesBlockWriter {
    private final Text text;
    private int citations;

    AnthropicMessagesTextWriter(
            Text text,
            AnthropicMessagesEventWriter writer,
            AnthropicMessagesReplyFitter fitter,
            String path,
            Losses losses) {
        super(writer, fitter, path, losses);
        this.text = text;
    }

    @Override
    void begin() {
        carry(text.signature());
        startBlock(json -> {
            json.field("type", "text").field("text", "").nullField("citations");
            AnthropicMessagesDialect.EXTENSIONS.writeOwn(text.extensions(), json);
        });
        words(text.text());
        text.citations().forEach(this::citation);
    }

    private void words(String words) {
        if (!words.isEmpty()) {
            delta("text_delta", "text", words);
        }
    }

    private void citation(Citation citation) {
        delta("citations_delta", json -> {
            json.name("citation");
            AnthropicMessagesCitations.encode(citation, json);
        });
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.RefusalDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.CitationAdded added) {
            Citation fitted = fitter.fit(added.citation(), path + ".citations[" + citations++ + "]");
            if (fitted != null) {
                citation(fitted);
            }
        }
    }

    @Override
    void end() {
        stopBlock();
    }
}
