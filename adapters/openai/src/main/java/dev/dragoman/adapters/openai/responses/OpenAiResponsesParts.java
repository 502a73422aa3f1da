// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Numbers the parts of an answer and remembers what is meant for the next one. */
final class OpenAiResponsesParts {
    private final Origin origin;
    private int next;
    private boolean calls;
    private @Nullable Signature signatureOfNext;

    OpenAiResponsesParts(Origin origin) {
        this.origin = origin;
    }

    Origin origin() {
        return origin;
    }

    boolean hasCalls() {
        return calls;
    }

    void signNext(@Nullable Signature signature) {
        signatureOfNext = signature;
    }

    /** Tells a part and gives its number. */
    int start(Part part, Consumer<? super ChatEvent> out) {
        Part told = part;
        Signature signature = signatureOfNext;
        if (part instanceof ToolCall call) {
            calls = true;
            if (signature != null) {
                signatureOfNext = null;
                told = new ToolCall(
                        call.id(),
                        call.kind(),
                        call.name(),
                        call.arguments(),
                        signature,
                        call.cache(),
                        call.extensions());
            }
        } else if (part instanceof Text text && signature != null) {
            signatureOfNext = null;
            told = OpenAiResponsesModelMessage.signed(text, signature);
        }
        int index = next++;
        out.accept(new ChatEvent.PartStarted(0, index, told));
        return index;
    }

    /** Tells a part that is whole. */
    void whole(Part part, Consumer<? super ChatEvent> out) {
        end(start(part, out), out);
    }

    void end(int index, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.PartEnded(0, index));
    }
}
