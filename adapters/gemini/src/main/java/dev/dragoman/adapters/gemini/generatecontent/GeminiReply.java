// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An answer, chunk by chunk; a whole answer is one chunk. Counts and metadata are cumulative, so the last ones count. */
final class GeminiReply {
    private final ReplySource source;
    private final boolean whole;
    private final SortedMap<Integer, GeminiCandidate> candidates = new TreeMap<>();
    private final Map<String, RawJson> extra = new LinkedHashMap<>();
    private @Nullable GeminiCallIds ids;
    private @Nullable GeminiUsage usage;
    private boolean started;
    private boolean blocked;

    GeminiReply(ReplySource source, boolean whole) {
        this.source = source;
        this.whole = whole;
    }

    void take(GeminiChunk chunk, Consumer<? super ChatEvent> out) {
        start(chunk, out);
        for (GeminiChunk.Candidate candidate : chunk.candidates) {
            candidates
                    .computeIfAbsent(
                            candidate.index,
                            index -> new GeminiCandidate(index, source.origin(), ids(chunk.responseId), whole))
                    .take(candidate, out);
        }
        if (chunk.usage != null && chunk.usage.isCounted()) {
            usage = chunk.usage;
        }
        blocked |= chunk.blockReason != null;
        extra.putAll(chunk.extra);
    }

    private GeminiCallIds ids(@Nullable String responseId) {
        if (ids == null) {
            String scope = responseId != null ? responseId : source.requestId();
            ids = new GeminiCallIds(scope == null ? "r" : scope);
        }
        return ids;
    }

    private void start(GeminiChunk chunk, Consumer<? super ChatEvent> out) {
        if (started) {
            return;
        }
        started = true;
        String tier = chunk.usage == null ? null : chunk.usage.serviceTier();
        out.accept(new ChatEvent.ResponseStarted(chunk.responseId, chunk.modelVersion, chunk.created, tier, null));
    }

    /** Whether the vendor said all that ends an answer: why each candidate ended, or why there is none. */
    boolean isComplete() {
        boolean ended = candidates.values().stream().allMatch(GeminiCandidate::hasEnded);
        return started && ended && (blocked || (!candidates.isEmpty() && candidates.size() >= source.choices()));
    }

    /** Whether there is an answer at all. */
    boolean isEmpty() {
        return candidates.isEmpty() && !blocked;
    }

    /** Tells the end. */
    void finish(Consumer<? super ChatEvent> out) {
        candidates.values().forEach(candidate -> candidate.finish(out));
        if (!extra.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(
                    ChatEvent.ExtensionsAdded.Place.RESPONSE, 0, Extensions.of(GeminiDialect.ID, extra)));
        }
        if (usage != null) {
            out.accept(new ChatEvent.UsageReported(usage.build()));
        }
        out.accept(new ChatEvent.ResponseEnded());
    }
}
