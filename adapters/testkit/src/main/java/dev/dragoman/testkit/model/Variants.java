// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the values of a slot that set one thing each, by walking its type down to the leaves. */
final class Variants {
    /** Without these their records would say nothing at all. */
    private static final Set<String> NEVER_ABSENT = Set.of("Reasoning.text", "Audio.source");

    /** A tool returns text and media; these kinds make no sense in a result. */
    private static final Set<Class<?>> NEVER_IN_RESULTS = Set.of(ToolCall.class, Reasoning.class, Refusal.class);

    private final SampleContext context;
    private final Samples samples;
    private final Minimal minimal;

    Variants(SampleContext context) {
        this.context = context;
        samples = new Samples(context);
        minimal = new Minimal(context, samples);
    }

    /** The values of a slot that say something. */
    List<Variant> of(Slot slot) {
        List<Sample> values = samples.of(slot);
        if (values != null) {
            return values.stream()
                    .map(sample -> new Variant("", "", sample.label(), sample.value()))
                    .toList();
        }
        Class<?> type = slot.raw();
        if (slot.isList()) {
            return lists(slot);
        } else if (type.isSealed()) {
            return family(type, slot);
        } else if (type.isRecord()) {
            return record(type, slot.trail(), slot.nullable());
        }
        throw new IllegalStateException("the test kit does not know the type "
                + slot.type().getType() + " of " + slot.key() + ": teach it to " + Samples.class.getName());
    }

    /** The values of each kind of a closed family; a kind inside of itself would be tried without end. */
    private List<Variant> family(Class<?> family, Slot slot) {
        List<Variant> variants = new ArrayList<>();
        for (Class<?> kind : family.getPermittedSubclasses()) {
            boolean inResult = slot.trail().contains(ToolResult.class);
            if (slot.trail().contains(kind) || (inResult && NEVER_IN_RESULTS.contains(kind))) {
                continue;
            }
            List<Sample> whole = samples.whole(kind);
            List<Variant> values = whole == null
                    ? record(kind, slot.trail(), true)
                    : whole.stream()
                            .map(sample -> new Variant("", "", sample.label(), sample.value()))
                            .toList();
            if (kind == Reasoning.class) {
                values = new ArrayList<>(values);
                values.addAll(sealedReasoning());
            }
            for (Variant value : values) {
                variants.add(value.inside("<" + kind.getSimpleName() + ">", "", value.value()));
            }
        }
        return variants;
    }

    /** Seals of reasoning by themselves, and those that other issuers made: its components alone do not show these. */
    private List<Variant> sealedReasoning() {
        Origin own = context.own();
        Origin foreign = context.foreign();
        String seal = "c2VhbA==";
        return List.of(
                reasoning("signature", "alone", new Reasoning(null, List.of(), seal, null, null, own, Extensions.NONE)),
                reasoning("encrypted", "alone", new Reasoning(null, List.of(), null, seal, null, own, Extensions.NONE)),
                reasoning(
                        "encrypted",
                        "alone with id",
                        new Reasoning(null, List.of(), null, seal, "rs_1", own, Extensions.NONE)),
                reasoning(
                        "summary",
                        "alone",
                        new Reasoning(null, List.of("Thought."), null, null, null, own, Extensions.NONE)),
                reasoning(
                        "signature",
                        "foreign",
                        new Reasoning("Hm.", List.of(), seal, null, null, foreign, Extensions.NONE)),
                reasoning(
                        "encrypted",
                        "foreign",
                        new Reasoning(null, List.of(), null, seal, null, foreign, Extensions.NONE)));
    }

    private static Variant reasoning(String component, String label, Reasoning value) {
        return new Variant("." + component, "." + component, label, value);
    }

    private List<Variant> lists(Slot slot) {
        List<Variant> variants = new ArrayList<>();
        for (Variant element : of(slot.element())) {
            Object value = element.value();
            if (value != null) {
                variants.add(element.inside("", "[0]", List.of(value)));
            }
        }
        return variants;
    }

    /**
     * The values of a record.
     *
     * @param optional whether its mere presence says something
     */
    private List<Variant> record(Class<?> type, List<Class<?>> trail, boolean optional) {
        Object base = minimal.record(type, trail);
        List<Variant> variants = new ArrayList<>();
        if (optional) {
            variants.add(new Variant("", "", "present", base));
        }
        for (RecordComponent component : Records.components(type)) {
            variants.addAll(component(base, component, trail));
        }
        return variants;
    }

    /** The values of a record in which one component differs from {@code base}. */
    List<Variant> component(Object base, RecordComponent component, List<Class<?>> trail) {
        Slot slot = Slot.of(component, trail);
        if (slot.repeats()) {
            return List.of();
        }
        List<Variant> values = new ArrayList<>(of(slot));
        if (slot.nullable() && Records.get(component, base) != null && !NEVER_ABSENT.contains(slot.key())) {
            values.add(new Variant("", "", "absent", null));
        }
        String name = "." + component.getName();
        List<Variant> variants = new ArrayList<>();
        for (Variant value : values) {
            Object changed = changed(base, component, value.value());
            if (changed != null) {
                variants.add(value.inside(name, name, changed));
            }
        }
        if (variants.isEmpty()) {
            throw new IllegalStateException("the test kit found no value that " + slot.key()
                    + " accepts: add one to " + SampleWords.class.getName() + "; tried "
                    + Arrays.toString(values.toArray()));
        }
        return variants;
    }

    /** The record with this value; {@code null} if it refuses it. */
    private static @Nullable Object changed(Object base, RecordComponent component, @Nullable Object value) {
        try {
            return Records.with(base, component.getName(), value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
