// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.prepare.CacheHints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of content blocks as parts: breakpoints go to the part before them, signatures of others to the part behind them. */
final class BedrockConverseContent {
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Signature pending;

    private BedrockConverseContent() {}

    /** The blocks of a client's request. */
    static List<Part> ofRequest(JsonReader in) {
        return new BedrockConverseContent().read(in, BedrockConverseBlock.ofRequests());
    }

    /** The blocks of a vendor's answer. */
    static List<Part> ofAnswer(JsonReader in, Origin origin) {
        return new BedrockConverseContent().read(in, BedrockConverseBlock.ofAnswers(origin));
    }

    private List<Part> read(JsonReader in, BedrockConverseBlock reader) {
        in.beginArray();
        while (in.nextElement()) {
            add(reader.read(in));
        }
        return parts;
    }

    private void add(BedrockConverseBlock.Block block) {
        if (block.signatureOfNext() != null) {
            pending = block.signatureOfNext();
            return;
        }
        CacheHint cache = block.cache();
        if (cache != null && takesHint()) {
            int last = parts.size() - 1;
            parts.set(last, CacheHints.with(parts.get(last), cache));
            return;
        }
        Part part = block.part();
        if (pending != null && Signature.fits(part)) {
            part = pending.on(part);
            pending = null;
        }
        parts.add(part);
    }

    private boolean takesHint() {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        return last != null
                && !(last instanceof Reasoning)
                && !(last instanceof Refusal)
                && !(last instanceof Opaque)
                && CacheHints.of(last) == null;
    }
}
