// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tools}, {@code strict_tools} and {@code tool_choice} of a request. */
final class CohereChatToolEncoder {
    private static final RawJson NO_ARGUMENTS = RawJson.parse("{\"type\":\"object\",\"properties\":{}}");
    private static final String ONE_FOR_ALL = "exact arguments are wished for all tools or none, each with a parameter";

    private final JsonWriter json;
    private final Losses losses;

    CohereChatToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    /**
     * Writes the members.
     *
     * @param forcible whether the model takes a choice among the tools
     * @return whether any tool was declared
     */
    boolean encode(PreparedRequest request, boolean forcible) {
        List<PlacedTool> tools = request.tools().stream().filter(this::fits).toList();
        ToolChoice choice = request.toolChoice();
        if (!tools.isEmpty() && !forcible && ToolChoice.NONE.equals(choice)) {
            tools.forEach(tool -> emulated(tool.path()));
            emulated("toolChoice");
            tools = List.of();
            choice = null;
        }
        if (tools.isEmpty()) {
            unused(choice);
            return false;
        }
        List<@Nullable RawJson> strict = strict(tools);
        json.beginArray("tools");
        for (int i = 0; i < tools.size(); i++) {
            if (tools.get(i).tool() instanceof FunctionTool function) {
                function(function, tools.get(i).path(), strict.isEmpty() ? null : strict.get(i));
            } else if (tools.get(i).tool() instanceof HostedTool hosted) {
                json.value(hosted.definition());
            }
        }
        json.endArray();
        if (!strict.isEmpty()) {
            json.field("strict_tools", Boolean.TRUE);
        } else if (functions(tools).stream().allMatch(tool -> Boolean.FALSE.equals(tool.strict()))) {
            json.field("strict_tools", Boolean.FALSE);
        }
        choice(choice, forcible);
        return true;
    }

    private void emulated(String path) {
        losses.add(LossKind.EMULATED, path, "tools that must not be called are not declared");
    }

    private boolean fits(PlacedTool placed) {
        boolean fits = !(placed.tool() instanceof HostedTool hosted)
                || hosted.dialect().equals(CohereChatDialect.ID);
        if (!fits) {
            losses.dropped(placed.path(), "a tool that only another dialect knows");
        }
        return fits;
    }

    /** Choices among no tools. */
    private void unused(@Nullable ToolChoice choice) {
        if (choice != null) {
            boolean free = choice.equals(ToolChoice.AUTO) || choice.equals(ToolChoice.NONE);
            losses.add(
                    LossKind.DROPPED,
                    free ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "toolChoice",
                    "there is no tool to choose");
        }
    }

    private static List<FunctionTool> functions(List<PlacedTool> tools) {
        List<FunctionTool> functions = new ArrayList<>(tools.size());
        for (PlacedTool placed : tools) {
            if (placed.tool() instanceof FunctionTool function) {
                functions.add(function);
            }
        }
        return functions;
    }

    /** The compiled schemas where all tools want exact arguments and can have them; empty otherwise. */
    private List<@Nullable RawJson> strict(List<PlacedTool> tools) {
        List<FunctionTool> functions = functions(tools);
        boolean any = functions.stream().anyMatch(tool -> Boolean.TRUE.equals(tool.strict()));
        boolean all = functions.stream().allMatch(tool -> Boolean.TRUE.equals(tool.strict()));
        Losses found = new Losses();
        List<@Nullable RawJson> schemas = new ArrayList<>(tools.size());
        for (PlacedTool placed : tools) {
            RawJson schema = any && all && placed.tool() instanceof FunctionTool function
                    ? CohereChatSchemas.strict(function.parameters(), placed.path() + ".parameters", found)
                    : null;
            all &= schema != null || !(placed.tool() instanceof FunctionTool);
            schemas.add(schema);
        }
        if (any && all) {
            losses.addAll(found.toList());
            return schemas;
        }
        boolean none = functions.stream().allMatch(tool -> Boolean.FALSE.equals(tool.strict()));
        for (PlacedTool placed : tools) {
            Tool tool = placed.tool();
            if (!none && tool instanceof FunctionTool function && function.strict() != null) {
                boolean strict = function.strict();
                losses.add(
                        strict ? LossKind.APPROXIMATED : LossKind.DROPPED,
                        strict ? Severity.CHANGES_ANSWER : Severity.NOTE,
                        placed.path() + ".strict",
                        ONE_FOR_ALL);
            }
        }
        return List.of();
    }

    private void function(FunctionTool tool, String path, @Nullable RawJson strict) {
        json.beginObject().field("type", "function").beginObject("function");
        json.field("name", tool.name()).field("description", tool.description());
        RawJson schema = strict != null ? strict : tool.parameters();
        if (schema == null || !schema.isObject()) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".parameters", "a tool needs a schema");
            schema = NO_ARGUMENTS;
        }
        json.field("parameters", schema);
        CohereChatDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject();
        CohereChatDialect.EXTENSIONS.writeNested(tool.extensions(), CohereChatToolDecoder.BESIDE, json);
        json.endObject();
    }

    private void choice(@Nullable ToolChoice choice, boolean forcible) {
        if (choice instanceof ToolChoice.Foreign foreign) {
            if (foreign.dialect().equals(CohereChatDialect.ID)) {
                json.field("tool_choice", foreign.json());
            } else {
                losses.dropped("toolChoice", "a choice that only " + foreign.dialect() + " knows");
            }
        } else if (ToolChoice.NONE.equals(choice)) {
            json.field("tool_choice", "NONE");
        } else if (ToolChoice.REQUIRED.equals(choice)) {
            if (forcible) {
                json.field("tool_choice", "REQUIRED");
            } else {
                losses.approximated("toolChoice", "this model cannot be made to call a tool");
            }
        } else if (choice != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "toolChoice", "the model decides where nothing is said");
        }
    }
}
