// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;
import org.jspecify.annotations.Nullable;

/** {@code finish_reason}. Source: {@code ChatFinishReason} of {@code com.cohere:cohere-java} 1.9.3, an open vocabulary. */
final class CohereChatFinishReasons {
    static final String ERROR = "ERROR";
    static final String TIMEOUT = "TIMEOUT";

    private CohereChatFinishReasons() {}

    /**
     * The canonical reason. A tool call among the output means that the model waits for its result, except that a limit or a
     * failure is never masked.
     */
    static FinishReason decode(@Nullable String word, boolean calls) {
        Kind kind = word == null
                ? Kind.OTHER
                : switch (word) {
                    case "COMPLETE" -> Kind.STOP;
                    case "STOP_SEQUENCE" -> Kind.STOP_SEQUENCE;
                    case "MAX_TOKENS" -> Kind.LENGTH;
                    case "TOOL_CALL" -> Kind.TOOL_CALLS;
                    case ERROR, TIMEOUT -> Kind.ERROR;
                    default -> Kind.OTHER;
                };
        if (calls && (kind == Kind.STOP || kind == Kind.OTHER)) {
            kind = Kind.TOOL_CALLS;
        }
        return FinishReason.of(kind, word);
    }

    /** The word for a client. */
    static String encode(FinishReason reason, boolean calls, String path, Losses losses) {
        if (reason.stopSequence() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".stopSequence", "which sequence was met is not told");
        }
        Kind kind = reason.kind();
        boolean masked = switch (kind) {
            case STOP, STOP_SEQUENCE, REFUSAL, PAUSE, OTHER -> true;
            default -> false;
        };
        if (calls && masked) {
            if (kind != Kind.STOP) {
                losses.approximated(path + ".kind", "the reason has no word there, and calls wait for their results");
            }
            return "TOOL_CALL";
        }
        return switch (kind) {
            case STOP -> "COMPLETE";
            case STOP_SEQUENCE -> "STOP_SEQUENCE";
            case LENGTH -> "MAX_TOKENS";
            case TOOL_CALLS -> "TOOL_CALL";
            case ERROR -> ERROR;
            case CONTEXT_LENGTH -> nearest("MAX_TOKENS", path, losses);
            // What a filter took is no complete answer, and the dialect has no other word for that.
            case CONTENT_FILTER -> nearest(ERROR, path, losses);
            case REFUSAL, PAUSE, OTHER -> nearest("COMPLETE", path, losses);
        };
    }

    private static String nearest(String word, String path, Losses losses) {
        losses.approximated(path + ".kind", "the nearest word is '" + word + "'");
        return word;
    }
}
