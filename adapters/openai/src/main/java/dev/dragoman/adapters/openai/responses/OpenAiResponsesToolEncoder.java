// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

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
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import java.util.List;
import java.util.Locale;

/** {@code tools}, {@code tool_choice}, {@code parallel_tool_calls}. */
final class OpenAiResponsesToolEncoder implements Tool.Cases<JsonWriter>, ToolChoice.Cases<JsonWriter> {
    private final JsonWriter json;
    private final Losses losses;
    private String path = "";

    OpenAiResponsesToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(PreparedRequest request) {
        WebSearch search = request.source().webSearch();
        List<PlacedTool> tools = request.tools().stream().filter(this::fits).toList();
        boolean any = !tools.isEmpty() || search != null;
        if (any) {
            json.beginArray("tools");
            for (PlacedTool placed : tools) {
                path = placed.path();
                placed.tool().accept(this);
            }
            if (search != null) {
                webSearch(search, request.source().extensions());
            }
            json.endArray();
        }
        ToolChoice choice = request.toolChoice();
        boolean elsewhere = request.source().extensions().get(OpenAiResponsesDialect.ID, "prompt") != null;
        if (choice != null && (any || elsewhere)) {
            choice.accept(this);
        } else if (choice != null) {
            boolean free = choice.equals(ToolChoice.AUTO) || choice.equals(ToolChoice.NONE);
            losses.add(
                    LossKind.DROPPED,
                    free ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "toolChoice",
                    "there is no tool to choose");
        }
        json.field("parallel_tool_calls", request.source().parallelToolCalls());
    }

    private boolean fits(PlacedTool placed) {
        boolean fits = !(placed.tool() instanceof HostedTool hosted)
                || hosted.dialect().equals(OpenAiResponsesDialect.ID);
        if (!fits) {
            losses.dropped(placed.path(), "a tool that only another dialect knows");
        }
        return fits;
    }

    @Override
    public JsonWriter function(FunctionTool tool) {
        json.beginObject().field("type", "function").field("name", tool.name());
        json.field("description", tool.description());
        if (tool.parameters() == null) {
            json.nullField("parameters");
        } else {
            json.field("parameters", tool.parameters());
        }
        // Where nothing is said this API tries to make the schema strict, which other dialects do not.
        json.field("strict", (Boolean) Boolean.TRUE.equals(tool.strict()));
        OpenAiResponsesDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        if (tool.cache() != null) {
            losses.dropped(path + ".cache", "tools carry no caching breakpoints here");
        }
        return json.endObject();
    }

    @Override
    public JsonWriter custom(CustomTool tool) {
        json.beginObject().field("type", "custom").field("name", tool.name());
        json.field("description", tool.description());
        Grammar grammar = tool.grammar();
        if (grammar != null) {
            json.beginObject("format").field("type", "grammar");
            json.field("definition", grammar.definition()).field("syntax", grammar.syntax());
            OpenAiResponsesDialect.EXTENSIONS.writeNested(tool.extensions(), "format", json);
            json.endObject();
        }
        OpenAiResponsesDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        return json.endObject();
    }

    @Override
    public JsonWriter hosted(HostedTool tool) {
        return json.value(tool.definition());
    }

    private void webSearch(WebSearch search, Extensions extensions) {
        RawJson type = extensions.get(OpenAiResponsesDialect.ID, "web_search.type");
        json.beginObject();
        json.field("type", type != null ? type : RawJson.string(OpenAiResponsesToolDecoder.WEB_SEARCH));
        json.field("search_context_size", search.contextSize());
        UserLocation location = search.location();
        if (location != null) {
            json.beginObject("user_location").field("type", "approximate");
            json.field("city", location.city()).field("country", location.country());
            json.field("region", location.region()).field("timezone", location.timezone());
            OpenAiResponsesDialect.EXTENSIONS.writeNested(extensions, "web_search.user_location", json);
            json.endObject();
        }
        boolean filters = OpenAiResponsesDialect.EXTENSIONS.hasNested(extensions, "web_search.filters");
        if (!search.allowedDomains().isEmpty() || filters) {
            json.beginObject("filters").field("allowed_domains", search.allowedDomains());
            OpenAiResponsesDialect.EXTENSIONS.writeNested(extensions, "web_search.filters", json);
            json.endObject();
        }
        extensions.of(OpenAiResponsesDialect.ID).forEach((name, value) -> {
            String member = name.startsWith("web_search.") ? name.substring("web_search.".length()) : "";
            if (!member.isEmpty() && !member.equals("type") && member.indexOf('.') < 0) {
                json.field(member, value);
            }
        });
        json.endObject();
        if (!search.blockedDomains().isEmpty()) {
            losses.dropped("webSearch.blockedDomains", "searches cannot leave out domains here");
        }
        if (search.maxUses() != null) {
            losses.dropped("webSearch.maxUses", "the number of searches cannot be limited here");
        }
    }

    @Override
    public JsonWriter mode(ToolChoice.Mode choice) {
        return json.field("tool_choice", choice.kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public JsonWriter named(ToolChoice.Named choice) {
        json.name("tool_choice");
        return reference(choice.tool());
    }

    @Override
    public JsonWriter allowed(ToolChoice.Allowed choice) {
        json.beginObject("tool_choice").field("type", "allowed_tools");
        json.field("mode", choice.kind().name().toLowerCase(Locale.ROOT)).beginArray("tools");
        choice.tools().forEach(this::reference);
        return json.endArray().endObject();
    }

    @Override
    public JsonWriter foreign(ToolChoice.Foreign choice) {
        if (choice.dialect().equals(OpenAiResponsesDialect.ID)) {
            return json.field("tool_choice", choice.json());
        }
        losses.dropped("toolChoice", "a choice that only " + choice.dialect() + " knows");
        return json;
    }

    private JsonWriter reference(ToolRef ref) {
        json.beginObject().field("type", ref.kind() == ToolKind.CUSTOM ? "custom" : "function");
        return json.field("name", ref.name()).endObject();
    }
}
