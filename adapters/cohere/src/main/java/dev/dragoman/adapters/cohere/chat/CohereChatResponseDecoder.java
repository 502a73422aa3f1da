// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whole answer to canonical answer, by the fold of the stream. */
final class CohereChatResponseDecoder {
    private final Origin origin;
    private final CohereChatReply reply = new CohereChatReply();
    private final List<TokenLogprob> tokens = new ArrayList<>(0);
    private boolean hasMessage;
    private @Nullable String toolPlan;
    private final List<Part> content = new ArrayList<>(2);
    private final List<ToolCall> calls = new ArrayList<>(0);
    private List<CohereChatCitation> citations = List.of();

    private CohereChatResponseDecoder(Origin origin) {
        this.origin = origin;
    }

    static ChatResponse decode(byte[] body, ReplySource source) {
        CohereChatResponseDecoder decoder = new CohereChatResponseDecoder(source.origin());
        try (JsonReader in = JsonReader.reply(body)) {
            in.beginObject();
            while (in.nextField()) {
                decoder.field(in);
            }
            in.end();
        }
        if (!decoder.hasMessage) {
            throw new ChatException(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor's answer is not one of a chat: it has no 'message'"));
        }
        ResponseAssembler assembler = new ResponseAssembler();
        decoder.tell(new ReplyRestorer(source.plan()).into(assembler));
        return assembler.response();
    }

    private void field(JsonReader in) {
        switch (in.name()) {
            case "message" -> {
                if (in.isString()) {
                    // The shape of an error.
                    throw CohereChatReply.failure(in.string());
                }
                hasMessage = true;
                message(in);
            }
            case CohereChatLogprobs.MEMBER -> tokens.addAll(reply.logprobs(in));
            default -> reply.field(in);
        }
    }

    private void message(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> in.skip();
                case "content" -> content(in);
                case "tool_plan" -> toolPlan = in.stringOrNull();
                case "tool_calls" -> calls(in);
                case CohereChatCitations.MEMBER -> citations = CohereChatCitations.decode(in);
                default -> {
                    String name = in.name();
                    if (in.isNull()) {
                        in.skip();
                    } else {
                        reply.ofMessage(name, in.raw());
                    }
                }
            }
        }
    }

    private void content(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        if (in.isString()) {
            content.add(Text.of(in.string()));
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            content.add(new CohereChatBlock(in).answer(origin));
        }
    }

    private void calls(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            CohereChatCallDecoder call = new CohereChatCallDecoder(in);
            calls.add(call.lenient(calls.size(), CohereChatArguments.decode(call.arguments())));
        }
    }

    private void tell(Consumer<? super ChatEvent> out) {
        Map<String, RawJson> others = new LinkedHashMap<>(0);
        CohereChatCitations.attach(citations, content, others);
        others.forEach(reply::ofMessage);
        List<Part> parts = new ArrayList<>(content.size() + calls.size() + 1);
        if (toolPlan != null && !toolPlan.isEmpty()) {
            parts.add(plan(toolPlan, origin));
        }
        parts.addAll(content);
        parts.addAll(calls);
        reply.start(out);
        for (int i = 0; i < parts.size(); i++) {
            out.accept(new ChatEvent.PartStarted(0, i, parts.get(i)));
            out.accept(new ChatEvent.PartEnded(0, i));
        }
        CohereChatReply.logprobs(tokens, out);
        reply.finish(!calls.isEmpty(), out);
    }

    /** The plan of a turn of calls. */
    static Reasoning plan(String text, Origin origin) {
        Reasoning plan = CohereChatMessageDecoder.plan(text);
        return new Reasoning(text, List.of(), null, null, plan.id(), origin, plan.extensions());
    }
}
