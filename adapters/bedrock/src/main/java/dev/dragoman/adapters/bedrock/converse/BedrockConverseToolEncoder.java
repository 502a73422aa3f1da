// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.fit.CacheLifetimes;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.schema.ArgumentsSchema;
import dev.dragoman.schema.SchemaCompiler;
import dev.dragoman.schema.SchemaRules;
import java.util.List;
import java.util.Set;

/** {@code toolConfig} of a request. */
final class BedrockConverseToolEncoder implements Tool.Cases<JsonWriter> {
    /** What strict schemas may hold. Source: "Structured output" of Bedrock's user guide, as for Claude itself. */
    static final SchemaRules STRICT = new SchemaRules(
            "Bedrock",
            Set.of(
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "minLength",
                    "maxLength",
                    "maxItems",
                    "uniqueItems",
                    "minProperties",
                    "maxProperties",
                    "patternProperties",
                    "propertyNames",
                    "contains",
                    "minContains",
                    "maxContains",
                    "not",
                    "if",
                    "then",
                    "else",
                    "dependentRequired",
                    "dependentSchemas",
                    "unevaluatedProperties",
                    "unevaluatedItems"),
            true,
            false,
            1,
            false);

    private static final String MEMBER = "toolConfig";

    private final JsonWriter json;
    private final Losses losses;
    private final BedrockConverseFamily family;
    private String path = "";

    BedrockConverseToolEncoder(JsonWriter json, BedrockConverseFamily family, Losses losses) {
        this.json = json;
        this.family = family;
        this.losses = losses;
    }

    /** The tools that this dialect can declare; reports the others. */
    static List<PlacedTool> fitting(List<PlacedTool> tools, Losses losses) {
        return tools.stream()
                .filter(placed -> {
                    boolean fits = !(placed.tool() instanceof HostedTool hosted)
                            || hosted.dialect().equals(BedrockConverseDialect.ID);
                    if (!fits) {
                        losses.dropped(placed.path(), "a tool that only another dialect knows");
                    }
                    return fits;
                })
                .toList();
    }

    /** Writes the tools and the choice among them, if there is any. */
    void encode(List<PlacedTool> tools, BedrockConverseToolChoice choice, Extensions extensions) {
        boolean nested = BedrockConverseDialect.EXTENSIONS.hasNested(extensions, MEMBER);
        if (tools.isEmpty() && !nested) {
            return;
        }
        json.beginObject(MEMBER);
        if (!tools.isEmpty()) {
            json.beginArray("tools");
            for (PlacedTool placed : tools) {
                path = placed.path();
                placed.tool().accept(this);
            }
            json.endArray();
        }
        choice.write(json);
        BedrockConverseDialect.EXTENSIONS.writeNested(extensions, MEMBER, json);
        json.endObject();
    }

    @Override
    public JsonWriter function(FunctionTool tool) {
        json.beginObject().beginObject("toolSpec").field("name", tool.name());
        if (tool.description() != null && tool.description().isEmpty()) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".description", "an empty description says nothing");
        } else {
            json.field("description", tool.description());
        }
        RawJson schema = ArgumentsSchema.fit(tool.parameters(), path + ".parameters", losses);
        boolean asked = Boolean.TRUE.equals(tool.strict());
        RawJson strict = asked && family.strictTools()
                ? SchemaCompiler.compile(schema, STRICT, path + ".parameters", losses)
                : null;
        json.beginObject("inputSchema").field("json", strict != null ? strict : schema);
        BedrockConverseDialect.EXTENSIONS.writeNested(tool.extensions(), "inputSchema", json);
        json.endObject();
        if (asked && strict == null) {
            losses.approximated(
                    path + ".strict",
                    family.strictTools()
                            ? "a strict schema must not refer to itself or elsewhere"
                            : "this model takes no strict tools there");
        } else {
            json.field("strict", tool.strict());
        }
        BedrockConverseDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject().endObject();
        BedrockConverseCache.encode(CacheLifetimes.fit(tool.cache(), path + ".cache", losses), json);
        return json;
    }

    @Override
    public JsonWriter custom(CustomTool tool) {
        throw new IllegalStateException("free-text tools became functions");
    }

    @Override
    public JsonWriter hosted(HostedTool tool) {
        return json.value(tool.definition());
    }
}
