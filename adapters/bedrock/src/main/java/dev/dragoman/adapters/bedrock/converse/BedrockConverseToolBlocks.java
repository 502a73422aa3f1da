// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads calls of tools and their results. Those with a {@code type} are of tools that the vendor runs: they are kept whole. */
final class BedrockConverseToolBlocks {
    private BedrockConverseToolBlocks() {}

    /** The call; {@code null} if it is one of the vendor's own tools. */
    static @Nullable ToolCall call(JsonReader in) {
        String path = in.path();
        String id = null;
        String name = null;
        RawJson input = null;
        boolean hosted = false;
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "toolUseId" -> id = in.stringOrNull();
                case "name" -> name = in.stringOrNull();
                case "input" -> input = in.raw();
                case "type" -> hosted = in.stringOrNull() != null;
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (id == null || id.isEmpty()) {
            throw in.missing(path + ".toolUseId");
        }
        if (name == null) {
            throw in.missing(path + ".name");
        }
        if (hosted) {
            return null;
        }
        return new ToolCall(
                id,
                ToolKind.FUNCTION,
                name,
                ObjectArguments.decode(input == null || input.isNull() ? RawJson.EMPTY_OBJECT : input),
                null,
                null,
                Extensions.of(BedrockConverseDialect.ID, unknown));
    }

    /** The result; {@code null} if it is one of the vendor's own tools. */
    static @Nullable ToolResult result(JsonReader in, BedrockConverseBlock reader) {
        String path = in.path();
        String id = null;
        Boolean error = null;
        boolean hosted = false;
        List<Part> content = new ArrayList<>();
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "toolUseId" -> id = in.stringOrNull();
                case "type" -> hosted = in.stringOrNull() != null;
                case "status" -> {
                    String word = in.stringOrNull();
                    error = "error".equals(word) ? Boolean.TRUE : "success".equals(word) ? Boolean.FALSE : null;
                    if (word != null && error == null) {
                        unknown.put("status", RawJson.string(word));
                    }
                }
                case "content" -> {
                    if (!in.isNull()) {
                        in.beginArray();
                        while (in.nextElement()) {
                            content.add(reader.read(in).part());
                        }
                    }
                }
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (id == null || id.isEmpty()) {
            throw in.missing(path + ".toolUseId");
        }
        if (hosted) {
            return null;
        }
        content.removeIf(part -> part instanceof ToolCall || part instanceof ToolResult);
        return new ToolResult(id, null, content, error, null, Extensions.of(BedrockConverseDialect.ID, unknown));
    }
}
