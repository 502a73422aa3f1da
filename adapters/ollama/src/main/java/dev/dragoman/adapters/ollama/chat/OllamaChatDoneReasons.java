// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;
import org.jspecify.annotations.Nullable;

/**
 * {@code done_reason}: {@code stop}, also behind calls, and {@code length}; {@code load} and {@code unload} where nothing was
 * asked. It is any text to clients, so that what the server itself never says, such as that a filter took the answer, has a word
 * of our own and is not masked as {@code stop}.
 */
final class OllamaChatDoneReasons {
    private OllamaChatDoneReasons() {}

    /** The canonical reason. Calls wait for their results, except that a limit or a filter is never masked. */
    static FinishReason decode(@Nullable String word, boolean calls) {
        Kind kind = kind(word);
        if (calls && (kind == Kind.STOP || kind == Kind.OTHER)) {
            kind = Kind.TOOL_CALLS;
        }
        return FinishReason.of(kind, word);
    }

    private static Kind kind(@Nullable String word) {
        return word == null
                ? Kind.OTHER
                : switch (word) {
                    case "stop", "load", "unload" -> Kind.STOP;
                    case "length" -> Kind.LENGTH;
                    case "content_filter" -> Kind.CONTENT_FILTER;
                    case "refusal" -> Kind.REFUSAL;
                    case "pause" -> Kind.PAUSE;
                    case "error" -> Kind.ERROR;
                    default -> Kind.OTHER;
                };
    }

    /**
     * The word for a client.
     *
     * @param calls whether the answer holds calls
     */
    static String encode(FinishReason reason, boolean calls, Losses losses) {
        String path = "choices[0].finishReason";
        if (reason.stopSequence() != null) {
            losses.add(
                    LossKind.DROPPED,
                    Severity.NOTE,
                    path + ".stopSequence",
                    "which sequence was met is not told there");
        }
        Kind kind = reason.kind();
        String raw = reason.raw();
        if (raw != null && kind(raw) == kind && kind != Kind.OTHER) {
            return raw;
        }
        return switch (kind) {
            case STOP -> "stop";
            case STOP_SEQUENCE -> {
                losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".kind", "a met sequence is a stop there");
                yield "stop";
            }
            case TOOL_CALLS -> {
                if (!calls) {
                    losses.approximated(path + ".kind", "calls are told by the calls alone");
                }
                yield "stop";
            }
            case LENGTH -> "length";
            case CONTEXT_LENGTH -> {
                losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".kind", "each limit is 'length' there");
                yield "length";
            }
            case CONTENT_FILTER -> "content_filter";
            case REFUSAL -> "refusal";
            case PAUSE -> "pause";
            case ERROR -> "error";
            case OTHER -> {
                if (calls) {
                    losses.approximated(path + ".kind", "calls wait for their results");
                }
                yield raw == null || raw.isEmpty() || kind(raw) != Kind.OTHER ? "other" : raw;
            }
        };
    }
}
