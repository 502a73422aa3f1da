// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

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
import dev.dragoman.schema.SchemaCompiler;
import dev.dragoman.schema.SchemaRules;
import java.util.List;
import java.util.Set;

/** {@code tools}. There is no choice among them. */
final class OllamaChatToolEncoder {
    /**
     * Keywords that the server forgets before the model sees the schema; the description, which it keeps, tells them. Source:
     * {@code api.ToolProperty} and {@code api.ToolFunctionParameters} of {@code ollama/ollama}, 2026-08-21.
     */
    private static final SchemaRules RULES = new SchemaRules(
            "Ollama",
            Set.of(
                    "$ref",
                    "allOf",
                    "contains",
                    "default",
                    "dependentRequired",
                    "dependentSchemas",
                    "else",
                    "exclusiveMaximum",
                    "exclusiveMinimum",
                    "format",
                    "if",
                    "maxItems",
                    "maxLength",
                    "maxProperties",
                    "maximum",
                    "minItems",
                    "minLength",
                    "minProperties",
                    "minimum",
                    "multipleOf",
                    "not",
                    "pattern",
                    "patternProperties",
                    "prefixItems",
                    "propertyNames",
                    "then",
                    "uniqueItems"),
            false,
            false,
            Integer.MAX_VALUE,
            true,
            false,
            true);

    private static final RawJson NOTHING = RawJson.parse("{\"type\":\"object\",\"properties\":{}}");

    private final JsonWriter json;
    private final Losses losses;

    OllamaChatToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(PreparedRequest prepared) {
        List<PlacedTool> tools = prepared.tools();
        boolean any = tools.stream().map(PlacedTool::tool).anyMatch(OllamaChatToolEncoder::isKnown);
        if (any) {
            json.beginArray("tools");
        }
        tools.forEach(this::tool);
        if (any) {
            json.endArray();
        }
        if (prepared.toolChoice() instanceof ToolChoice.Foreign foreign) {
            losses.dropped("toolChoice", "a choice that only " + foreign.dialect() + " knows");
        }
        Boolean parallel = prepared.source().parallelToolCalls();
        if (parallel != null) {
            losses.add(
                    LossKind.DROPPED,
                    parallel ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "parallelToolCalls",
                    "whether the model calls several tools at once is up to it");
        }
    }

    private static boolean isKnown(Tool tool) {
        return !(tool instanceof HostedTool hosted) || hosted.dialect().equals(OllamaChatDialect.ID);
    }

    private void tool(PlacedTool placed) {
        if (placed.tool() instanceof FunctionTool tool) {
            function(tool, placed.path());
        } else if (placed.tool() instanceof HostedTool hosted && isKnown(hosted)) {
            json.value(hosted.definition());
        } else {
            losses.dropped(placed.path(), "a tool that this dialect does not know");
        }
    }

    private void function(FunctionTool tool, String path) {
        json.beginObject().field("type", "function").beginObject("function");
        json.field("name", tool.name()).field("description", tool.description());
        json.field("parameters", parameters(tool, path + ".parameters"));
        OllamaChatDialect.EXTENSIONS.writeNested(tool.extensions(), "function", json);
        json.endObject();
        OllamaChatDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject();
        if (tool.strict() != null) {
            losses.add(
                    LossKind.DROPPED,
                    tool.strict() ? Severity.CHANGES_ANSWER : Severity.NOTE,
                    path + ".strict",
                    "arguments cannot be made to fit their schema");
        }
        if (tool.cache() != null) {
            losses.dropped(path + ".cache", "there are no caching breakpoints");
        }
    }

    private RawJson parameters(FunctionTool tool, String path) {
        RawJson schema = tool.parameters();
        if (schema == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path, "a function has a schema; it takes no arguments");
            return NOTHING;
        }
        if (!schema.isObject()) {
            losses.approximated(path, "a schema is an object; this one takes any arguments");
            return NOTHING;
        }
        RawJson compiled = SchemaCompiler.compile(schema, RULES, path, losses);
        if (compiled == null) {
            losses.approximated(path, "the server forgets references");
            return schema;
        }
        return compiled;
    }
}
