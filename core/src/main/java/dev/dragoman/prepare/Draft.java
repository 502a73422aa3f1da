// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request while the passes work on it. */
final class Draft {
    final ChatRequest source;
    final TargetRules rules;
    final Losses losses;
    List<PlacedMessage> messages = new ArrayList<>();
    List<PlacedTool> tools = new ArrayList<>();

    @Nullable ToolChoice choice;

    @Nullable OutputFormat format;

    final Map<String, String> restoredNames = new LinkedHashMap<>();
    final Set<String> customTools = new LinkedHashSet<>();

    @Nullable String outputTool;

    @Nullable String prefill;

    Draft(ChatRequest source, TargetRules rules, Losses losses) {
        this.source = source;
        this.rules = rules;
        this.losses = losses;
        for (int i = 0; i < source.messages().size(); i++) {
            messages.add(PlacedMessage.of(source.messages().get(i), i));
        }
        for (int i = 0; i < source.tools().size(); i++) {
            tools.add(new PlacedTool(source.tools().get(i), "tools[" + i + "]"));
        }
        choice = source.toolChoice();
        format = source.outputFormat();
    }

    /** Replaces each part by what the function makes of it; {@code null} leaves it out. */
    void eachPart(Function<PlacedPart, @Nullable PlacedPart> change) {
        messages.replaceAll(message -> message.withEachPart(change));
    }

    /** Something that has the same effect for the model. */
    void emulated(String path, String reason) {
        losses.add(LossKind.EMULATED, path, reason);
    }

    /** Something that the answer does not depend on. */
    void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
