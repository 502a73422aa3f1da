// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import java.util.ArrayList;
import java.util.List;

/** Takes the names of models off the origins of reasoning that the vendor made. */
final class MistralChatOrigins {
    private MistralChatOrigins() {}

    static ChatRequest withoutModels(ChatRequest request) {
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            List<Part> parts = new ArrayList<>();
            message.parts().forEach(part -> parts.add(part instanceof Reasoning thought ? bare(thought) : part));
            messages.add(new Message(message.role(), parts, message.name(), message.extensions()));
        }
        return request.toBuilder().messages(messages).build();
    }

    private static Reasoning bare(Reasoning thought) {
        Origin origin = thought.origin();
        return new Reasoning(
                thought.text(),
                thought.summary(),
                thought.signature(),
                thought.encrypted(),
                thought.id(),
                origin != null && origin.vendor().equals(MistralChatDialect.ID) ? MistralChatNative.ORIGIN : origin,
                thought.extensions());
    }
}
