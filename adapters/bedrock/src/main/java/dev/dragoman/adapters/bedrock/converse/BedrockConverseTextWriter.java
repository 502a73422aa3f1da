// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;

/** A text block of a stream: no start; none at all if there is nothing to say. */
final class BedrockConverseTextWriter extends BedrockConverseBlockWriter {
    private final Text text;
    private int citations;
    private boolean begun;

    BedrockConverseTextWriter(Text text, BedrockConverseEventWriter writer, String path, Losses losses) {
        super(writer, path, losses);
        this.text = text;
    }

    @Override
    void begin() {
        carry(text.signature());
        words(text.text());
        text.citations().forEach(this::citation);
    }

    private void open() {
        if (!begun) {
            begun = true;
            writer.beginBlock();
        }
    }

    private void words(String words) {
        if (!words.isEmpty()) {
            open();
            writer.delta(json -> json.field("text", words));
        }
    }

    private void citation(Citation citation) {
        open();
        writer.delta(json -> {
            json.name("citation");
            BedrockConverseCitations.encode(citation, json);
        });
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.RefusalDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.CitationAdded added) {
            citation(BedrockConverseCitations.fit(added.citation(), path + ".citations[" + citations++ + "]", losses));
        }
    }

    @Override
    void end() {
        if (!begun && text.signature() != null) {
            open();
            writer.delta(json -> json.field("text", ""));
        }
        if (begun) {
            writer.stop();
        }
    }
}
