// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.genai.types.Content;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerationConfig;
import com.google.genai.types.Tool;
import com.google.genai.types.ToolConfig;
import java.util.ArrayList;
import java.util.List;

/** Reads bodies as Google's own SDK does. */
final class GeminiSdk {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GeminiSdk() {}

    /** Each member of a request, read by its typed model and written again. */
    static JsonNode again(JsonNode body) throws Exception {
        var request = MAPPER.createObjectNode();
        if (body.has("systemInstruction")) {
            request.set(
                    "systemInstruction",
                    tree(Content.fromJson(text(body, "systemInstruction")).toJson()));
        }
        for (JsonNode content : body.path("contents")) {
            request.withArray("contents")
                    .add(tree(Content.fromJson(content.toString()).toJson()));
        }
        for (JsonNode tool : body.path("tools")) {
            request.withArray("tools").add(tree(Tool.fromJson(tool.toString()).toJson()));
        }
        if (body.has("toolConfig")) {
            request.set(
                    "toolConfig",
                    tree(ToolConfig.fromJson(text(body, "toolConfig")).toJson()));
        }
        if (body.has("generationConfig")) {
            request.set(
                    "generationConfig",
                    tree(GenerationConfig.fromJson(text(body, "generationConfig"))
                            .toJson()));
        }
        return request;
    }

    private static String text(JsonNode body, String member) {
        return body.get(member).toString();
    }

    private static JsonNode tree(String json) throws Exception {
        return MAPPER.readTree(json);
    }

    static GenerateContentResponse response(String json) {
        return GenerateContentResponse.fromJson(json);
    }

    /** The answers of a stream, as the SDK cuts it: each event is one data line. */
    static List<GenerateContentResponse> stream(String stream) {
        List<GenerateContentResponse> answers = new ArrayList<>();
        for (String event : stream.split("\n\n", -1)) {
            if (event.startsWith("data: ")) {
                answers.add(response(event.substring("data: ".length())));
            }
        }
        return answers;
    }
}
