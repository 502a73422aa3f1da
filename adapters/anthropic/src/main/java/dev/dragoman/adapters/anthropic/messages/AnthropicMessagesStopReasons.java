// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;
import org.jspecify.annotations.Nullable;

/** {@code stop_reason}. */
final class AnthropicMessagesStopReasons {
    private AnthropicMessagesStopReasons() {}

    /**
     * The canonical reason. A tool call among the output means that the model waits for its result, except that a limit or a
     * refusal is never masked.
     */
    static FinishReason decode(@Nullable String word, @Nullable String sequence, boolean calls) {
        Kind kind = word == null
                ? Kind.OTHER
                : switch (word) {
                    case "end_turn" -> Kind.STOP;
                    case "max_tokens" -> Kind.LENGTH;
                    case "stop_sequence" -> Kind.STOP_SEQUENCE;
                    case "tool_use" -> Kind.TOOL_CALLS;
                    case "pause_turn" -> Kind.PAUSE;
                    case "refusal" -> Kind.REFUSAL;
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
        if (calls
                && (reason.kind() == Kind.STOP
                        || reason.kind() == Kind.STOP_SEQUENCE
                        || reason.kind() == Kind.OTHER
                        || reason.kind() == Kind.ERROR)) {
            if (reason.kind() == Kind.ERROR || reason.kind() == Kind.OTHER) {
                losses.approximated(path, "the reason has no word there, and calls wait for their results");
            }
            return "tool_use";
        }
        if (refused && reason.kind() == Kind.STOP) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "an answer that refuses ends in a refusal there");
            return "refusal";
        }
        return switch (reason.kind()) {
            case STOP -> "end_turn";
            case STOP_SEQUENCE -> "stop_sequence";
            case LENGTH -> "max_tokens";
            case CONTEXT_LENGTH -> "model_context_window_exceeded";
            case TOOL_CALLS -> "tool_use";
            case PAUSE -> "pause_turn";
            case REFUSAL -> "refusal";
            case CONTENT_FILTER -> {
                losses.approximated(path, "what a filter takes is a refusal there");
                yield "refusal";
            }
            case OTHER -> {
                if ("compaction".equals(reason.raw())) {
                    yield "compaction";
                }
                losses.approximated(path, "the reason has no word there");
                yield "end_turn";
            }
            case ERROR -> {
                losses.approximated(path, "the reason has no word there");
                yield "end_turn";
            }
        };
    }
}
