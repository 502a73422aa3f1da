// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.RandomValues;
import dev.dragoman.testkit.model.Records;
import dev.dragoman.testkit.model.SampleContext;
import java.util.ArrayList;
import java.util.List;

/** Parts as models and people say them: calls have ids of their own, a spoken part has sound or an id. */
final class RandomParts {
    private static final List<Class<? extends Part>> MEDIA =
            List.of(Image.class, Audio.class, Video.class, Document.class);
    private static final List<String> ARGUMENTS = List.of(
            "{}", "{\"city\":\"Oslo\"}", "{\"a\":[1,2.5,null,true],\"b\":{\"c\":\"\\ud83d\\ude00 \\\"q\\\"\"}}");

    private final SampleContext context;
    private final Dice dice;
    private final RandomValues values;
    private int calls;

    RandomParts(SampleContext context, Dice dice) {
        this.context = context;
        this.dice = dice;
        this.values = new RandomValues(context, dice);
    }

    /** Text, mostly without anything else. */
    Text text(int adornment) {
        if (dice.percent(100 - adornment)) {
            return Text.of(dice.text());
        }
        return values.record(Text.class, 30);
    }

    /** A picture, sound, film, file or something only one dialect knows. */
    Part other() {
        if (dice.percent(15)) {
            return values.record(Opaque.class, 30);
        }
        return media();
    }

    private Part media() {
        Part part = values.record(dice.pick(MEDIA), 25);
        return part instanceof Audio audio && audio.source() == null && audio.id() == null
                ? Audio.reference("audio_1")
                : part;
    }

    /** Reasoning made here or elsewhere, never empty. */
    Reasoning reasoning() {
        Reasoning reasoning = values.record(Reasoning.class, 40);
        boolean empty = reasoning.text() == null && reasoning.summary().isEmpty() && !reasoning.isSealed();
        return empty ? Reasoning.of(dice.text(), context.own()) : reasoning;
    }

    /** A refusal. */
    Refusal refusal() {
        return new Refusal(dice.text(), Extensions.NONE);
    }

    /** A call with an id of its own. */
    ToolCall call() {
        String id = "call_" + calls++;
        boolean custom = dice.percent(10);
        ToolCall call = new ToolCall(
                id,
                custom ? ToolKind.CUSTOM : ToolKind.FUNCTION,
                custom ? "run_query" : dice.pick(List.of("get_weather", "get_time")),
                custom ? dice.text() : dice.pick(ARGUMENTS),
                null,
                null,
                Extensions.NONE);
        return dice.percent(10)
                ? Records.with(call, "signature", values.component(ToolCall.class, "signature", 100))
                : call;
    }

    /** The result of a call. */
    ToolResult result(ToolCall call) {
        List<Part> content = new ArrayList<>();
        int size = dice.below(3);
        for (int i = 0; i < size; i++) {
            content.add(dice.percent(85) ? text(5) : media());
        }
        return new ToolResult(
                call.id(),
                dice.percent(30) ? call.name() : null,
                content,
                dice.percent(30) ? dice.percent(50) : null,
                null,
                Extensions.NONE);
    }
}
