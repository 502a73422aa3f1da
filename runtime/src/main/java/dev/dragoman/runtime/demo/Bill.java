// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts tokens. Text counts by {@link Tokens}, anything else by the piece. */
final class Bill {
    static final int MESSAGE = 3;
    static final int IMAGE = 85;
    static final int AUDIO = 50;
    static final int VIDEO = 300;
    static final int DOCUMENT = 200;

    private Bill() {}

    static Usage of(ChatRequest request, Conversation conversation, TokenCounts output) {
        long images = (long) conversation.images() * IMAGE;
        long audio = (long) conversation.audios() * AUDIO;
        return new Usage(
                input(request, conversation),
                output.total(),
                new InputTokens(0L, null, null, null, null, audio, images == 0 ? null : (Long) images),
                new OutputTokens(output.reasoning, null, output.audio, null, output.accepted, output.rejected),
                null);
    }

    static long input(ChatRequest request, Conversation conversation) {
        long input = (long) conversation.images() * IMAGE
                + (long) conversation.audios() * AUDIO
                + (long) conversation.videos() * VIDEO
                + (long) conversation.documents() * DOCUMENT
                + (long) conversation.messages() * MESSAGE;
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                input += text(part);
            }
        }
        for (Tool tool : request.tools()) {
            input += text(tool);
        }
        return input;
    }

    /** Splits a prediction into what the answer repeats from its start and the rest. */
    static void predict(List<String> predicted, String answer, TokenCounts counts) {
        List<String> said = Tokens.split(answer);
        int same = 0;
        while (same < Math.min(said.size(), predicted.size()) && said.get(same).equals(predicted.get(same))) {
            same++;
        }
        counts.accepted = same;
        counts.rejected = (long) predicted.size() - same;
    }

    private static long text(Part part) {
        if (part instanceof Text text) {
            return Tokens.count(text.text());
        }
        if (part instanceof ToolCall call) {
            return Tokens.count(call.name()) + Tokens.count(call.arguments());
        }
        if (part instanceof ToolResult result) {
            return result.content().stream().mapToLong(Bill::text).sum();
        }
        if (part instanceof Reasoning reasoning) {
            return count(reasoning.text());
        }
        return part instanceof Refusal refusal ? Tokens.count(refusal.text()) : 0;
    }

    private static long text(Tool tool) {
        if (tool instanceof FunctionTool function) {
            RawJson schema = function.parameters();
            return Tokens.count(tool.name())
                    + count(function.description())
                    + count(schema == null ? null : schema.toString());
        }
        return Tokens.count(tool.name()) + (tool instanceof CustomTool custom ? count(custom.description()) : 0);
    }

    private static long count(@Nullable String text) {
        return text == null ? 0 : Tokens.count(text);
    }
}
