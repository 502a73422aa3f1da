// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.RandomValues;
import dev.dragoman.testkit.model.Records;
import dev.dragoman.testkit.model.SampleContext;
import dev.dragoman.testkit.model.Surroundings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** Valid answers in which any fields are set together. */
public final class RandomResponses {
    private static final int SETTING = 40;

    private final SampleContext context;

    /** Answers of this dialect. */
    public RandomResponses(SampleContext context) {
        this.context = context;
    }

    /** The answer of this seed. */
    public ChatResponse of(long seed) {
        Dice dice = new Dice(seed);
        RandomValues values = new RandomValues(context, dice);
        RandomParts parts = new RandomParts(context, dice);
        List<Choice> choices = new ArrayList<>();
        int count = dice.percent(75) ? 1 : dice.between(2, 3);
        for (int i = 0; i < count; i++) {
            choices.add(choice(i, dice, parts, values));
        }
        ChatResponse response =
                new ChatResponse(null, null, null, choices, null, null, null, Extensions.NONE, List.of());
        for (RecordComponent component : Records.components(ChatResponse.class)) {
            String name = component.getName();
            if (!name.equals("choices") && !name.equals("losses")) {
                response = Records.with(response, name, values.component(ChatResponse.class, name, SETTING));
            }
        }
        return Surroundings.complete(response);
    }

    private static Choice choice(int index, Dice dice, RandomParts parts, RandomValues values) {
        FinishReason.Kind kind =
                dice.percent(70) ? FinishReason.Kind.STOP : dice.pick(List.of(FinishReason.Kind.values()));
        return new Choice(
                index,
                Message.of(Role.ASSISTANT, answer(dice, parts)),
                FinishReason.of(kind, null),
                dice.percent(15) ? values.record(Logprobs.class, SETTING) : Logprobs.NONE,
                Extensions.NONE);
    }

    /** What a model says in one turn: it may think, speak, refuse, call tools. */
    static List<Part> answer(Dice dice, RandomParts parts) {
        List<Part> said = new ArrayList<>();
        while (dice.percent(25)) {
            said.add(parts.reasoning());
        }
        if (dice.percent(80)) {
            said.add(parts.text(10));
        }
        if (dice.percent(5)) {
            said.add(parts.refusal());
        }
        if (dice.percent(7)) {
            said.add(parts.other());
        }
        while (dice.percent(30)) {
            said.add(parts.call());
        }
        if (said.isEmpty() || dice.percent(7)) {
            said.add(parts.text(10));
        }
        return said;
    }
}
