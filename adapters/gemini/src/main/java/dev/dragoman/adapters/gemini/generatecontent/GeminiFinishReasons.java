// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.FinishReason.Kind;
import org.jspecify.annotations.Nullable;

/**
 * {@code finishReason}: an open list. {@code STOP} says as well that functions are called. Source: {@code FinishReason} of npm
 * {@code @google/genai} 3.1.0 and of Google's discovery document of 2026-04-15.
 */
final class GeminiFinishReasons {
    private GeminiFinishReasons() {}

    static FinishReason decode(@Nullable String word, boolean calls) {
        Kind kind = kind(word);
        boolean called = calls && (kind == Kind.STOP || kind == Kind.OTHER);
        return FinishReason.of(called ? Kind.TOOL_CALLS : kind, word);
    }

    private static Kind kind(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "STOP" -> Kind.STOP;
            case "MAX_TOKENS", "CONTINUATION" -> Kind.LENGTH;
            case "SAFETY",
                    "BLOCKLIST",
                    "PROHIBITED_CONTENT",
                    "SPII",
                    "RECITATION",
                    "LANGUAGE",
                    "IMAGE_SAFETY",
                    "IMAGE_PROHIBITED_CONTENT",
                    "IMAGE_RECITATION" -> Kind.CONTENT_FILTER;
            case "MALFORMED_FUNCTION_CALL",
                    "MALFORMED_RESPONSE",
                    "UNEXPECTED_TOOL_CALL",
                    "TOO_MANY_TOOL_CALLS",
                    "MISSING_THOUGHT_SIGNATURE" -> Kind.ERROR;
            default -> Kind.OTHER;
        };
    }

    /**
     * The word for a client; the vendor's own one where it is one of this dialect.
     *
     * @param calls whether the answer calls functions
     */
    static String encode(FinishReason reason, boolean calls, String path, Losses losses) {
        if (reason.stopSequence() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".stopSequence", "the sequence is not told");
        }
        String raw = reason.raw();
        if (raw != null && !raw.equals("STOP") && kind(raw) == reason.kind() && reason.kind() != Kind.OTHER) {
            return raw;
        }
        String word = switch (reason.kind()) {
            case STOP, STOP_SEQUENCE, TOOL_CALLS -> "STOP";
            case LENGTH, CONTEXT_LENGTH -> "MAX_TOKENS";
            case CONTENT_FILTER, REFUSAL -> "SAFETY";
            case ERROR -> "MALFORMED_RESPONSE";
            case PAUSE, OTHER -> "OTHER";
        };
        if (decode(word, calls).kind() != reason.kind()) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".kind", "the nearest reason is " + word);
        }
        return word;
    }
}
