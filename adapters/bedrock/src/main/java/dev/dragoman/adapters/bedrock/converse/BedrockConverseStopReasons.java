// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;
import org.jspecify.annotations.Nullable;

/** {@code stopReason}. */
final class BedrockConverseStopReasons {
    private static final String GUARDRAIL = "guardrail_intervened";
    private static final String MALFORMED_CALL = "malformed_tool_use";

    private BedrockConverseStopReasons() {}

    /**
     * The canonical reason. A tool call among the output means that the model waits for its result, except that a limit or a filter
     * is never masked.
     */
    static FinishReason decode(@Nullable String word, @Nullable String sequence, boolean calls) {
        Kind kind = word == null
                ? Kind.OTHER
                : switch (word) {
                    case "end_turn" -> Kind.STOP;
                    case "max_tokens" -> Kind.LENGTH;
                    case "stop_sequence" -> Kind.STOP_SEQUENCE;
                    case "tool_use" -> Kind.TOOL_CALLS;
                    case GUARDRAIL, "content_filtered" -> Kind.CONTENT_FILTER;
                    case "refusal" -> Kind.REFUSAL;
                    case "malformed_model_output", MALFORMED_CALL -> Kind.ERROR;
                    case "model_context_window_exceeded" -> Kind.CONTEXT_LENGTH;
                    default -> Kind.OTHER;
                };
        if (calls && (kind == Kind.STOP || kind == Kind.OTHER)) {
            kind = Kind.TOOL_CALLS;
        }
        return new FinishReason(kind, word, sequence);
    }

    /** The word for a client. */
    static String encode(FinishReason reason, boolean calls, boolean refused, String path, Losses losses) {
        Kind kind = reason.kind();
        boolean wordless = kind == Kind.OTHER || kind == Kind.PAUSE;
        if (calls && (kind == Kind.STOP || kind == Kind.STOP_SEQUENCE || wordless)) {
            if (wordless) {
                losses.approximated(path, "the reason has no word there, and calls wait for their results");
            }
            return "tool_use";
        }
        if (refused && kind == Kind.STOP) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "an answer that refuses is filtered there");
            return "content_filtered";
        }
        return switch (kind) {
            case STOP -> "end_turn";
            case STOP_SEQUENCE -> "stop_sequence";
            case LENGTH -> "max_tokens";
            case CONTEXT_LENGTH -> "model_context_window_exceeded";
            case TOOL_CALLS -> "tool_use";
            case CONTENT_FILTER -> GUARDRAIL.equals(reason.raw()) ? GUARDRAIL : "content_filtered";
            case ERROR -> MALFORMED_CALL.equals(reason.raw()) ? MALFORMED_CALL : "malformed_model_output";
            case REFUSAL -> {
                losses.approximated(path, "what a model refuses is filtered there");
                yield "content_filtered";
            }
            case PAUSE, OTHER -> {
                losses.approximated(path, "the reason has no word there");
                yield "end_turn";
            }
        };
    }
}
