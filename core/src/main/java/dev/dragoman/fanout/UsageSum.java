// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up the counts of several calls, each of which was billed. What none of them reported stays unknown. */
final class UsageSum {
    private UsageSum() {}

    /** The sum; {@code null} if no call reported anything. The raw counts are an array of each call's own. */
    static @Nullable Usage of(List<@Nullable Usage> calls) {
        List<Usage> known = calls.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (known.isEmpty()) {
            return null;
        }
        long input = 0;
        long output = 0;
        for (Usage usage : known) {
            input += usage.inputTokens();
            output += usage.outputTokens();
        }
        return new Usage(input, output, input(known), output(known), raw(known));
    }

    private static InputTokens input(List<Usage> calls) {
        return new InputTokens(
                sum(calls, usage -> usage.input().cacheRead()),
                sum(calls, usage -> usage.input().cacheWrite()),
                sum(calls, usage -> usage.input().cacheWriteShort()),
                sum(calls, usage -> usage.input().cacheWriteLong()),
                sum(calls, usage -> usage.input().text()),
                sum(calls, usage -> usage.input().audio()),
                sum(calls, usage -> usage.input().image()));
    }

    private static OutputTokens output(List<Usage> calls) {
        return new OutputTokens(
                sum(calls, usage -> usage.output().reasoning()),
                sum(calls, usage -> usage.output().text()),
                sum(calls, usage -> usage.output().audio()),
                sum(calls, usage -> usage.output().image()),
                sum(calls, usage -> usage.output().acceptedPrediction()),
                sum(calls, usage -> usage.output().rejectedPrediction()));
    }

    private static @Nullable Long sum(List<Usage> calls, Function<Usage, @Nullable Long> share) {
        Long sum = null;
        for (Usage usage : calls) {
            Long count = share.apply(usage);
            if (count != null) {
                sum = sum == null ? count : sum + count;
            }
        }
        return sum;
    }

    private static @Nullable RawJson raw(List<Usage> calls) {
        if (calls.stream().allMatch(usage -> usage.raw() == null)) {
            return null;
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            for (Usage usage : calls) {
                if (usage.raw() != null) {
                    json.value(usage.raw());
                }
            }
            json.endArray();
        }
        return RawJson.written(out);
    }
}
