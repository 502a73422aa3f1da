// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Extensions;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes values of any type of the model at random, by reflection. */
public final class RandomValues {
    /** Components that take any text. */
    private static final Set<String> PROSE =
            Set.of("text", "description", "context", "transcript", "citedText", "title", "definition");

    private static final int TRIES = 50;

    private final Samples samples;
    private final Minimal minimal;
    private final Dice dice;

    /** Values for this dialect. */
    public RandomValues(SampleContext context, Dice dice) {
        this.samples = new Samples(context);
        this.minimal = new Minimal(context, samples);
        this.dice = dice;
    }

    /** A record in which each optional component is set with this probability, in percent. */
    public <T> T record(Class<T> type, int probability) {
        return type.cast(record(type, List.of(), probability));
    }

    /** A value for a component of a record. */
    public @Nullable Object component(Class<?> record, String component, int probability) {
        RecordComponent declared = Records.components(record).get(Records.index(record, component));
        return value(Slot.of(declared, List.of()), probability);
    }

    private Object record(Class<?> type, List<Class<?>> trail, int probability) {
        List<Sample> whole = samples.whole(type);
        if (whole != null) {
            return required(dice.pick(whole).value());
        }
        IllegalArgumentException refusal = new IllegalArgumentException("never tried");
        for (int i = 0; i < TRIES; i++) {
            List<@Nullable Object> values = new ArrayList<>();
            for (RecordComponent component : Records.components(type)) {
                values.add(value(Slot.of(component, trail), probability));
            }
            try {
                return Records.create(type, values);
            } catch (IllegalArgumentException e) {
                refusal = e;
            }
        }
        throw new IllegalStateException("no random values make a " + type.getSimpleName(), refusal);
    }

    private @Nullable Object value(Slot slot, int probability) {
        Class<?> type = slot.raw();
        if (slot.nullable() && !dice.percent(probability)) {
            return null;
        } else if (type == Extensions.class && !dice.percent(probability / 3)) {
            return Extensions.NONE;
        } else if (type == String.class && PROSE.contains(slot.name()) && dice.percent(70)) {
            return dice.text();
        }
        List<Sample> values = samples.of(slot);
        if (values != null) {
            boolean optional = slot.isList() || Map.class.isAssignableFrom(type);
            return optional && !dice.percent(probability)
                    ? minimal.of(slot)
                    : dice.pick(values).value();
        } else if (slot.isList()) {
            return list(slot, probability);
        } else if (type.isSealed()) {
            return record(dice.pick(List.of(type.getPermittedSubclasses())), slot.trail(), probability);
        }
        return record(type, slot.trail(), probability);
    }

    private List<Object> list(Slot slot, int probability) {
        List<Object> list = new ArrayList<>();
        while (!slot.repeats() && list.size() < 3 && dice.percent(probability)) {
            list.add(required(value(slot.element(), probability)));
        }
        return list;
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("an element cannot be null");
        }
        return value;
    }
}
