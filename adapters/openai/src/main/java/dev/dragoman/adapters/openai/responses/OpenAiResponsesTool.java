// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of one declaration of a tool, which is flat in this dialect. */
final class OpenAiResponsesTool {
    private static final Set<String> OWN_MEMBERS = Set.of("name", "description", "parameters", "strict", "format");

    private @Nullable String type;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable RawJson parameters;
    private @Nullable Boolean strict;
    private @Nullable Grammar grammar;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    /** Members that came before the type. */
    private final Map<String, RawJson> early = new LinkedHashMap<>(0);

    void field(JsonReader in) {
        String member = in.name();
        if (member.equals("type")) {
            type = in.string();
        } else if (type == null && OWN_MEMBERS.contains(member)) {
            early.put(member, in.raw());
        } else {
            member(in, member);
        }
    }

    private void member(JsonReader in, String member) {
        boolean function = "function".equals(type);
        boolean custom = "custom".equals(type);
        if (member.equals("name") && (function || custom)) {
            name = in.string();
        } else if (member.equals("description") && (function || custom)) {
            description = in.stringOrNull();
        } else if (member.equals("parameters") && function) {
            parameters = in.isNull() ? null : OpenAiResponsesToolDecoder.object(in);
        } else if (member.equals("strict") && function) {
            strict = in.boolOrNull();
        } else if (member.equals("format") && custom) {
            grammar = in.isNull() ? null : grammar(in);
        } else {
            unknown.put(member, in.raw());
        }
    }

    Tool build(JsonReader in, String path, RawJson whole) {
        if (type == null) {
            throw in.missing(path + ".type");
        }
        early.forEach((member, value) -> {
            try (JsonReader late = value.reader()) {
                member(late, member);
            } catch (ChatException e) {
                String inner = e.error().param();
                String place = path + "." + member;
                throw new ChatException(e.error().withParam(inner == null ? place : place + "." + inner));
            }
        });
        if (!type.equals("function") && !type.equals("custom")) {
            return new HostedTool(OpenAiResponsesDialect.ID, type, whole);
        }
        if (name == null) {
            throw in.missing(path + ".name");
        }
        Extensions extensions = OpenAiResponsesFields.of(unknown);
        return type.equals("function")
                ? new FunctionTool(name, description, parameters, strict, null, extensions)
                : new CustomTool(name, description, grammar, extensions);
    }

    /** {@code {"type":"text"}} or {@code {"type":"grammar","definition","syntax"}}. */
    private @Nullable Grammar grammar(JsonReader in) {
        String path = in.path();
        String kind = "text";
        String definition = null;
        String syntax = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> kind = in.string();
                case "definition" -> definition = in.string();
                case "syntax" -> syntax = in.string();
                default -> unknown.put("format." + in.name(), in.raw());
            }
        }
        if (kind.equals("text")) {
            return null;
        }
        if (!kind.equals("grammar")) {
            throw in.invalid("a custom tool's format is 'text' or 'grammar'");
        }
        if (definition == null) {
            throw in.missing(path + ".definition");
        }
        if (syntax == null) {
            throw in.missing(path + ".syntax");
        }
        return new Grammar(syntax, definition);
    }
}
