// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fits a request to what its target takes. Each repair is a pass of its own name, applied in a fixed order, and reports what it
 * changes under the paths of the source. Stateless.
 */
public final class RequestPreparer {
    private static final List<Map.Entry<String, Pass>> FIRST =
            List.of(Map.entry("result-media", new ResultMediaPass()));
    private static final List<Map.Entry<String, Pass>> LATER = List.of(
            Map.entry("allowed-tools", new AllowedToolsPass()),
            Map.entry("declared-tools", new DeclaredToolsPass()),
            Map.entry("output-format", new OutputFormatPass()),
            Map.entry("custom-tools", new CustomToolsPass()),
            Map.entry("tool-names", new ToolNamesPass()),
            Map.entry("tool-choice", new ToolChoicePass()),
            Map.entry("tool-ids", new ToolIdsPass()),
            Map.entry("tool-results", new ToolResultsPass()),
            Map.entry("empty-text", new EmptyTextPass()),
            Map.entry("instructions", new InstructionsPass()),
            Map.entry("turns", new TurnsPass()),
            Map.entry("edge-turns", new EdgeTurnsPass()),
            Map.entry("cache-breakpoints", new CacheBreakpointsPass()));

    private RequestPreparer() {}

    /** The request as a target of these rules takes it. */
    public static PreparedRequest prepare(ChatRequest request, TargetRules rules, Losses losses) {
        return prepare(request, rules, PartFitter.NONE, losses);
    }

    /**
     * The request as a target of these rules takes it.
     *
     * @param fitter fits single parts, as soon as each stands in a message that may hold it
     */
    public static PreparedRequest prepare(ChatRequest request, TargetRules rules, PartFitter fitter, Losses losses) {
        Draft draft = new Draft(request, rules, losses);
        List<String> changed = new ArrayList<>(0);
        run(FIRST, draft, changed);
        run(List.of(Map.entry("parts", new PartPass(fitter))), draft, changed);
        run(LATER, draft, changed);
        ReplyPlan plan = new ReplyPlan(draft.restoredNames, draft.customTools, draft.outputTool, draft.prefill);
        return new PreparedRequest(
                request,
                draft.messages,
                draft.tools,
                draft.choice,
                draft.format,
                plan.isEmpty() ? ReplyPlan.NONE : plan,
                changed);
    }

    private static void run(List<Map.Entry<String, Pass>> passes, Draft draft, List<String> changed) {
        for (Map.Entry<String, Pass> pass : passes) {
            int before = draft.losses.size();
            pass.getValue().apply(draft);
            if (draft.losses.size() > before) {
                changed.add(pass.getKey());
            }
        }
    }
}
