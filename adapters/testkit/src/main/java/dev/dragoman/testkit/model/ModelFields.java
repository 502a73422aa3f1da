// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of {@link ChatRequest}, found by reflection, each with valid requests that have only that field set. A component
 * that is added to the model is found without a change here; one whose type the kit cannot make fails with a message that
 * says so.
 */
public final class ModelFields {
    private final Variants variants;

    /** The fields, with values for this dialect. */
    public ModelFields(SampleContext context) {
        this.variants = new Variants(context);
    }

    /** A request that says as little as possible. */
    public static ChatRequest plainRequest() {
        return ChatRequest.builder(SampleContext.MODEL).user("Hello").build();
    }

    /** Every field of a request, in the order of the model. */
    public List<FieldCase<ChatRequest>> ofRequests() {
        List<FieldCase<ChatRequest>> cases = new ArrayList<>();
        for (RecordComponent component : Records.components(ChatRequest.class)) {
            if (component.getName().equals("messages")) {
                cases.addAll(new MessageFields(variants).all());
                continue;
            }
            for (Variant variant : variants.component(plainRequest(), component, List.of())) {
                cases.add(new FieldCase<>(
                        variant.field().substring(1),
                        variant.label(),
                        variant.path().substring(1),
                        Surroundings.complete((ChatRequest) of(variant))));
            }
        }
        return List.copyOf(cases);
    }

    /** Every field of an answer, in the order of the model. */
    public List<FieldCase<ChatResponse>> ofResponses() {
        return new ResponseFields(variants).all();
    }

    static Object of(Variant variant) {
        Object value = variant.value();
        if (value == null) {
            throw new IllegalStateException("no value for " + variant.field());
        }
        return value;
    }
}
