// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.fit.CacheLifetimes;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.UserLocation;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import dev.dragoman.schema.ArgumentsSchema;
import dev.dragoman.schema.SchemaCompiler;
import dev.dragoman.schema.SchemaRules;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tools} and {@code tool_choice} of a request. */
final class AnthropicMessagesToolEncoder implements Tool.Cases<JsonWriter> {
    /** What the vendor's engine for strict schemas takes. Source: "Structured outputs" of Anthropic's documentation. */
    static final SchemaRules STRICT = new SchemaRules(
            "Anthropic",
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

    private final JsonWriter json;
    private final Losses losses;
    private String path = "";

    AnthropicMessagesToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    /** Writes both members; says whether any tool was declared. */
    void encode(PreparedRequest request, boolean forcible) {
        WebSearch search = request.source().webSearch();
        List<PlacedTool> tools = request.tools().stream().filter(this::fits).toList();
        if (tools.isEmpty() && search == null) {
            unused(request);
            return;
        }
        json.beginArray("tools");
        for (PlacedTool placed : tools) {
            path = placed.path();
            placed.tool().accept(this);
        }
        if (search != null) {
            webSearch(search, request.source().extensions());
        }
        json.endArray();
        choice(request.toolChoice(), request.source().parallelToolCalls(), forcible);
    }

    private boolean fits(PlacedTool placed) {
        boolean fits = !(placed.tool() instanceof HostedTool hosted)
                || hosted.dialect().equals(AnthropicMessagesDialect.ID);
        if (!fits) {
            losses.dropped(placed.path(), "a tool that only another dialect knows");
        }
        return fits;
    }

    /** Choices among no tools. */
    private void unused(PreparedRequest request) {
        ToolChoice choice = request.toolChoice();
        if (choice != null) {
            boolean free = choice.equals(ToolChoice.AUTO) || choice.equals(ToolChoice.NONE);
            losses.add(
                    LossKind.DROPPED,
                    free ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "toolChoice",
                    "there is no tool to choose");
        }
        if (request.source().parallelToolCalls() != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "parallelToolCalls", "there is no tool to call");
        }
    }

    @Override
    public JsonWriter function(FunctionTool tool) {
        json.beginObject().field("name", tool.name());
        if (tool.description() != null && tool.description().isEmpty()) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path + ".description", "an empty description says nothing");
        } else {
            json.field("description", tool.description());
        }
        RawJson schema = ArgumentsSchema.fit(tool.parameters(), path + ".parameters", losses);
        RawJson strict = Boolean.TRUE.equals(tool.strict())
                ? SchemaCompiler.compile(schema, STRICT, path + ".parameters", losses)
                : null;
        json.field("input_schema", strict != null ? strict : schema);
        if (Boolean.TRUE.equals(tool.strict()) && strict == null) {
            losses.approximated(path + ".strict", "a strict schema must not refer to itself or elsewhere");
        } else {
            json.field("strict", tool.strict());
        }
        AnthropicMessagesCache.encode(CacheLifetimes.fit(tool.cache(), path + ".cache", losses), json);
        AnthropicMessagesDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        return json.endObject();
    }

    @Override
    public JsonWriter custom(CustomTool tool) {
        throw new IllegalStateException("free-text tools became functions");
    }

    @Override
    public JsonWriter hosted(HostedTool tool) {
        return json.value(tool.definition());
    }

    private void webSearch(WebSearch search, Extensions extensions) {
        RawJson type = extensions.get(AnthropicMessagesDialect.ID, "web_search.type");
        json.beginObject();
        json.field("type", type != null ? type : RawJson.string(AnthropicMessagesToolDecoder.WEB_SEARCH));
        json.field("name", "web_search").field("max_uses", search.maxUses());
        json.field("allowed_domains", search.allowedDomains());
        if (search.allowedDomains().isEmpty()) {
            json.field("blocked_domains", search.blockedDomains());
        } else if (!search.blockedDomains().isEmpty()) {
            losses.dropped("webSearch.blockedDomains", "domains are allowed or blocked, not both");
        }
        UserLocation location = search.location();
        if (location != null) {
            json.beginObject("user_location").field("type", "approximate");
            json.field("city", location.city()).field("region", location.region());
            json.field("country", location.country()).field("timezone", location.timezone());
            json.endObject();
        }
        extensions.of(AnthropicMessagesDialect.ID).forEach((name, value) -> {
            if (name.startsWith("web_search.") && !name.equals("web_search.type")) {
                json.field(name.substring("web_search.".length()), value);
            }
        });
        json.endObject();
        if (search.contextSize() != null) {
            losses.approximated("webSearch.contextSize", "how much of what is found is read cannot be said");
        }
    }

    private void choice(@Nullable ToolChoice asked, @Nullable Boolean parallel, boolean forcible) {
        ToolChoice choice = asked;
        boolean forced = choice instanceof ToolChoice.Named || ToolChoice.REQUIRED.equals(choice);
        if (forced && !forcible) {
            losses.approximated("toolChoice", "this model cannot be made to call a tool, or not while it thinks");
            choice = ToolChoice.AUTO;
        }
        if (choice instanceof ToolChoice.Foreign foreign) {
            if (foreign.dialect().equals(AnthropicMessagesDialect.ID)) {
                json.field("tool_choice", foreign.json());
                lostParallel(parallel);
                return;
            }
            losses.dropped("toolChoice", "a choice that only " + foreign.dialect() + " knows");
            choice = null;
        }
        if (choice == null && !Boolean.FALSE.equals(parallel)) {
            lostParallel(parallel);
            return;
        }
        if (choice == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "toolChoice", "the parallel flag stands in a choice");
        }
        json.beginObject("tool_choice");
        boolean none = ToolChoice.NONE.equals(choice);
        if (choice instanceof ToolChoice.Named named) {
            json.field("type", "tool").field("name", named.tool().name());
        } else if (none) {
            json.field("type", "none");
        } else {
            json.field("type", ToolChoice.REQUIRED.equals(choice) ? "any" : "auto");
        }
        if (none) {
            lostParallel(parallel);
        } else if (parallel != null) {
            json.field("disable_parallel_tool_use", (Boolean) !parallel);
        }
        json.endObject();
    }

    private void lostParallel(@Nullable Boolean parallel) {
        if (parallel != null) {
            losses.add(
                    LossKind.DROPPED,
                    Severity.NOTE,
                    "parallelToolCalls",
                    "parallel calls are the default, and without calls there is nothing to say");
        }
    }
}
