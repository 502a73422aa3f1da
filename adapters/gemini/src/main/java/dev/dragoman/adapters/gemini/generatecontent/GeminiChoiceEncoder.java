// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code functionCallingConfig}. Modes after "Function calling" of Google's API documentation: with {@code ANY} and
 * {@code VALIDATED} arguments always fit their schemas.
 *
 * @param mode {@code null} for the vendor's default
 * @param names which functions may be called; empty for all
 * @param raw the whole value, of a kind that only this dialect knows; {@code null} otherwise
 */
record GeminiChoiceEncoder(
        @Nullable String mode, List<String> names, @Nullable RawJson raw) {
    private static final String VALIDATED = "VALIDATED";

    static GeminiChoiceEncoder of(PreparedRequest prepared, List<PlacedTool> functions, Losses losses) {
        ToolChoice choice = prepared.toolChoice();
        if (functions.isEmpty()) {
            if (choice != null) {
                boolean harmless = ToolChoice.AUTO.equals(choice) || ToolChoice.NONE.equals(choice);
                losses.add(
                        LossKind.DROPPED,
                        harmless ? Severity.NOTE : Severity.CHANGES_ANSWER,
                        "toolChoice",
                        "there is no function to choose");
            }
            return new GeminiChoiceEncoder(null, List.of(), null);
        }
        GeminiChoiceEncoder encoded =
                choice == null ? new GeminiChoiceEncoder(null, List.of(), null) : choice.accept(new Modes(losses));
        return encoded.strict(prepared, functions, losses);
    }

    boolean isEmpty() {
        return mode == null && raw == null;
    }

    /** Arguments that must fit are a matter of the mode, which concerns all functions. */
    private GeminiChoiceEncoder strict(PreparedRequest prepared, List<PlacedTool> functions, Losses losses) {
        ToolChoice choice = prepared.toolChoice();
        boolean free = choice == null || ToolChoice.AUTO.equals(choice);
        boolean wanted = functions.stream().anyMatch(placed -> Boolean.TRUE.equals(strict(placed)));
        boolean validated = free && wanted;
        for (PlacedTool placed : functions) {
            Boolean strict = strict(placed);
            if (validated ? !Boolean.TRUE.equals(strict) : strict != null) {
                boolean made =
                        prepared.plan().customTools().contains(placed.tool().name())
                                || !placed.path().startsWith("tools[");
                losses.add(
                        LossKind.APPROXIMATED,
                        Severity.NOTE,
                        placed.path() + (made ? "" : ".strict"),
                        "whether arguments fit exactly is said for all functions at once");
            }
        }
        if (validated && choice != null) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, "toolChoice", "a free choice with arguments that fit");
        }
        return validated ? new GeminiChoiceEncoder(VALIDATED, List.of(), null) : this;
    }

    private static @Nullable Boolean strict(PlacedTool placed) {
        return ((FunctionTool) placed.tool()).strict();
    }

    private record Modes(Losses losses) implements ToolChoice.Cases<GeminiChoiceEncoder> {
        @Override
        public GeminiChoiceEncoder mode(ToolChoice.Mode choice) {
            String mode = switch (choice.kind()) {
                case AUTO -> "AUTO";
                case NONE -> "NONE";
                case REQUIRED -> "ANY";
            };
            return new GeminiChoiceEncoder(mode, List.of(), null);
        }

        @Override
        public GeminiChoiceEncoder named(ToolChoice.Named choice) {
            return new GeminiChoiceEncoder("ANY", List.of(choice.tool().name()), null);
        }

        @Override
        public GeminiChoiceEncoder allowed(ToolChoice.Allowed choice) {
            if (choice.tools().isEmpty()) {
                losses.add(LossKind.EMULATED, "toolChoice", "no tool that may be called is the mode NONE");
                return new GeminiChoiceEncoder("NONE", List.of(), null);
            }
            boolean required = choice.kind() == ToolChoice.ModeKind.REQUIRED;
            if (required && choice.tools().size() == 1) {
                losses.add(LossKind.APPROXIMATED, Severity.NOTE, "toolChoice", "one allowed tool is the tool to call");
            }
            List<String> names = choice.tools().stream().map(ToolRef::name).toList();
            return new GeminiChoiceEncoder(required ? "ANY" : VALIDATED, names, null);
        }

        @Override
        public GeminiChoiceEncoder foreign(ToolChoice.Foreign choice) {
            if (choice.dialect().equals(GeminiDialect.ID)) {
                return new GeminiChoiceEncoder(null, List.of(), choice.json());
            }
            losses.dropped("toolChoice", "a choice that only " + choice.dialect() + " knows");
            return new GeminiChoiceEncoder(null, List.of(), null);
        }
    }
}
