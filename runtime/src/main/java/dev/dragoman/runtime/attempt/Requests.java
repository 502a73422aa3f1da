// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import java.util.ArrayList;
import java.util.List;

/** What runs need to know of requests. */
public final class Requests {
    private Requests() {}

    /** Whether nothing happens twice when this is served twice: no tool runs at the vendor, and the vendor keeps nothing. */
    public static boolean isRepeatable(ChatRequest request) {
        return !Boolean.TRUE.equals(request.store())
                && request.tools().stream()
                        .allMatch(tool -> tool instanceof FunctionTool || tool instanceof CustomTool);
    }

    /** Whether an answer that broke off can be gone on with: there is one only, so that the beginning is that of all. */
    public static boolean wantsOneAnswer(ChatRequest request) {
        return request.choiceCount() == null || request.choiceCount() <= 1;
    }

    /** The same request with a beginning of its answer, to be continued. */
    public static ChatRequest continued(ChatRequest request, List<String> texts) {
        List<Message> messages = new ArrayList<>(request.messages());
        List<Part> parts = new ArrayList<>(texts.size());
        texts.forEach(text -> parts.add(Text.of(text)));
        messages.add(Message.of(Role.ASSISTANT, parts));
        return request.toBuilder().messages(messages).build();
    }
}
