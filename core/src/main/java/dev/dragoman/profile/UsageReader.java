// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a vendor's own places for counts. Stateless. */
final class UsageReader {
    private UsageReader() {}

    /** The counts with what the vendor says elsewhere in their object; the same object if it says nothing more. */
    static Usage complete(Usage usage, ReplyRules.UsageRules rules) {
        RawJson raw = usage.raw();
        if (raw == null || !raw.isObject() || rules.isNone()) {
            return usage;
        }
        ObjectDraft counts = ObjectDraft.of(raw);
        Long read = first(usage.input().cacheRead(), counts, rules.cacheRead());
        Long written = first(usage.input().cacheWrite(), counts, rules.cacheWrite());
        Long thought = first(usage.output().reasoning(), counts, rules.reasoning());
        InputTokens in = usage.input();
        OutputTokens out = usage.output();
        long output = usage.outputTokens();
        if (thought != null && rules.reasoningBeside()) {
            output += thought;
        }
        long input = usage.inputTokens();
        // Some vendors count cached tokens beside the prompt.
        input = read != null && read > input ? input + read : input;
        return new Usage(
                input,
                output,
                new InputTokens(
                        read, written, in.cacheWriteShort(), in.cacheWriteLong(), in.text(), in.audio(), in.image()),
                new OutputTokens(
                        thought,
                        out.text(),
                        out.audio(),
                        out.image(),
                        first(out.acceptedPrediction(), counts, rules.acceptedPrediction()),
                        out.rejectedPrediction()),
                raw);
    }

    /** The counts as a vendor of these rules tells them. */
    static Usage asVendor(Usage usage, ReplyRules.UsageRules rules) {
        Long thought = usage.output().reasoning();
        return !rules.reasoningBeside() || thought == null || thought > usage.outputTokens()
                ? usage
                : new Usage(
                        usage.inputTokens(),
                        usage.outputTokens() - thought,
                        usage.input(),
                        usage.output(),
                        usage.raw());
    }

    /** Counts that a vendor tells in a field of its own, by the names that the family shares; {@code null} if there are none. */
    static @Nullable Usage read(@Nullable RawJson json, ReplyRules.UsageRules rules) {
        if (json == null || !json.isObject()) {
            return null;
        }
        ObjectDraft counts = ObjectDraft.of(json);
        Long input = JsonWords.integer(counts.get("prompt_tokens"));
        Long output = JsonWords.integer(counts.get("completion_tokens"));
        if (input == null && output == null) {
            return null;
        }
        Long read = at(counts, "prompt_tokens_details.cached_tokens");
        Long thought = at(counts, "completion_tokens_details.reasoning_tokens");
        Usage usage = new Usage(
                input == null ? 0 : input,
                output == null ? 0 : output,
                new InputTokens(read, null, null, null, null, null, null),
                new OutputTokens(thought, null, null, null, null, null),
                json);
        return complete(usage, rules);
    }

    private static @Nullable Long first(@Nullable Long known, ObjectDraft counts, List<String> names) {
        Long found = known;
        for (String name : names) {
            if (found == null) {
                found = at(counts, name);
            }
        }
        return found;
    }

    private static @Nullable Long at(ObjectDraft counts, String path) {
        Long[] found = {null};
        FieldPath.parse(path).visit(counts, (parent, name, at) -> found[0] = JsonWords.integer(parent.get(name)));
        return found[0] != null && found[0] >= 0 ? found[0] : null;
    }
}
