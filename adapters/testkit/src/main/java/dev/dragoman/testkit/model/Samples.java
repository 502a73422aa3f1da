// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Representative values of simple types, and of records that only make sense whole. */
final class Samples {
    private final SampleContext context;

    Samples(SampleContext context) {
        this.context = context;
    }

    /** The values to try in a slot of a simple type; {@code null} if its type is not simple. The plainest is the first. */
    @Nullable List<Sample> of(Slot slot) {
        List<Object> words = SampleWords.of(slot);
        if (!words.isEmpty()) {
            return words.stream().map(Sample::of).toList();
        }
        return byType(slot.raw(), slot);
    }

    private @Nullable List<Sample> byType(Class<?> type, Slot slot) {
        if (type == String.class) {
            return List.of(Sample.of("sample_" + slot.name()));
        } else if (type == Boolean.class || type == boolean.class) {
            return List.of(Sample.of(true), Sample.of(false));
        } else if (type == Integer.class || type == int.class) {
            return List.of(Sample.of(3), Sample.of(0));
        } else if (type == Long.class || type == long.class) {
            return List.of(Sample.of(7L), Sample.of(0L));
        } else if (type == Double.class || type == double.class) {
            return List.of(Sample.of(0.5), Sample.of(0.0));
        } else if (type == RawJson.class) {
            return List.of(Sample.of(RawJson.parse("{\"a\":[1,2.5,null,\"\\u00fc\"]}")));
        } else if (type.isEnum()) {
            return enumConstants(type);
        } else if (List.class.isAssignableFrom(type)) {
            List<Sample> elements = of(slot.element());
            return elements == null ? null : lists(elements);
        } else if (Map.class.isAssignableFrom(type)) {
            List<Sample> values = of(slot.element());
            return values == null ? null : values.stream().map(this::map).toList();
        }
        return whole(type);
    }

    /** Records that only make sense whole: a value of the dialect under test and one of another. */
    @Nullable List<Sample> whole(Class<?> type) {
        String ours = context.dialect();
        String elsewhere = SampleContext.ELSEWHERE;
        RawJson unknown = context.unknownJson().apply("x_testkit_type");
        RawJson foreign = RawJson.parse("{\"elsewhere\":true}");
        if (type == Extensions.class) {
            return List.of(
                    new Sample(
                            "own", Extensions.of(ours, SampleContext.UNKNOWN_FIELD, RawJson.parse("{\"a\":[1,2.5]}"))),
                    new Sample("foreign", Extensions.of(elsewhere, "x_elsewhere", RawJson.TRUE)));
        } else if (type == Origin.class) {
            return List.of(new Sample("own", context.own()), new Sample("foreign", context.foreign()));
        } else if (type == Opaque.class) {
            return List.of(
                    new Sample("own", new Opaque(ours, "x_testkit_type", unknown)),
                    new Sample("foreign", new Opaque(elsewhere, "x_elsewhere", foreign)));
        } else if (type == HostedTool.class) {
            return List.of(
                    new Sample("own", new HostedTool(ours, "x_testkit_type", unknown)),
                    new Sample("foreign", new HostedTool(elsewhere, "x_elsewhere", foreign)));
        } else if (type == ToolChoice.Foreign.class) {
            return List.of(
                    new Sample("own", new ToolChoice.Foreign(ours, unknown)),
                    new Sample("foreign", new ToolChoice.Foreign(elsewhere, foreign)));
        } else if (type == OutputFormat.Foreign.class) {
            return List.of(
                    new Sample("own", new OutputFormat.Foreign(ours, unknown)),
                    new Sample("foreign", new OutputFormat.Foreign(elsewhere, foreign)));
        }
        return null;
    }

    private static List<Sample> enumConstants(Class<?> type) {
        List<Sample> constants = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            constants.add(Sample.of(constant));
        }
        return constants;
    }

    private static List<Sample> lists(List<Sample> elements) {
        List<Sample> lists = new ArrayList<>();
        for (Sample element : elements) {
            if (element.value() != null) {
                lists.add(new Sample(element.label(), List.of(element.value())));
            }
        }
        return lists;
    }

    private Sample map(Sample value) {
        Object content = value.value();
        return new Sample(value.label(), content == null ? Map.of() : Map.of("key", content));
    }
}
