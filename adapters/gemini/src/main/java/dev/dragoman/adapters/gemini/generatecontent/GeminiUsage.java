// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.fit.Count;
import dev.dragoman.fit.UnsaidCounts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code usageMetadata}. The prompt counts cached tokens in and what tools put into it out; candidates usually count thoughts out.
 * Source: {@code GenerateContentResponseUsageMetadata} of npm {@code @google/genai} 3.1.0: the total is the sum of prompt, tool use,
 * candidates and thoughts. Models are known whose candidates count thoughts in: then the total tells it.
 */
final class GeminiUsage {
    private static final UnsaidCounts UNSAID = UnsaidCounts.of(
            Count.CACHE_WRITE,
            Count.CACHE_WRITE_SHORT,
            Count.CACHE_WRITE_LONG,
            Count.ACCEPTED_PREDICTION,
            Count.REJECTED_PREDICTION);

    static final String FIELD = "usageMetadata";

    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Map<String, Long>> details = new HashMap<>();
    private @Nullable String serviceTier;
    private @Nullable RawJson raw;

    /** Counts of what the reader stands on. */
    static GeminiUsage read(JsonReader in) {
        GeminiUsage usage = new GeminiUsage();
        RawJson whole = in.raw();
        if (whole.isObject()) {
            usage.raw = whole;
            try (JsonReader members = JsonReader.reply(whole)) {
                usage.members(members);
            }
        }
        return usage;
    }

    private void members(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (in.isNumber()) {
                counts.put(name, Math.max(0, in.integer()));
            } else if (in.isArray()) {
                details.put(name, details(in));
            } else if (name.equals("serviceTier") && in.isString()) {
                serviceTier = GeminiTiers.decode(in.string());
            } else {
                in.skip();
            }
        }
    }

    private static Map<String, Long> details(JsonReader in) {
        Map<String, Long> details = new HashMap<>();
        in.beginArray();
        while (in.nextElement()) {
            if (!in.isObject()) {
                in.skip();
                continue;
            }
            String modality = null;
            Long count = null;
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("modality") && in.isString()) {
                    modality = in.string();
                } else if (in.name().equals("tokenCount") && in.isNumber()) {
                    count = Math.max(0, in.integer());
                } else {
                    in.skip();
                }
            }
            if (modality != null && count != null) {
                details.merge(modality, count, Long::sum);
            }
        }
        return details;
    }

    @Nullable String serviceTier() {
        return serviceTier;
    }

    /** Whether there are counts: chunks of a stream may bring the object without any. */
    boolean isCounted() {
        return counts.containsKey("promptTokenCount")
                || counts.containsKey("candidatesTokenCount")
                || counts.containsKey("totalTokenCount");
    }

    Usage build() {
        long prompt = count("promptTokenCount") + count("toolUsePromptTokenCount");
        long candidates = count("candidatesTokenCount");
        Long thoughts = counts.get("thoughtsTokenCount");
        long thought = thoughts == null ? 0 : thoughts;
        long total = count("totalTokenCount");
        boolean inside = thought > 0 && total > 0 && prompt + candidates == total;
        InputTokens input = new InputTokens(
                counts.get("cachedContentTokenCount"),
                null,
                null,
                null,
                detail("promptTokensDetails", "TEXT"),
                detail("promptTokensDetails", "AUDIO"),
                detail("promptTokensDetails", "IMAGE"));
        OutputTokens output = new OutputTokens(
                thoughts,
                detail("candidatesTokensDetails", "TEXT"),
                detail("candidatesTokensDetails", "AUDIO"),
                detail("candidatesTokensDetails", "IMAGE"),
                null,
                null);
        return new Usage(prompt, inside ? candidates : candidates + thought, input, output, raw);
    }

    private long count(String name) {
        return counts.getOrDefault(name, 0L);
    }

    private @Nullable Long detail(String list, String modality) {
        Map<String, Long> found = details.get(list);
        return found == null ? null : found.get(modality);
    }

    /** Writes the counts of an answer, or its tier alone; nothing if neither is known. */
    static void encode(@Nullable Usage usage, @Nullable String serviceTier, JsonWriter json, Losses losses) {
        String tier = serviceTier == null ? null : GeminiTiers.encodeServed(serviceTier);
        if (usage == null) {
            if (tier != null) {
                json.beginObject(FIELD).field("serviceTier", tier).endObject();
            }
            return;
        }
        InputTokens input = usage.input();
        OutputTokens output = usage.output();
        long thoughts = output.reasoning() == null ? 0 : output.reasoning();
        long candidates = Math.max(0, usage.outputTokens() - thoughts);
        if (candidates + thoughts != usage.outputTokens()) {
            note(LossKind.APPROXIMATED, "usage.outputTokens", "the thoughts are more than the whole", losses);
        }
        json.beginObject(FIELD).field("promptTokenCount", (Long) usage.inputTokens());
        json.field("cachedContentTokenCount", input.cacheRead());
        json.field("candidatesTokenCount", (Long) candidates).field("thoughtsTokenCount", output.reasoning());
        json.field("totalTokenCount", (Long) (usage.inputTokens() + candidates + thoughts));
        details("promptTokensDetails", input.text(), input.audio(), input.image(), json);
        details("candidatesTokensDetails", output.text(), output.audio(), output.image(), json);
        json.field("serviceTier", tier).endObject();
        UNSAID.report(usage, losses);
    }

    private static void details(
            String list, @Nullable Long text, @Nullable Long audio, @Nullable Long image, JsonWriter json) {
        if (text == null && audio == null && image == null) {
            return;
        }
        json.beginArray(list);
        detail("TEXT", text, json);
        detail("AUDIO", audio, json);
        detail("IMAGE", image, json);
        json.endArray();
    }

    private static void detail(String modality, @Nullable Long count, JsonWriter json) {
        if (count != null) {
            json.beginObject()
                    .field("modality", modality)
                    .field("tokenCount", count)
                    .endObject();
        }
    }

    private static void note(LossKind kind, String path, String reason, Losses losses) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
