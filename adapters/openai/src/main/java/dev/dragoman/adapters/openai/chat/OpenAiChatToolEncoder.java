// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.List;
import java.util.Locale;

/** {@code tools}, {@code tool_choice}, {@code parallel_tool_calls}. */
final class OpenAiChatToolEncoder implements Tool.Cases<JsonWriter>, ToolChoice.Cases<JsonWriter> {
    private final JsonWriter json;
    private final Losses losses;
    private int index;

    private OpenAiChatToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    static void encode(ChatRequest request, JsonWriter json, Losses losses) {
        OpenAiChatToolEncoder encoder = new OpenAiChatToolEncoder(json, losses);
        encoder.tools(request.tools());
        if (request.toolChoice() != null) {
            request.toolChoice().accept(encoder);
        }
        json.field("parallel_tool_calls", request.parallelToolCalls());
    }

    private void tools(List<Tool> tools) {
        // An empty array is refused by the API.
        boolean any = tools.stream()
                .anyMatch(tool ->
                        !(tool instanceof HostedTool hosted) || hosted.dialect().equals(OpenAiChatDialect.ID));
        if (any) {
            json.beginArray("tools");
        }
        for (index = 0; index < tools.size(); index++) {
            tools.get(index).accept(this);
        }
        if (any) {
            json.endArray();
        }
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
        EXTENSIONS.write(tool.extensions(), "tools[" + index + "]", json, losses);
        json.endObject();
        if (tool.cache() != null) {
            losses.dropped("tools[" + index + "].cache", "tools carry no caching breakpoints here");
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
        EXTENSIONS.write(tool.extensions(), "tools[" + index + "]", json, losses);
        json.endObject();
        return json;
    }

    @Override
    public JsonWriter hosted(HostedTool tool) {
        if (tool.dialect().equals(OpenAiChatDialect.ID)) {
            json.value(tool.definition());
        } else {
            losses.dropped("tools[" + index + "]", "a tool that only " + tool.dialect() + " knows");
        }
        return json;
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
