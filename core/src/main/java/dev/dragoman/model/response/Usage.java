// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import dev.dragoman.json.RawJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tokens counted by the vendor. Input counts cached tokens in; output counts reasoning in. Vendors that count otherwise are
 * converted by their adapter and their own counts kept in {@code raw}.
 *
 * @param inputTokens tokens of the prompt, those read from and written to a cache included; at least 0
 * @param outputTokens tokens produced, reasoning included; at least 0
 * @param input what the input consists of
 * @param output what the output consists of
 * @param raw the vendor's own object; {@code null} if it was not kept
 */
public record Usage(
        long inputTokens,
        long outputTokens,
        InputTokens input,
        OutputTokens output,
        @Nullable RawJson raw) {
    /** Checks that nothing required is missing. */
    public Usage {
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(output, "output");
    }

    /** Two counts without details. */
    public static Usage of(long inputTokens, long outputTokens) {
        return new Usage(inputTokens, outputTokens, InputTokens.UNKNOWN, OutputTokens.UNKNOWN, null);
    }

    /** Input and output together. */
    public long totalTokens() {
        return inputTokens + outputTokens;
    }

    /** Input that was neither read from nor written to a cache; never negative. */
    public long uncachedInputTokens() {
        return Math.max(0, inputTokens - orZero(input.cacheRead()) - orZero(input.cacheWrite()));
    }

    /** The same counts without the vendor's own object. */
    public Usage withoutRaw() {
        return raw == null ? this : new Usage(inputTokens, outputTokens, input, output, null);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
