// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
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
final class OpenAiChatToolEncoder implements Tool.Cases<JsonWriter>, ToolChoice.Cases<JsonWriter> {
    private final JsonWriter json;
    private final Losses losses;
    private String path = "";

    private OpenAiChatToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    static void encode(PreparedRequest request, JsonWriter json, Losses losses) {
        OpenAiChatToolEncoder encoder = new OpenAiChatToolEncoder(json, losses);
        boolean any = encoder.tools(request.tools());
        ToolChoice choice = request.toolChoice();
        if (choice != null && any) {
            choice.accept(encoder);
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

    /** Writes the tools; says whether there is any. */
    private boolean tools(List<PlacedTool> tools) {
        List<PlacedTool> fitting = tools.stream().filter(this::fits).toList();
        // An empty array is refused by the API.
        if (fitting.isEmpty()) {
            return false;
        }
        json.beginArray("tools");
        for (PlacedTool placed : fitting) {
            path = placed.path();
            placed.tool().accept(this);
        }
        json.endArray();
        return true;
    }

    private boolean fits(PlacedTool placed) {
        if (placed.tool() instanceof HostedTool hosted && !hosted.dialect().equals(OpenAiChatDialect.ID)) {
            losses.dropped(placed.path(), "a tool that only " + hosted.dialect() + " knows");
            return false;
        }
        return true;
    }

    @Override
    public JsonWriter function(FunctionTool tool) {
        json.beginObject().field("type", "function").beginObject("function");
        json.field("name", tool.name());
        json.field("description", tool.description());
        json.field("parameters", tool.parameters());
        json.field("strict", tool.strict());
        EXTENSIONS.writeNested(tool.extensions(), "function", json);
        json.endObject();
        EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject();
        if (tool.cache() != null) {
            losses.dropped(path + ".cache", "tools carry no caching breakpoints here");
        }
        return json;
    }

    @Override
    public JsonWriter custom(CustomTool tool) {
        json.beginObject().field("type", "custom").beginObject("custom");
        json.field("name", tool.name());
        json.field("description", tool.description());
        Grammar grammar = tool.grammar();
        if (grammar != null) {
            json.beginObject("format").field("type", "grammar").beginObject("grammar");
            json.field("definition", grammar.definition());
            json.field("syntax", grammar.syntax());
            EXTENSIONS.writeNested(tool.extensions(), "custom.format.grammar", json);
            json.endObject();
            EXTENSIONS.writeNested(tool.extensions(), "custom.format", json);
            json.endObject();
        }
        EXTENSIONS.writeNested(tool.extensions(), "custom", json);
        json.endObject();
        EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject();
        return json;
    }

    @Override
    public JsonWriter hosted(HostedTool tool) {
        return json.value(tool.definition());
    }

    @Override
    public JsonWriter mode(ToolChoice.Mode choice) {
        json.field("tool_choice", choice.kind().name().toLowerCase(Locale.ROOT));
        return json;
    }

    @Override
    public JsonWriter named(ToolChoice.Named choice) {
        json.name("tool_choice");
        reference(choice.tool());
        return json;
    }

    @Override
    public JsonWriter allowed(ToolChoice.Allowed choice) {
        json.beginObject("tool_choice").field("type", "allowed_tools").beginObject("allowed_tools");
        json.field("mode", choice.kind().name().toLowerCase(Locale.ROOT)).beginArray("tools");
        choice.tools().forEach(this::reference);
        json.endArray().endObject().endObject();
        return json;
    }

    @Override
    public JsonWriter foreign(ToolChoice.Foreign choice) {
        if (choice.dialect().equals(OpenAiChatDialect.ID)) {
            json.field("tool_choice", choice.json());
        } else {
            losses.dropped("toolChoice", "a choice that only " + choice.dialect() + " knows");
        }
        return json;
    }

    private void reference(ToolRef ref) {
        String type = ref.kind() == ToolKind.CUSTOM ? "custom" : "function";
        json.beginObject().field("type", type).beginObject(type).field("name", ref.name());
        json.endObject().endObject();
    }
}
