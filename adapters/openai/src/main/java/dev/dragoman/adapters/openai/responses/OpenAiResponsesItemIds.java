// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the ids of an answer's items: unique in the answer, and in a conversation of many answers. */
final class OpenAiResponsesItemIds {
    private final Supplier<String> ids;
    private final Set<String> used = new HashSet<>();
    private @Nullable String base;
    private int next;

    OpenAiResponsesItemIds(Supplier<String> ids) {
        this.ids = ids;
    }

    /** An id for an item of this kind, such as {@code msg_}. */
    String make(String prefix) {
        if (base == null) {
            base = ids.get();
        }
        return OpenAiResponsesFields.makeId(prefix, base + "_" + next++);
    }

    /** The id of an item that tells this reasoning: its own, if no other item has it. */
    String of(Reasoning part) {
        String id = part.id();
        boolean free = id != null && !id.isEmpty() && !OpenAiResponsesFields.isMadeUp(id) && used.add(id);
        return free && id != null ? id : make("rs_");
    }

    String of(ToolCall call) {
        return make(call.kind() == ToolKind.CUSTOM ? "ctc_" : "fc_");
    }
}
