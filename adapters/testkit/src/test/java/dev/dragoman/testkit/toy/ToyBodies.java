// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import dev.dragoman.testkit.model.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whole bodies: the model as JSON, with the toy's own extension fields at the top. */
final class ToyBodies {
    private static final String EXTENSIONS = "extensions";

    private ToyBodies() {}

    /** The body: fields that only the toy knows stand beside the others. */
    static ObjectNode write(Object value) {
        ObjectNode body = (ObjectNode) CanonicalJson.of(value);
        if (body.path(EXTENSIONS) instanceof ObjectNode extensions) {
            JsonNode own = extensions.remove(ToyDialect.ID);
            if (own instanceof ObjectNode fields) {
                body.setAll(fields);
            }
            if (extensions.isEmpty()) {
                body.remove(EXTENSIONS);
            }
        }
        return body;
    }

    /** The body with fields that nobody knows moved to the toy's extensions. */
    static ObjectNode withUnknown(ObjectNode body, Class<?> type) {
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            boolean known = List.of(type.getRecordComponents()).stream()
                    .anyMatch(component -> component.getName().equals(member.getKey()));
            if (!known) {
                unknown.add(member.getKey());
            }
        }
        if (unknown.isEmpty()) {
            return body;
        }
        JsonNode given = body.path(EXTENSIONS);
        if (!given.isMissingNode() && !given.isObject()) {
            throw ChatException.invalid(EXTENSIONS, "expected an object");
        }
        ObjectNode changed = body.deepCopy();
        ObjectNode own = changed.withObjectProperty(EXTENSIONS).withObjectProperty(ToyDialect.ID);
        unknown.forEach(name -> own.set(name, changed.remove(name)));
        return changed;
    }

    static ChatResponse response(ToyJson json, ObjectNode body) {
        ChatResponse response = json.read(ChatResponse.class, withUnknown(body, ChatResponse.class));
        List<Choice> choices = new ArrayList<>();
        for (Choice choice : response.choices()) {
            boolean calls = choice.message().parts().stream().anyMatch(ToyBodies::isCall);
            choices.add(Records.with(choice, "finishReason", reason(choice.finishReason(), calls)));
        }
        return Records.with(Records.with(response, "choices", choices), "usage", withRaw(response));
    }

    static boolean isCall(Part part) {
        return part instanceof ToolCall;
    }

    /** An answer with calls does not just stop. */
    static FinishReason reason(FinishReason reason, boolean calls) {
        return calls && reason.kind() == FinishReason.Kind.STOP
                ? Records.with(reason, "kind", FinishReason.Kind.TOOL_CALLS)
                : reason;
    }

    private static @Nullable Usage withRaw(ChatResponse response) {
        return response.usage() == null ? null : withRaw(response.usage());
    }

    static Usage withRaw(Usage usage) {
        RawJson raw = RawJson.parse(JsonTrees.write(CanonicalJson.of(usage.withoutRaw())));
        return Records.with(usage, "raw", raw);
    }
}
