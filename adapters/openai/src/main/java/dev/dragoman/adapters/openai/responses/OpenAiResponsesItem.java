// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of one item, of a request's input or of an answer's output, collected before they are told as parts. What a member
 * means depends on the item's type, which comes first as a rule; members that come before it wait for it.
 */
final class OpenAiResponsesItem {
    static final String MESSAGE = "message";
    static final String REASONING = "reasoning";
    static final String FUNCTION_CALL = "function_call";
    static final String CUSTOM_CALL = "custom_tool_call";
    static final String FUNCTION_OUTPUT = "function_call_output";
    static final String CUSTOM_OUTPUT = "custom_tool_call_output";

    private static final Set<String> ROLES = Set.of("user", "assistant", "system", "developer");

    @Nullable String type;

    @Nullable String role;

    @Nullable String id;

    @Nullable String callId;

    @Nullable String name;

    @Nullable String arguments;

    @Nullable String encrypted;

    @Nullable List<Part> content;

    List<String> summary = List.of();
    final List<TokenLogprob> logprobs = new ArrayList<>(0);
    /** The whole item. */
    RawJson raw = RawJson.EMPTY_OBJECT;
    /** What has no place in the canonical model. */
    final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private final boolean strict;
    private String path = "";
    private final Map<String, RawJson> early = new LinkedHashMap<>(0);

    private OpenAiResponsesItem(boolean strict) {
        this.strict = strict;
    }

    /** An item of a request. */
    static OpenAiResponsesItem ofRequest(JsonReader in) {
        return new OpenAiResponsesItem(true).read(in);
    }

    /** An item of an answer, perhaps not yet complete. */
    static OpenAiResponsesItem ofReply(JsonReader in) {
        return new OpenAiResponsesItem(false).read(in);
    }

    String path() {
        return path;
    }

    boolean is(String kind) {
        return kind.equals(type);
    }

    boolean isCall() {
        return is(FUNCTION_CALL) || is(CUSTOM_CALL);
    }

    boolean isResult() {
        return is(FUNCTION_OUTPUT) || is(CUSTOM_OUTPUT);
    }

    /** The member as the API demands it. */
    String required(JsonReader in, @Nullable String value, String member) {
        if (value == null || value.isEmpty()) {
            throw in.missing(path + "." + member);
        }
        return value;
    }

    Extensions extensions() {
        return OpenAiResponsesFields.of(unknown);
    }

    private OpenAiResponsesItem read(JsonReader in) {
        path = in.path();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            String member = in.name();
            if (member.equals("type")) {
                type = in.stringOrNull();
            } else if (member.equals("id")) {
                id = in.stringOrNull();
            } else if (member.equals("role") && (type == null || is(MESSAGE))) {
                role = strict ? role(in) : in.stringOrNull();
            } else if (type != null || role != null) {
                member(in, member);
            } else {
                early.put(member, in.raw());
            }
        }
        raw = in.rawSince(mark);
        if (type == null) {
            type = role != null ? MESSAGE : null;
        }
        early.forEach(this::late);
        if (type == null && strict) {
            if (id == null || !unknown.isEmpty()) {
                throw in.missing(path + ".type");
            }
            type = "item_reference";
        }
        return this;
    }

    private static String role(JsonReader in) {
        String role = in.string();
        if (!ROLES.contains(role)) {
            throw in.invalid("roles are 'user', 'assistant', 'system' and 'developer'");
        }
        return role;
    }

    /** A member that came before the type; its reader knows no path of its own. */
    private void late(String member, RawJson value) {
        String place = path + "." + member;
        try (JsonReader in = strict ? value.reader() : JsonReader.reply(value)) {
            member(in, member);
        } catch (ChatException e) {
            String inner = e.error().param();
            String full = inner == null ? place : inner.startsWith("[") ? place + inner : place + "." + inner;
            throw new ChatException(e.error().withParam(full));
        }
    }

    private void member(JsonReader in, String member) {
        switch (type == null ? MESSAGE : type) {
            case MESSAGE -> {
                if (member.equals("content")) {
                    content(in);
                } else {
                    other(in, member);
                }
            }
            case REASONING -> {
                switch (member) {
                    case "content" -> content(in);
                    case "summary" -> summary = summary(in);
                    case "encrypted_content" -> encrypted = in.stringOrNull();
                    default -> other(in, member);
                }
            }
            case FUNCTION_CALL, CUSTOM_CALL -> {
                switch (member) {
                    case "call_id" -> callId = in.stringOrNull();
                    case "name" -> name = in.stringOrNull();
                    case "arguments" -> text(in, FUNCTION_CALL);
                    case "input" -> text(in, CUSTOM_CALL);
                    default -> other(in, member);
                }
            }
            case FUNCTION_OUTPUT, CUSTOM_OUTPUT -> {
                switch (member) {
                    case "call_id" -> callId = in.stringOrNull();
                    case "name" -> name = in.stringOrNull();
                    case "output" -> content(in);
                    default -> other(in, member);
                }
            }
            default -> in.skip();
        }
    }

    private void text(JsonReader in, String of) {
        if (is(of)) {
            arguments = in.stringOrNull();
        } else {
            other(in, in.name());
        }
    }

    private void content(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        if (strict) {
            content = OpenAiResponsesContent.ofRequest(in);
            return;
        }
        List<Part> parts = new ArrayList<>();
        if (in.isString()) {
            parts.add(Text.of(in.string()));
        } else {
            in.beginArray();
            while (in.nextElement()) {
                OpenAiResponsesContent.Told told = OpenAiResponsesContent.ofReply(in);
                parts.add(told.part());
                logprobs.addAll(told.logprobs());
            }
        }
        content = parts;
    }

    private static List<String> summary(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(1);
        in.beginArray();
        while (in.nextElement()) {
            String path = in.path();
            String text = null;
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "type" -> in.string();
                    case "text" -> text = in.stringOrNull();
                    default -> in.skip();
                }
            }
            if (text == null) {
                throw in.missing(path + ".text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Members that say what is said anyway are left out: an item is complete, and the model itself calls. */
    private void other(JsonReader in, String member) {
        RawJson value = in.raw();
        boolean usual = value.isNull()
                || (member.equals("status") && (!strict || value.equals(RawJson.string("completed"))))
                || (member.equals("caller") && value.toString().replace(" ", "").equals("{\"type\":\"direct\"}"));
        if (!usual) {
            unknown.put(member, value);
        }
    }
}
