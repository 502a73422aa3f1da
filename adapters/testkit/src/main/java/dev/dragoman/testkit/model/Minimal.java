// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The least that makes sense: nothing optional set, nothing required missing. */
final class Minimal {
    private final SampleContext context;
    private final Samples samples;

    Minimal(SampleContext context, Samples samples) {
        this.context = context;
        this.samples = samples;
    }

    /** The least value of a slot. */
    @Nullable Object of(Slot slot) {
        Class<?> type = slot.raw();
        if (slot.nullable()) {
            return null;
        } else if (type == Extensions.class) {
            return Extensions.NONE;
        } else if (List.class.isAssignableFrom(type)) {
            return List.of();
        } else if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        } else if (type == boolean.class) {
            return false;
        } else if (type.isSealed()) {
            return record(type.getPermittedSubclasses()[0], slot.trail());
        }
        List<Sample> values = samples.of(slot);
        if (values != null && !values.isEmpty()) {
            return values.get(0).value();
        } else if (type.isRecord()) {
            return record(type, slot.trail());
        }
        throw new IllegalStateException("the test kit cannot make a value of "
                + slot.type().getType() + " for " + slot.key() + ": add it to " + Samples.class.getName());
    }

    /** The least record of a type that stands inside of these. */
    Object record(Class<?> type, List<Class<?>> trail) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : Records.components(type)) {
            values.add(of(Slot.of(component, trail)));
        }
        return sensible(create(type, values, trail), trail);
    }

    private Object create(Class<?> type, List<@Nullable Object> values, List<Class<?>> trail) {
        try {
            return Records.create(type, values);
        } catch (IllegalArgumentException e) {
            return Records.create(type, withFilledLists(type, values, trail));
        }
    }

    /** A record that refuses empty lists gets one element in each. */
    private List<@Nullable Object> withFilledLists(Class<?> type, List<@Nullable Object> values, List<Class<?>> trail) {
        List<@Nullable Object> filled = new ArrayList<>(values);
        List<RecordComponent> components = Records.components(type);
        for (int i = 0; i < components.size(); i++) {
            Slot slot = Slot.of(components.get(i), trail);
            List<Sample> lists = slot.isList() ? samples.of(slot) : null;
            if (lists != null && !lists.isEmpty()) {
                filled.set(i, lists.get(0).value());
            }
        }
        return filled;
    }

    /** What no reader of the record's components alone can know. */
    private Object sensible(Object record, List<Class<?>> trail) {
        if (record instanceof Audio) {
            return Audio.of(new MediaSource.Base64("audio/wav", "UklGRg=="));
        } else if (record instanceof Reasoning) {
            return Reasoning.of("Let me think.", context.own());
        } else if (record instanceof MediaSource.Base64 base64) {
            return new MediaSource.Base64(SampleWords.mediaTypes(trail).get(0), base64.data());
        } else if (record instanceof ToolChoice.Allowed allowed
                && allowed.tools().isEmpty()) {
            return new ToolChoice.Allowed(allowed.kind(), List.of(ToolRef.function("get_weather")));
        } else if (record instanceof Signature signature) {
            return new Signature(signature.value(), context.own());
        }
        return record;
    }
}
