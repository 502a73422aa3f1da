// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields of an answer. */
final class ResponseFields {
    /**
     * What is no field of an answer on the wire: the vendor's own words and counts, of which decoders make the canonical ones;
     * the role, which is always the same; the name, which no vendor gives; the losses, which are told beside the answer.
     */
    private static final Set<String> NOT_ON_THE_WIRE =
            Set.of("usage.raw", "choices.finishReason.raw", "choices.message.role", "choices.message.name", "losses");

    private static final List<Class<?>> TRAIL = List.of(ChatResponse.class, Choice.class);

    private final Variants variants;
    private final List<FieldCase<ChatResponse>> cases = new ArrayList<>();

    ResponseFields(Variants variants) {
        this.variants = variants;
    }

    static ChatResponse plain(List<Part> parts) {
        Choice choice = new Choice(
                0,
                Message.of(Role.ASSISTANT, parts),
                FinishReason.of(FinishReason.Kind.STOP, null),
                Logprobs.NONE,
                Extensions.NONE);
        return new ChatResponse(null, null, null, List.of(choice), null, null, null, Extensions.NONE, List.of());
    }

    static ChatResponse plain() {
        return plain(List.of(Text.of("Hello")));
    }

    List<FieldCase<ChatResponse>> all() {
        for (RecordComponent component : Records.components(ChatResponse.class)) {
            if (component.getName().equals("choices")) {
                choices();
            } else {
                for (Variant variant : variants.component(plain(), component, List.of())) {
                    add(variant.field().substring(1), variant, variant.path().substring(1), (ChatResponse)
                            ModelFields.of(variant));
                }
            }
        }
        return List.copyOf(cases);
    }

    private void choices() {
        Choice plain = plain().choices().get(0);
        for (RecordComponent component : Records.components(Choice.class)) {
            switch (component.getName()) {
                case "index" -> secondChoice(plain);
                case "message" -> message(plain);
                default -> {
                    for (Variant variant : variants.component(plain, component, List.of(ChatResponse.class))) {
                        choice(variant, (Choice) ModelFields.of(variant));
                    }
                }
            }
        }
    }

    private void secondChoice(Choice first) {
        Choice second = Records.with(
                Records.with(first, "index", 1),
                "message",
                Message.of(first.message().role(), "Good day"));
        ChatResponse response = Records.with(plain(), "choices", List.of(first, second));
        Variant variant = new Variant("", "", "1", response);
        add("choices.index", variant, "choices[1].index", response);
    }

    private void message(Choice plain) {
        for (RecordComponent component : Records.components(Message.class)) {
            if (component.getName().equals("parts")) {
                parts(component);
            } else {
                for (Variant variant : variants.component(plain.message(), component, TRAIL)) {
                    choice(
                            variant.inside(".message", ".message", variant.value()),
                            Records.with(plain, "message", variant.value()));
                }
            }
        }
    }

    private void parts(RecordComponent component) {
        for (Variant variant : variants.of(Slot.of(component, TRAIL).element())) {
            Part part = (Part) ModelFields.of(variant);
            if (!(part instanceof ToolResult)) {
                String path = "choices[0].message.parts[0]" + variant.path();
                add("choices.message.parts" + variant.field(), variant, path, plain(List.of(part)));
            }
        }
    }

    private void choice(Variant variant, Choice choice) {
        ChatResponse response = Records.with(plain(), "choices", List.of(choice));
        add("choices" + variant.field(), variant, "choices[0]" + variant.path(), response);
    }

    private void add(String field, Variant variant, String path, ChatResponse response) {
        if (isOnTheWire(field)) {
            cases.add(new FieldCase<>(field, variant.label(), path, Surroundings.complete(response)));
        }
    }

    /** Wishes about caching belong to requests. */
    private static boolean isOnTheWire(String field) {
        return !NOT_ON_THE_WIRE.contains(field) && !field.endsWith(".cache") && !field.contains(".cache.");
    }
}
