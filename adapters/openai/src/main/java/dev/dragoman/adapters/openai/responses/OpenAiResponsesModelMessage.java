// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages of the model, in requests and in answers: their parts, with what is said of the item in the first of them. */
final class OpenAiResponsesModelMessage {
    private static final String ANNOUNCED = "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[";

    private OpenAiResponsesModelMessage() {}

    /**
     * Adds the parts of a message.
     *
     * @param signature belongs to its first text; {@code null} if none
     */
    static void parts(OpenAiResponsesItem item, List<Part> content, @Nullable Signature signature, List<Part> out) {
        boolean first = true;
        Signature left = signature;
        for (Part part : content) {
            Part told = first ? began(part, item.unknown) : part;
            first = false;
            if (told instanceof Text && left != null) {
                told = left.on(told);
                left = null;
            }
            out.add(whole(told));
        }
    }

    /** The first part of an item of these members. */
    static Part began(Part part, Map<String, RawJson> members) {
        if (members.isEmpty()) {
            return part;
        }
        if (part instanceof Text text) {
            return new Text(
                    text.text(),
                    text.citations(),
                    text.signature(),
                    text.cache(),
                    OpenAiResponsesFields.withItem(text.extensions(), members));
        }
        return part instanceof Refusal refusal
                ? new Refusal(refusal.text(), OpenAiResponsesFields.withItem(refusal.extensions(), members))
                : part;
    }

    /** Parts among the model's are items: a part of a message's content that nobody knows becomes a message of its own. */
    static Part whole(Part part) {
        return part instanceof Opaque opaque
                ? new Opaque(
                        OpenAiResponsesDialect.ID,
                        OpenAiResponsesItem.MESSAGE,
                        RawJson.parse(ANNOUNCED + opaque.json() + "]}"))
                : part;
    }
}
