// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds what a request or answer needs to be valid: declarations of the tools it names, counts that add up. */
public final class Surroundings {
    private static final Set<FinishReason.Kind> WITHOUT_CALLS =
            Set.of(FinishReason.Kind.STOP, FinishReason.Kind.STOP_SEQUENCE, FinishReason.Kind.OTHER);

    private Surroundings() {}

    /** The request, with each tool that it calls or chooses declared. */
    public static ChatRequest complete(ChatRequest request) {
        List<ToolRef> named = new ArrayList<>();
        for (Message message : request.messages()) {
            for (Part part : message.parts()) {
                if (part instanceof ToolCall call) {
                    named.add(new ToolRef(call.kind(), call.name()));
                }
            }
        }
        if (request.toolChoice() instanceof ToolChoice.Named choice) {
            named.add(choice.tool());
        } else if (request.toolChoice() instanceof ToolChoice.Allowed choice) {
            named.addAll(choice.tools());
        } else if (request.toolChoice() != null || request.parallelToolCalls() != null) {
            named.add(ToolRef.function("get_weather"));
        }
        List<Tool> tools = new ArrayList<>(request.tools());
        Set<String> names = new TreeSet<>();
        tools.forEach(tool -> names.add(tool.name()));
        for (ToolRef tool : named) {
            if (names.add(tool.name())) {
                tools.add(declaration(tool));
            }
        }
        return request.toBuilder().tools(tools).build();
    }

    private static Tool declaration(ToolRef tool) {
        return tool.kind() == ToolKind.CUSTOM
                ? new CustomTool(tool.name(), null, null, Extensions.NONE)
                : FunctionTool.of(tool.name(), null, "{\"type\":\"object\",\"properties\":{}}");
    }

    /** The answer, with finish reasons that fit what it holds and counts that add up. */
    public static ChatResponse complete(ChatResponse response) {
        List<Choice> choices = new ArrayList<>();
        response.choices().forEach(choice -> choices.add(complete(choice)));
        return Records.with(Records.with(response, "choices", choices), "usage", consistent(response.usage()));
    }

    private static Choice complete(Choice choice) {
        FinishReason reason = choice.finishReason();
        boolean calls = choice.message().parts().stream().anyMatch(ToolCall.class::isInstance);
        if (reason.stopSequence() != null && reason.kind() != FinishReason.Kind.STOP_SEQUENCE) {
            reason = Records.with(reason, "kind", FinishReason.Kind.STOP_SEQUENCE);
        }
        if (calls && WITHOUT_CALLS.contains(reason.kind())) {
            reason = FinishReason.of(FinishReason.Kind.TOOL_CALLS, null);
        }
        Message message = choice.message();
        if (!calls && reason.kind() == FinishReason.Kind.TOOL_CALLS) {
            List<Part> parts = new ArrayList<>(message.parts());
            parts.add(ToolCall.of("call_1", "get_weather", "{\"city\":\"Oslo\"}"));
            message = Records.with(message, "parts", parts);
        }
        return Records.with(Records.with(choice, "finishReason", reason), "message", message);
    }

    /** Shares never exceed their sum. */
    private static @Nullable Usage consistent(@Nullable Usage usage) {
        if (usage == null) {
            return null;
        }
        InputTokens input = usage.input();
        Long write = input.cacheWrite();
        if (write == null && (input.cacheWriteShort() != null || input.cacheWriteLong() != null)) {
            write = orZero(input.cacheWriteShort()) + orZero(input.cacheWriteLong());
            input = Records.with(input, "cacheWrite", write);
        }
        long inputShares = Math.max(
                orZero(input.cacheRead()) + orZero(write),
                orZero(input.text()) + orZero(input.audio()) + orZero(input.image()));
        OutputTokens output = usage.output();
        long outputShares = orZero(output.reasoning())
                + orZero(output.text())
                + orZero(output.audio())
                + orZero(output.image())
                + orZero(output.acceptedPrediction())
                + orZero(output.rejectedPrediction());
        return new Usage(
                Math.max(usage.inputTokens(), inputShares),
                Math.max(usage.outputTokens(), outputShares),
                input,
                output,
                usage.raw());
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
