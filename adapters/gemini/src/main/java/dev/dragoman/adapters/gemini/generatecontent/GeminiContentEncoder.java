// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.prepare.PlacedMessage;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code systemInstruction} and {@code contents} of a request. */
final class GeminiContentEncoder {
    private final JsonWriter json;
    private final GeminiPartEncoder parts;
    private final ModelTraits traits;
    private final Losses losses;
    private final Map<String, String> names = new HashMap<>();

    GeminiContentEncoder(JsonWriter json, ModelTraits traits, EncodeContext context) {
        this.json = json;
        this.traits = traits;
        this.losses = context.losses();
        this.parts = new GeminiPartEncoder(json, GeminiSigner.TO_VENDOR, context.takes("functionCall.id"));
    }

    void encode(List<PlacedMessage> messages) {
        int first = 0;
        if (!messages.isEmpty() && messages.get(0).role().isInstruction()) {
            first = 1;
            PlacedMessage instructions = messages.get(0);
            if (!instructions.parts().isEmpty()) {
                json.beginObject("systemInstruction").beginArray("parts");
                instructions.parts().forEach(placed -> parts.encode(placed.part()));
                json.endArray();
                extensions(instructions);
                json.endObject();
            }
        }
        int turn = currentTurn(messages);
        json.beginArray("contents");
        for (int i = first; i < messages.size(); i++) {
            PlacedMessage message = messages.get(i);
            json.beginObject().field("role", message.role() == Role.ASSISTANT ? "model" : "user");
            json.beginArray("parts");
            if (message.role() == Role.ASSISTANT) {
                answer(message, i > turn && traits.has(GeminiModels.SIGNED_CALLS));
            } else {
                question(message);
            }
            json.endArray();
            extensions(message);
            json.endObject();
        }
        json.endArray();
    }

    private void extensions(PlacedMessage message) {
        GeminiDialect.EXTENSIONS.write(message.extensions(), message.path(), json, losses);
    }

    /** Where the last thing stands that the user said himself: what follows is the current turn. */
    private static int currentTurn(List<PlacedMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            PlacedMessage message = messages.get(i);
            if (message.role() == Role.USER
                    && message.parts().stream().anyMatch(placed -> !(placed.part() instanceof ToolResult))) {
                return i;
            }
        }
        return -1;
    }

    /** @param signed whether the first call of this step is refused without a signature */
    private void answer(PlacedMessage message, boolean signed) {
        boolean first = true;
        for (PlacedPart placed : message.parts()) {
            if (!(placed.part() instanceof ToolCall call)) {
                parts.encode(placed.part());
                continue;
            }
            names.put(call.id(), call.name());
            if (first && signed && call.signature() == null) {
                losses.add(
                        LossKind.EMULATED,
                        placed.path(),
                        "this model wants its signature back with a call; a word says that there is none");
                parts.unsigned(call);
            } else {
                parts.encode(call);
            }
            first = false;
        }
    }

    private void question(PlacedMessage message) {
        List<Part> media = new ArrayList<>(0);
        boolean results = true;
        for (PlacedPart placed : message.parts()) {
            if (placed.part() instanceof ToolResult result) {
                parts.encode(result(result, placed.path(), media));
                continue;
            }
            if (results) {
                media.forEach(parts::encode);
                results = false;
            }
            parts.encode(placed.part());
        }
        if (results) {
            media.forEach(parts::encode);
        }
    }

    /** The result under the name of its function; media that may not stand in it are put aside. */
    private ToolResult result(ToolResult result, String path, List<Part> media) {
        String name = names.getOrDefault(result.callId(), result.name() == null ? "unknown" : result.name());
        if (result.name() != null && !result.name().equals(name)) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path + ".name", "a response names the function called");
        }
        List<Part> content = new ArrayList<>(result.content());
        if (!traits.has(GeminiModels.RESULT_MEDIA)) {
            boolean told = false;
            for (int i = 0; i < result.content().size(); i++) {
                Part part = result.content().get(i);
                if (part instanceof Text) {
                    continue;
                }
                if (!told) {
                    media.add(Text.of("What " + name + " returned with its response:"));
                    told = true;
                }
                content.remove(part);
                media.add(part);
            }
            if (told) {
                losses.add(LossKind.EMULATED, path, "media of a result stand behind it");
            }
        }
        return new ToolResult(result.callId(), name, content, result.error(), null, result.extensions());
    }
}
