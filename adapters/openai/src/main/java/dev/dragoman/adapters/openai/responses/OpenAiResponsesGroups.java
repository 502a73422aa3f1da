// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;

/** Which parts of a message of the model are one item: texts and refusals that follow each other are one message. */
final class OpenAiResponsesGroups {
    private OpenAiResponsesGroups() {}

    /** Whether a part is content of a message, and no item of its own. */
    static boolean isContent(Part part) {
        return part instanceof Text || part instanceof Refusal;
    }

    /** Whether a part goes on with the item of the part before it. */
    static boolean goesOn(Part before, Part part) {
        boolean signed = part instanceof Text text && text.signature() != null;
        return isContent(before) && isContent(part) && !signed && !OpenAiResponsesFields.beginsItem(part.extensions());
    }
}
