// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields of a request's messages, each in a conversation in which it makes sense. */
final class MessageFields {
    private static final List<Class<?>> TRAIL = List.of(ChatRequest.class);

    private final Variants variants;
    private final List<FieldCase<ChatRequest>> cases = new ArrayList<>();

    MessageFields(Variants variants) {
        this.variants = variants;
    }

    List<FieldCase<ChatRequest>> all() {
        for (RecordComponent component : Records.components(Message.class)) {
            switch (component.getName()) {
                case "role" -> roles();
                case "parts" -> parts(component);
                default -> others(component);
            }
        }
        return cases;
    }

    private void roles() {
        for (Role role : Role.values()) {
            Conversation conversation = Conversation.around(Conversation.plain(role));
            add("messages.role", word(role), ".role", conversation);
        }
    }

    private void parts(RecordComponent component) {
        Slot element = Slot.of(component, TRAIL).element();
        for (Variant variant : variants.of(element)) {
            Part part = (Part) ModelFields.of(variant);
            List<Role> roles = Conversation.roles(part);
            for (Role role : roles) {
                part(variant, part, role, role == roles.get(0) ? "" : " in " + word(role));
            }
            if (variant.path().isEmpty()) {
                Conversation.rarer(part).forEach(role -> part(variant, part, role, " in " + word(role)));
            }
        }
    }

    private void part(Variant variant, Part part, Role role, String suffix) {
        Conversation conversation = Conversation.around(part, role);
        add("messages.parts" + variant.field(), variant.label() + suffix, ".parts[0]" + variant.path(), conversation);
    }

    private void others(RecordComponent component) {
        for (Role role : Role.values()) {
            for (Variant variant : variants.component(Conversation.plain(role), component, TRAIL)) {
                Conversation conversation = Conversation.around((Message) ModelFields.of(variant));
                add("messages" + variant.field(), variant.label() + " in " + word(role), variant.path(), conversation);
            }
        }
    }

    private void add(String field, String label, String path, Conversation conversation) {
        ChatRequest request = ModelFields.plainRequest().toBuilder()
                .messages(conversation.messages())
                .build();
        cases.add(new FieldCase<>(
                field, label, "messages[" + conversation.index() + "]" + path, Surroundings.complete(request)));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
