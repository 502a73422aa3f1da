// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;

/** {@code finish_reason}. The first five words are OpenAI's, the others come from compatible vendors. */
final class OpenAiChatFinishReasons {
    private OpenAiChatFinishReasons() {}

    /**
     * The canonical reason. A tool call among the output means that the model waits for its result, whatever the word, except
     * that a limit or a filter is never masked.
     */
    static FinishReason decode(String word, boolean toolCalls) {
        Kind kind = switch (word) {
            case "stop", "end_turn", "eos", "complete" -> Kind.STOP;
            case "length", "max_tokens", "model_length" -> Kind.LENGTH;
            case "tool_calls", "function_call", "tool_use" -> Kind.TOOL_CALLS;
            case "content_filter", "sensitive", "safety" -> Kind.CONTENT_FILTER;
            case "error", "network_error", "insufficient_system_resource" -> Kind.ERROR;
            default -> Kind.OTHER;
        };
        if (toolCalls && (kind == Kind.STOP || kind == Kind.OTHER)) {
            kind = Kind.TOOL_CALLS;
        }
        return FinishReason.of(kind, word);
    }

    /**
     * Whether clients of OpenAI's may be told this word as it is: not another vendor's word for a reason that OpenAI has a word for,
     * and not that of a text where there are calls. What has no word there is told as the vendor told it.
     */
    static boolean fits(String word, boolean toolCalls) {
        return switch (decode(word, toolCalls).kind()) {
            case STOP -> word.equals("stop");
            case LENGTH -> word.equals("length");
            case TOOL_CALLS -> word.equals("tool_calls") || word.equals("function_call");
            case CONTENT_FILTER -> word.equals("content_filter");
            default -> true;
        };
    }

    /**
     * The word for a client.
     *
     * @param refused whether the answer holds a refusal in words
     */
    static String encode(FinishReason reason, boolean refused, boolean legacyFunctions, String path, Losses losses) {
        if (reason.stopSequence() != null) {
            losses.add(
                    LossKind.DROPPED, Severity.NOTE, path + ".stopSequence", "which sequence was met is not told here");
        }
        return switch (reason.kind()) {
            case STOP -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> legacyFunctions ? "function_call" : "tool_calls";
            case CONTENT_FILTER -> "content_filter";
            case STOP_SEQUENCE -> nearest("stop", path, losses);
            case CONTEXT_LENGTH -> nearest("length", path, losses);
            // A refusal in words ends like any answer: it is the member that tells it.
            case REFUSAL -> nearest(refused ? "stop" : "content_filter", path, losses);
            case PAUSE, ERROR, OTHER -> nearest("stop", path, losses);
        };
    }

    private static String nearest(String word, String path, Losses losses) {
        losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".kind", "the nearest word is '" + word + "'");
        return word;
    }
}
