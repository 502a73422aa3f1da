// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.SampleContext;
import dev.dragoman.testkit.model.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** Conversations of plain text and tool calls only, which every dialect can hold; each text is unique. */
public final class PlainTalk {
    private final Dice dice;
    private int texts;
    private int calls;

    private PlainTalk(Dice dice) {
        this.dice = dice;
    }

    /** The request of this seed. */
    public static ChatRequest request(long seed) {
        PlainTalk talk = new PlainTalk(new Dice(seed));
        List<Message> messages = new ArrayList<>();
        if (talk.dice.percent(50)) {
            messages.add(Message.system(talk.words()));
        }
        int turns = talk.dice.between(1, 4);
        for (int i = 0; i < turns; i++) {
            messages.add(talk.user());
            if (i < turns - 1 || talk.dice.percent(30)) {
                talk.answer(messages);
            }
        }
        return Surroundings.complete(
                ChatRequest.builder(SampleContext.MODEL).messages(messages).build());
    }

    /** The answer of this seed. */
    public static ChatResponse response(long seed) {
        PlainTalk talk = new PlainTalk(new Dice(seed));
        List<Choice> choices = new ArrayList<>();
        int count = talk.dice.percent(70) ? 1 : 3;
        for (int i = 0; i < count; i++) {
            choices.add(new Choice(
                    i,
                    Message.of(Role.ASSISTANT, talk.parts()),
                    FinishReason.of(FinishReason.Kind.STOP, null),
                    Logprobs.NONE,
                    Extensions.NONE));
        }
        return Surroundings.complete(
                new ChatResponse("resp_1", "sample-model", 7L, choices, null, null, null, Extensions.NONE, List.of()));
    }

    private String words() {
        return "text " + texts++ + " " + dice.text();
    }

    private Message user() {
        List<Part> parts = new ArrayList<>();
        do {
            parts.add(Text.of(words()));
        } while (dice.percent(40));
        return Message.of(Role.USER, parts);
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        do {
            if (dice.percent(45)) {
                parts.add(Text.of(words()));
            } else {
                parts.add(ToolCall.of("call_" + calls, "get_weather", "{\"number\":" + calls + "}"));
                calls++;
            }
        } while (dice.percent(60));
        return parts;
    }

    private void answer(List<Message> messages) {
        Message answer = Message.of(Role.ASSISTANT, parts());
        messages.add(answer);
        for (Part part : answer.parts()) {
            if (part instanceof ToolCall call) {
                messages.add(Message.toolResult(call.id(), words()));
            }
        }
    }
}
