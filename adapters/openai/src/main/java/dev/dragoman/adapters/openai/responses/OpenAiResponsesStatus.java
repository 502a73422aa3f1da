// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code status} and {@code incomplete_details.reason} of an answer: why it ended. */
final class OpenAiResponsesStatus {
    static final String COMPLETED = "completed";
    static final String INCOMPLETE = "incomplete";
    private static final String MOST_TOKENS = "max_output_tokens";
    private static final String FILTERED = "content_filter";
    /** Reasons without a canonical kind; they go back as they came. */
    private static final Set<String> OTHERS = Set.of("max_messages", "steered");

    private OpenAiResponsesStatus() {}

    /**
     * The canonical reason. A tool call among the output means that the model waits for its result, except that a limit or a
     * filter is never masked.
     */
    static FinishReason decode(@Nullable String status, @Nullable String reason, boolean toolCalls) {
        if (status == null || status.equals(COMPLETED)) {
            return FinishReason.of(toolCalls ? Kind.TOOL_CALLS : Kind.STOP, status);
        }
        String raw = reason != null ? reason : status;
        Kind kind = switch (raw) {
            case MOST_TOKENS -> Kind.LENGTH;
            case FILTERED -> Kind.CONTENT_FILTER;
            default -> toolCalls ? Kind.TOOL_CALLS : Kind.OTHER;
        };
        return FinishReason.of(kind, raw);
    }

    /**
     * The reason for which an answer is incomplete; {@code null} if it is complete.
     *
     * @param refused whether the answer holds a refusal in words
     */
    static @Nullable String encode(FinishReason reason, boolean refused, String path, Losses losses) {
        if (reason.stopSequence() != null) {
            losses.add(
                    LossKind.DROPPED, Severity.NOTE, path + ".stopSequence", "which sequence was met is not told here");
        }
        return switch (reason.kind()) {
            case STOP, TOOL_CALLS -> null;
            case LENGTH -> MOST_TOKENS;
            case CONTENT_FILTER -> FILTERED;
            case CONTEXT_LENGTH -> nearest(MOST_TOKENS, path, losses);
            case REFUSAL -> nearest(refused ? null : FILTERED, path, losses);
            case STOP_SEQUENCE, PAUSE, ERROR -> nearest(null, path, losses);
            case OTHER ->
                reason.raw() != null && OTHERS.contains(reason.raw()) ? reason.raw() : nearest(null, path, losses);
        };
    }

    private static @Nullable String nearest(@Nullable String word, String path, Losses losses) {
        String told = word == null ? "the answer is complete" : "the nearest reason is '" + word + "'";
        losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".kind", told);
        return word;
    }
}
