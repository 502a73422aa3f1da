// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.prepare.PlacedTool;
import dev.dragoman.prepare.PreparedRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tools} and {@code tool_choice}, of which the passes have left functions and hosted tools. */
final class MistralChatToolEncoder {
    private static final RawJson NO_PARAMETERS = RawJson.parse("{\"type\":\"object\",\"properties\":{}}");

    private final JsonWriter json;
    private final Losses losses;

    MistralChatToolEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(PreparedRequest request) {
        List<PlacedTool> tools = new ArrayList<>(request.tools().size());
        for (PlacedTool placed : request.tools()) {
            if (placed.tool() instanceof HostedTool hosted && !hosted.dialect().equals(MistralChatDialect.ID)) {
                losses.dropped(placed.path(), "a tool that only " + hosted.dialect() + " hosts");
            } else {
                tools.add(placed);
            }
        }
        WebSearch search = request.source().webSearch();
        if (!tools.isEmpty() || search != null) {
            json.beginArray("tools");
            tools.forEach(this::tool);
            if (search != null) {
                webSearch(search, request.source().extensions());
            }
            json.endArray();
        }
        choice(request.toolChoice());
    }

    private void tool(PlacedTool placed) {
        if (placed.tool() instanceof HostedTool hosted) {
            json.value(hosted.definition());
        } else if (placed.tool() instanceof FunctionTool tool) {
            function(tool, placed.path());
        }
    }

    private void function(FunctionTool tool, String path) {
        json.beginObject().field("type", "function").beginObject("function");
        json.field("name", tool.name()).field("description", tool.description()).field("strict", tool.strict());
        if (tool.parameters() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, path + ".parameters", "a function needs a schema there");
        }
        json.field("parameters", tool.parameters() == null ? NO_PARAMETERS : tool.parameters());
        MistralChatDialect.EXTENSIONS.writeNested(tool.extensions(), "function", json);
        json.endObject();
        if (tool.cache() != null) {
            losses.dropped(path + ".cache", "there are no caching breakpoints there");
        }
        MistralChatDialect.EXTENSIONS.write(tool.extensions(), path, json, losses);
        json.endObject();
    }

    private void webSearch(WebSearch search, Extensions extensions) {
        json.beginObject().field("type", MistralChatToolDecoder.WEB_SEARCH);
        MistralChatDialect.EXTENSIONS.writeNested(extensions, MistralChatToolDecoder.WEB_SEARCH, json);
        json.endObject();
        lost(search.contextSize() != null, "contextSize");
        lost(search.location() != null, "location");
        lost(!search.allowedDomains().isEmpty(), "allowedDomains");
        lost(!search.blockedDomains().isEmpty(), "blockedDomains");
        lost(search.maxUses() != null, "maxUses");
    }

    private void lost(boolean present, String member) {
        if (present) {
            losses.dropped("webSearch." + member, "searching the web cannot be directed there");
        }
    }

    private void choice(@Nullable ToolChoice choice) {
        if (choice instanceof ToolChoice.Mode mode) {
            json.field(
                    "tool_choice",
                    switch (mode.kind()) {
                        case AUTO -> "auto";
                        case NONE -> "none";
                        case REQUIRED -> "any";
                    });
        } else if (choice instanceof ToolChoice.Named named) {
            json.beginObject("tool_choice").field("type", "function");
            json.beginObject("function").field("name", named.tool().name()).endObject();
            json.endObject();
        } else if (choice instanceof ToolChoice.Foreign foreign) {
            if (foreign.dialect().equals(MistralChatDialect.ID)) {
                json.field("tool_choice", foreign.json());
            } else {
                losses.dropped("toolChoice", "a choice that only " + foreign.dialect() + " knows");
            }
        }
    }
}
