// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.ModelFields;
import dev.dragoman.testkit.model.RandomValues;
import dev.dragoman.testkit.model.Records;
import dev.dragoman.testkit.model.SampleContext;
import dev.dragoman.testkit.model.Surroundings;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Valid requests in which any fields are set together. */
public final class RandomRequests {
    private static final int SETTING = 25;

    private final SampleContext context;

    /** Requests for this dialect. */
    public RandomRequests(SampleContext context) {
        this.context = context;
    }

    /** The request of this seed. */
    public ChatRequest of(long seed) {
        Dice dice = new Dice(seed);
        RandomValues values = new RandomValues(context, dice);
        ChatRequest request = ModelFields.plainRequest();
        for (RecordComponent component : Records.components(ChatRequest.class)) {
            switch (component.getName()) {
                case "model" -> {}
                case "messages" ->
                    request = Records.with(request, "messages", messages(dice, new RandomParts(context, dice)));
                case "tools" -> request = Records.with(request, "tools", tools(values));
                default ->
                    request = Records.with(
                            request,
                            component.getName(),
                            values.component(ChatRequest.class, component.getName(), SETTING));
            }
        }
        return Surroundings.complete(request);
    }

    private static List<Tool> tools(RandomValues values) {
        Map<String, Tool> byName = new LinkedHashMap<>();
        if (values.component(ChatRequest.class, "tools", 50) instanceof List<?> tools) {
            for (Object tool : tools) {
                byName.put(((Tool) tool).name(), (Tool) tool);
            }
        }
        return List.copyOf(byName.values());
    }

    private static List<Message> messages(Dice dice, RandomParts parts) {
        List<Message> messages = new ArrayList<>();
        if (dice.percent(40)) {
            messages.add(Message.of(dice.percent(50) ? Role.SYSTEM : Role.DEVELOPER, List.of(parts.text(5))));
        }
        int turns = dice.between(1, 3);
        for (int turn = 0; turn < turns; turn++) {
            messages.add(user(dice, parts));
            if (turn < turns - 1 || dice.percent(20)) {
                answer(dice, parts, messages);
            }
            if (dice.percent(5)) {
                messages.add(Message.of(Role.SYSTEM, List.of(parts.text(5))));
            }
        }
        return messages;
    }

    private static Message user(Dice dice, RandomParts parts) {
        List<Part> said = new ArrayList<>();
        int size = dice.between(1, 3);
        for (int i = 0; i < size; i++) {
            said.add(dice.percent(70) ? parts.text(10) : parts.other());
        }
        return new Message(Role.USER, said, dice.percent(10) ? "alice" : null, Extensions.NONE);
    }

    private static void answer(Dice dice, RandomParts parts, List<Message> messages) {
        List<Part> said = RandomResponses.answer(dice, parts);
        messages.add(new Message(Role.ASSISTANT, said, null, Extensions.NONE));
        for (Part part : said) {
            if (part instanceof ToolCall call) {
                messages.add(Message.of(Role.TOOL, List.of(parts.result(call))));
            }
        }
    }
}
