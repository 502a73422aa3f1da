// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Role;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks for JSON by a tool that must be called or by an instruction, where there is no setting for it. */
final class OutputFormatPass implements Pass {
    private static final String TOOL = "json_output";
    private static final RawJson ANY_OBJECT = RawJson.parse("{\"type\":\"object\"}");

    @Override
    public void apply(Draft draft) {
        OutputFormat format = draft.format;
        if (format instanceof OutputFormat.JsonObject) {
            ask(draft, draft.rules.jsonObject(), null, null);
        } else if (format instanceof OutputFormat.JsonSchema json) {
            // A format without a schema asks for no more than some JSON.
            ask(
                    draft,
                    json.schema() == null ? draft.rules.jsonObject() : draft.rules.jsonSchema(),
                    json.schema(),
                    json.description());
        }
    }

    private static void ask(
            Draft draft, TargetRules.JsonOutput how, @Nullable RawJson schema, @Nullable String description) {
        switch (how) {
            case NATIVE -> {}
            case FORCED_TOOL -> tool(draft, schema, description);
            case INSTRUCTION -> instruction(draft, schema);
            case OBJECT_AND_INSTRUCTION -> {
                instruction(draft, schema);
                draft.format = OutputFormat.JSON_OBJECT;
            }
        }
    }

    private static void tool(Draft draft, @Nullable RawJson schema, @Nullable String description) {
        boolean forced = draft.choice instanceof ToolChoice.Named || ToolChoice.REQUIRED.equals(draft.choice);
        if (forced && !draft.tools.isEmpty()) {
            // The caller's choice counts: there will be a call and no text.
            draft.format = null;
            draft.note(
                    LossKind.DROPPED, "outputFormat", "a tool must be called, so that there is no text to have a form");
            return;
        }
        String name = TOOL;
        Set<String> names = new HashSet<>();
        draft.tools.forEach(placed -> names.add(placed.tool().name()));
        for (int i = 2; names.contains(name); i++) {
            name = TOOL + "_" + i;
        }
        String purpose = description == null ? "The answer to the user, in full." : description;
        RawJson parameters = schema == null || !schema.isObject() ? ANY_OBJECT : schema;
        boolean others = !draft.tools.isEmpty() && !ToolChoice.NONE.equals(draft.choice);
        draft.tools.add(new PlacedTool(
                new FunctionTool(name, purpose, parameters, null, null, Extensions.NONE), "outputFormat"));
        if (draft.choice != null) {
            draft.emulated("toolChoice", "a tool must be called, since the answer is the arguments of one");
        }
        draft.choice = others ? ToolChoice.REQUIRED : new ToolChoice.Named(ToolRef.function(name));
        draft.outputTool = name;
        draft.format = null;
        draft.emulated("outputFormat", "the answer is asked for as the arguments of a tool");
    }

    private static void instruction(Draft draft, @Nullable RawJson schema) {
        String text = schema == null
                ? "Answer with one JSON object and nothing else: no code fence, no other text."
                : "Answer with one JSON value that fits this JSON Schema and nothing else, no code fence, no other text:\n"
                        + schema;
        int leading = 0;
        while (leading < draft.messages.size()
                && draft.messages.get(leading).role().isInstruction()) {
            leading++;
        }
        draft.messages.add(leading, PlacedMessage.made(Role.SYSTEM, text, "outputFormat"));
        draft.format = null;
        draft.emulated("outputFormat", "the form of the answer is asked for by an instruction");
    }
}
