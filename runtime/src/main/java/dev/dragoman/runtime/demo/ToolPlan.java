// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolChoice.ModeKind;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.List;

/** Decides which tools the demo model calls, and with what. */
final class ToolPlan implements ToolChoice.Cases<List<Tool>> {
    private static final int MAX_CALLS = 8;

    private final List<Tool> offered;
    private final String prompt;

    private ToolPlan(List<Tool> offered, String prompt) {
        this.offered = offered;
        this.prompt = prompt;
    }

    /** The calls to make, in order. Results at the end of the conversation are answered, so that a loop of an agent ends. */
    static List<PlannedCall> of(ChatRequest request, Conversation conversation) {
        if (request.tools().isEmpty() || conversation.awaitsAnswer()) {
            return List.of();
        }
        List<Tool> offered = request.tools().stream()
                .filter(tool -> !(tool instanceof HostedTool))
                .toList();
        ToolPlan plan = new ToolPlan(offered, conversation.prompt());
        ToolChoice choice = request.toolChoice() == null ? ToolChoice.AUTO : request.toolChoice();
        List<PlannedCall> calls = new ArrayList<>();
        PromptHints hints = new PromptHints(conversation.prompt());
        List<Tool> chosen = choice.accept(plan);
        for (Tool tool : chosen) {
            calls.addAll(calls(tool, hints, chosen.size() == 1));
        }
        boolean parallel = !Boolean.FALSE.equals(request.parallelToolCalls());
        return calls.subList(0, Math.min(calls.size(), parallel ? MAX_CALLS : 1));
    }

    /** The tool that must be called although it is not offered; empty if all is well. */
    static String unknown(ChatRequest request) {
        return request.toolChoice() instanceof ToolChoice.Named named
                        && request.tools().stream().noneMatch(tool -> is(tool, named.tool()))
                ? named.tool().name()
                : "";
    }

    @Override
    public List<Tool> mode(ToolChoice.Mode choice) {
        return choose(offered, choice.kind());
    }

    @Override
    public List<Tool> named(ToolChoice.Named choice) {
        return offered.stream().filter(tool -> is(tool, choice.tool())).toList();
    }

    @Override
    public List<Tool> allowed(ToolChoice.Allowed choice) {
        List<Tool> allowed = offered.stream()
                .filter(tool -> choice.tools().stream().anyMatch(ref -> is(tool, ref)))
                .toList();
        return choose(allowed, choice.kind());
    }

    @Override
    public List<Tool> foreign(ToolChoice.Foreign choice) {
        return choose(offered, ModeKind.AUTO);
    }

    private List<Tool> choose(List<Tool> tools, ModeKind kind) {
        if (kind == ModeKind.NONE || tools.isEmpty()) {
            return List.of();
        }
        List<Tool> asked = ToolMatch.asked(tools, prompt);
        return asked.isEmpty() && kind == ModeKind.REQUIRED ? List.of(tools.get(0)) : asked;
    }

    private static boolean is(Tool tool, ToolRef ref) {
        ToolKind kind = tool instanceof CustomTool ? ToolKind.CUSTOM : ToolKind.FUNCTION;
        return !(tool instanceof HostedTool)
                && kind == ref.kind()
                && tool.name().equals(ref.name());
    }

    /** One call; or one for each of several listed names, if the tool alone is wanted and takes one argument. */
    private static List<PlannedCall> calls(Tool tool, PromptHints hints, boolean alone) {
        if (tool instanceof CustomTool custom) {
            return List.of(new PlannedCall(ToolKind.CUSTOM, tool.name(), input(custom, hints)));
        }
        RawJson schema = tool instanceof FunctionTool function ? function.parameters() : null;
        if (schema == null || !schema.isObject()) {
            return List.of(new PlannedCall(ToolKind.FUNCTION, tool.name(), "{}"));
        }
        List<PlannedCall> calls = new ArrayList<>();
        if (alone && hints.listed().size() > 1 && SchemaSample.required(schema).size() == 1) {
            for (String name : hints.listed()) {
                calls.add(new PlannedCall(ToolKind.FUNCTION, tool.name(), arguments(schema, hints.only(name))));
            }
            return calls;
        }
        return List.of(new PlannedCall(ToolKind.FUNCTION, tool.name(), arguments(schema, hints)));
    }

    private static String arguments(RawJson schema, PromptHints hints) {
        String json = SchemaSample.of(schema, hints);
        return json.startsWith("{") ? json : "{}";
    }

    private static String input(CustomTool tool, PromptHints hints) {
        Grammar grammar = tool.grammar();
        String sample =
                grammar != null && grammar.syntax().equals("regex") ? PatternSample.of(grammar.definition()) : null;
        return sample != null ? sample : hints.text();
    }
}
