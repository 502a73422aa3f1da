// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.model.response.FinishReason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's answers differ from what the dialect says.
 *
 * @param reasoningField the field in which it shows reasoning; {@code null} where it is the one that the dialect's clients know
 * @param thinkTags tags between which reasoning stands at the beginning of the text
 * @param usage where else it counts tokens
 * @param finishReasons its own words for why an answer ended
 */
public record ReplyRules(
        @Nullable String reasoningField,
        ThinkTags thinkTags,
        UsageRules usage,
        Map<String, FinishReason.Kind> finishReasons) {
    /** Nothing differs. */
    public static final ReplyRules NONE = new ReplyRules(null, ThinkTags.NONE, UsageRules.NONE, Map.of());

    /**
     * Where a vendor counts tokens, besides the places of the dialect.
     *
     * @param objects fields of an answer ({@code x_groq.usage}) or of a choice ({@code choices[].usage}) that hold the counts
     * @param cacheRead fields of the counts that tell how many tokens were read from a cache
     * @param cacheWrite fields of the counts that tell how many tokens were written to a cache
     * @param reasoning fields of the counts that tell how many tokens were thought
     * @param acceptedPrediction fields of the counts that tell how many tokens of a prediction were used
     * @param reasoningBeside whether the output does not include the reasoning
     */
    public record UsageRules(
            List<String> objects,
            List<String> cacheRead,
            List<String> cacheWrite,
            List<String> reasoning,
            List<String> acceptedPrediction,
            boolean reasoningBeside) {
        /** The dialect's places only. */
        public static final UsageRules NONE =
                new UsageRules(List.of(), List.of(), List.of(), List.of(), List.of(), false);

        /** Copies the lists. */
        public UsageRules {
            objects = List.copyOf(objects);
            cacheRead = List.copyOf(cacheRead);
            cacheWrite = List.copyOf(cacheWrite);
            reasoning = List.copyOf(reasoning);
            acceptedPrediction = List.copyOf(acceptedPrediction);
        }

        boolean isNone() {
            return objects.isEmpty()
                    && cacheRead.isEmpty()
                    && cacheWrite.isEmpty()
                    && reasoning.isEmpty()
                    && acceptedPrediction.isEmpty()
                    && !reasoningBeside;
        }
    }

    /** Copies the collections. */
    public ReplyRules {
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(thinkTags, "thinkTags");
        finishReasons = Map.copyOf(finishReasons);
    }

    /** Whether answers go on to clients of the dialect as they are. */
    public boolean isNone() {
        return reasoningField == null && thinkTags.isNone() && usage.isNone() && finishReasons.isEmpty();
    }
}
