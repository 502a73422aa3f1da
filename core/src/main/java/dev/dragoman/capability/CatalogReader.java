// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.capability;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link ModelCatalog}. What an entry leaves out is as in {@link ModelTraits#UNKNOWN}. */
final class CatalogReader {
    private final List<String> patterns = new ArrayList<>();
    private boolean sampling = ModelTraits.UNKNOWN.sampling();
    private boolean temperatureWithTopP = ModelTraits.UNKNOWN.temperatureWithTopP();
    private Set<ThinkingKind> thinking = ModelTraits.UNKNOWN.thinking();
    private boolean thinksByDefault;
    private boolean hidesThinking;
    private boolean forcedToolChoice = true;
    private boolean prefill = true;
    private boolean systemMessages = true;
    private boolean jsonSchema = true;
    private @Nullable Long maxOutputTokens;
    private List<String> efforts = ModelTraits.UNKNOWN.efforts();
    private @Nullable Long leastThinkingBudget;
    private @Nullable Long mostThinkingBudget;
    private List<String> features = List.of();

    private CatalogReader() {}

    static List<ModelCatalog.Entry> read(byte[] json) {
        List<ModelCatalog.Entry> entries = new ArrayList<>();
        try (JsonReader in = JsonReader.request(json)) {
            in.beginObject();
            while (in.nextField()) {
                if (!in.name().equals("models")) {
                    in.skip();
                    continue;
                }
                in.beginArray();
                while (in.nextElement()) {
                    entries.add(new CatalogReader().entry(in));
                }
            }
            in.end();
        } catch (ChatException e) {
            throw new IllegalArgumentException("not a catalogue of models: " + e.getMessage(), e);
        }
        return entries;
    }

    private ModelCatalog.Entry entry(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "match" -> patterns.addAll(strings(in));
                case "sampling" -> sampling = in.bool();
                case "temperatureWithTopP" -> temperatureWithTopP = in.bool();
                case "thinking" -> {
                    thinking = new HashSet<>();
                    for (String word : strings(in)) {
                        thinking.add(ThinkingKind.valueOf(word.toUpperCase(Locale.ROOT)));
                    }
                }
                case "thinksByDefault" -> thinksByDefault = in.bool();
                case "hidesThinking" -> hidesThinking = in.bool();
                case "forcedToolChoice" -> forcedToolChoice = in.bool();
                case "prefill" -> prefill = in.bool();
                case "systemMessages" -> systemMessages = in.bool();
                case "jsonSchema" -> jsonSchema = in.bool();
                case "maxOutputTokens" -> maxOutputTokens = in.integerOrNull();
                case "efforts" -> efforts = strings(in);
                case "leastThinkingBudget" -> leastThinkingBudget = in.integerOrNull();
                case "mostThinkingBudget" -> mostThinkingBudget = in.integerOrNull();
                case "features" -> features = strings(in);
                default -> throw in.invalid("no trait of a model");
            }
        }
        ModelTraits traits = new ModelTraits(
                sampling,
                temperatureWithTopP,
                thinking,
                thinksByDefault,
                hidesThinking,
                forcedToolChoice,
                prefill,
                systemMessages,
                jsonSchema,
                maxOutputTokens,
                efforts,
                leastThinkingBudget,
                mostThinkingBudget,
                Set.copyOf(features));
        return new ModelCatalog.Entry(patterns, traits);
    }

    private static List<String> strings(JsonReader in) {
        List<String> values = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            values.add(in.string());
        }
        return values;
    }
}
