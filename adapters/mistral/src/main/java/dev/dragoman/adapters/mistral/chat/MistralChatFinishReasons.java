// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;

/**
 * {@code finish_reason}: {@code stop}, {@code length}, {@code model_length}, {@code error}, {@code tool_calls}. The list is open:
 * the official SDK takes other words, so that a filter's stop is told as {@code content_filter} and not masked.
 */
final class MistralChatFinishReasons {
    private MistralChatFinishReasons() {}

    /** The canonical reason. A tool call among the output means that the model waits, but never masks a limit or a filter. */
    static FinishReason decode(String word, boolean toolCalls) {
        Kind kind = switch (word) {
            case "stop" -> Kind.STOP;
            case "length" -> Kind.LENGTH;
            case "model_length" -> Kind.CONTEXT_LENGTH;
            case "tool_calls" -> Kind.TOOL_CALLS;
            case "content_filter" -> Kind.CONTENT_FILTER;
            case "error" -> Kind.ERROR;
            default -> Kind.OTHER;
        };
        boolean masked = toolCalls && (kind == Kind.STOP || kind == Kind.OTHER);
        return FinishReason.of(masked ? Kind.TOOL_CALLS : kind, word);
    }

    /** The word for a client. */
    static String encode(FinishReason reason, String path, Losses losses) {
        if (reason.stopSequence() != null) {
            losses.add(
                    LossKind.DROPPED, Severity.NOTE, path + ".stopSequence", "which sequence was met is not told here");
        }
        return switch (reason.kind()) {
            case STOP -> "stop";
            case LENGTH -> "length";
            case CONTEXT_LENGTH -> "model_length";
            case TOOL_CALLS -> "tool_calls";
            case CONTENT_FILTER -> "content_filter";
            case ERROR -> "error";
            case REFUSAL -> nearest("content_filter", path, losses);
            case STOP_SEQUENCE, PAUSE, OTHER -> nearest("stop", path, losses);
        };
    }

    private static String nearest(String word, String path, Losses losses) {
        losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".kind", "the nearest word is '" + word + "'");
        return word;
    }
}
