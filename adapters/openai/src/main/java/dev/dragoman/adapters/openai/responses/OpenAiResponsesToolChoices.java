// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code tool_choice} of a request. What forces a hosted tool is kept whole. */
final class OpenAiResponsesToolChoices {
    private OpenAiResponsesToolChoices() {}

    static @Nullable ToolChoice decode(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        if (in.isString()) {
            return switch (in.string()) {
                case "none" -> ToolChoice.NONE;
                case "auto" -> ToolChoice.AUTO;
                case "required" -> ToolChoice.REQUIRED;
                default -> throw in.invalid("a tool choice is 'none', 'auto', 'required' or an object");
            };
        }
        String path = in.path();
        int mark = in.mark();
        String type = null;
        String name = null;
        ToolChoice.ModeKind mode = null;
        List<ToolRef> refs = null;
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "name" -> name = in.string();
                case "mode" ->
                    mode = switch (in.string()) {
                        case "auto" -> ToolChoice.ModeKind.AUTO;
                        case "required" -> ToolChoice.ModeKind.REQUIRED;
                        default -> throw in.invalid("a mode is 'auto' or 'required'");
                    };
                case "tools" -> {
                    refs = new ArrayList<>();
                    in.beginArray();
                    while (in.nextElement()) {
                        ToolRef ref = ref(in);
                        foreign |= ref == null;
                        if (ref != null) {
                            refs.add(ref);
                        }
                    }
                }
                default -> {
                    foreign = true;
                    in.skip();
                }
            }
        }
        RawJson whole = in.rawSince(mark);
        if (type == null) {
            throw in.missing(path + ".type");
        }
        return switch (type) {
            case "function", "custom" -> {
                if (name == null) {
                    throw in.missing(path + ".name");
                }
                boolean own = foreign || mode != null || refs != null;
                yield own
                        ? new ToolChoice.Foreign(OpenAiResponsesDialect.ID, whole)
                        : new ToolChoice.Named(new ToolRef(kind(type), name));
            }
            case "allowed_tools" -> {
                if (mode == null) {
                    throw in.missing(path + ".mode");
                }
                yield foreign || name != null || refs == null
                        ? new ToolChoice.Foreign(OpenAiResponsesDialect.ID, whole)
                        : new ToolChoice.Allowed(mode, refs);
            }
            default -> new ToolChoice.Foreign(OpenAiResponsesDialect.ID, whole);
        };
    }

    private static ToolKind kind(String type) {
        return type.equals("custom") ? ToolKind.CUSTOM : ToolKind.FUNCTION;
    }

    /** {@code null} if it is a tool that the canonical model has no reference for. */
    private static @Nullable ToolRef ref(JsonReader in) {
        String type = null;
        String name = null;
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "name" -> name = in.string();
                default -> {
                    foreign = true;
                    in.skip();
                }
            }
        }
        boolean own = "function".equals(type) || "custom".equals(type);
        return foreign || !own || type == null || name == null ? null : new ToolRef(kind(type), name);
    }
}
