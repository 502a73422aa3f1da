// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code functionResponse} of a part: {@code output} is what came back, {@code error} a failure, any other object what came back as
 * a whole.
 *
 * @param id {@code null} if none is given
 * @param name the function; {@code null} if absent
 * @param response the object; {@code null} if absent
 * @param media its pictures and files
 */
record GeminiResponse(
        @Nullable String id,
        @Nullable String name,
        @Nullable RawJson response,
        List<Part> media) {
    static final String OUTPUT = "output";
    static final String ERROR = "error";
    private static final String PREFIX = "functionResponse.";

    /** @param extra where fields go that the canonical model does not know */
    static GeminiResponse read(JsonReader in, Map<String, RawJson> extra) {
        String id = null;
        String name = null;
        RawJson response = null;
        List<Part> media = new ArrayList<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (GeminiNames.camel(in.name())) {
                case "id" -> id = in.stringOrNull();
                case "name" -> name = in.string();
                case "response" -> {
                    if (!in.isNull() && !in.isObject()) {
                        throw in.mismatch("an object");
                    }
                    response = in.isNull() ? null : in.raw();
                }
                case "parts" -> media(in, media);
                default -> extra.put(PREFIX + in.name(), in.raw());
            }
        }
        return new GeminiResponse(id, name, response, media);
    }

    private static void media(JsonReader in, List<Part> out) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            GeminiPart part = GeminiPart.read(in);
            if (part.kind != GeminiPart.Kind.BLOB && part.kind != GeminiPart.Kind.FILE) {
                throw in.invalid("a function's response holds inlineData and fileData only");
            }
            out.add(part.media());
        }
    }

    /** @param calledName what the call of this id named, where the response need not repeat it; {@code null} if unknown */
    ToolResult result(String callId, @Nullable String calledName, Extensions extensions) {
        List<Part> content = new ArrayList<>(1 + media.size());
        Boolean error = null;
        if (response != null) {
            Map.Entry<String, RawJson> only = onlyMember(response);
            if (only == null || !(only.getKey().equals(OUTPUT) || only.getKey().equals(ERROR))) {
                content.add(Text.of(response.toString()));
            } else {
                String text = text(only.getValue());
                if (!text.isEmpty()) {
                    content.add(Text.of(text));
                }
                error = only.getKey().equals(ERROR) ? Boolean.TRUE : null;
            }
        }
        content.addAll(media);
        return new ToolResult(
                callId, name == null || name.equals(calledName) ? null : name, content, error, null, extensions);
    }

    private static String text(RawJson value) {
        if (!value.isString()) {
            return value.toString();
        }
        try (JsonReader in = value.reader()) {
            return in.string();
        }
    }

    private static Map.@Nullable Entry<String, RawJson> onlyMember(RawJson object) {
        Map.Entry<String, RawJson> only = null;
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (only != null) {
                    return null;
                }
                String name = in.name();
                only = Map.entry(name, in.raw());
            }
        }
        return only;
    }
}
