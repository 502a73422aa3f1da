// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.Usage;
import org.jspecify.annotations.Nullable;

/** A share of the tokens of an answer that some dialects do not tell apart. Immutable. */
public final class Count {
    public static final Count CACHE_READ =
            new Count("input.cacheRead", usage -> usage.input().cacheRead());
    public static final Count CACHE_WRITE =
            new Count("input.cacheWrite", usage -> usage.input().cacheWrite());
    public static final Count CACHE_WRITE_SHORT =
            new Count("input.cacheWriteShort", usage -> usage.input().cacheWriteShort());
    public static final Count CACHE_WRITE_LONG =
            new Count("input.cacheWriteLong", usage -> usage.input().cacheWriteLong());
    public static final Count INPUT_TEXT =
            new Count("input.text", usage -> usage.input().text());
    public static final Count INPUT_AUDIO =
            new Count("input.audio", usage -> usage.input().audio());
    public static final Count INPUT_IMAGE =
            new Count("input.image", usage -> usage.input().image());
    public static final Count REASONING =
            new Count("output.reasoning", usage -> usage.output().reasoning());
    public static final Count OUTPUT_TEXT =
            new Count("output.text", usage -> usage.output().text());
    public static final Count OUTPUT_AUDIO =
            new Count("output.audio", usage -> usage.output().audio());
    public static final Count OUTPUT_IMAGE =
            new Count("output.image", usage -> usage.output().image());
    public static final Count ACCEPTED_PREDICTION =
            new Count("output.acceptedPrediction", usage -> usage.output().acceptedPrediction());
    public static final Count REJECTED_PREDICTION =
            new Count("output.rejectedPrediction", usage -> usage.output().rejectedPrediction());

    private final String path;
    private final Reader reader;

    private Count(String path, Reader reader) {
        this.path = "usage." + path;
        this.reader = reader;
    }

    private interface Reader {
        @Nullable Long read(Usage usage);
    }

    /** Reports this share as lost if it is known and not empty. */
    void drop(Usage usage, Losses losses) {
        Long count = reader.read(usage);
        if (count != null && count != 0) {
            losses.dropped(path, "tokens are not told apart by kind there");
        }
    }
}
