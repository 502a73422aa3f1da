// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.List;

/** Answers of one choice, with a bit of everything. */
final class Answers {
    private Answers() {}

    static ChatResponse answer(int number) {
        Choice choice = new Choice(
                0,
                Message.of(
                        Role.ASSISTANT,
                        List.of(
                                Reasoning.of("Hm " + number, null),
                                Text.of("Answer " + number),
                                ToolCall.of("call_" + number, "clock", "{}"))),
                FinishReason.of(FinishReason.Kind.TOOL_CALLS, "tool_calls"),
                new Logprobs(List.of(new TokenLogprob("Answer", -0.5, null, null)), List.of()),
                Extensions.of("acme", "choice", RawJson.number(number)));
        return new ChatResponse(
                "id_" + number,
                "m",
                100L + number,
                List.of(choice),
                new Usage(
                        10,
                        number,
                        new InputTokens(4L, null, null, null, null, null, null),
                        number == 1 ? OutputTokens.UNKNOWN : new OutputTokens(2L, null, null, null, null, null),
                        RawJson.parse("{\"n\":" + number + "}")),
                "default",
                "fp",
                Extensions.of("acme", number == 1 ? "only" : "both", RawJson.number(number)),
                List.of());
    }

    static List<ChatEvent> events(ChatResponse answer) {
        List<ChatEvent> events = new ArrayList<>();
        ResponseReplay.replay(answer, events::add);
        return events;
    }
}
