// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the messages of an answer into the events of its parts. Calls and pictures come whole; what else is open, is one. */
final class OllamaChatReplyParts {
    private enum Open {
        NOTHING,
        TEXT,
        REASONING
    }

    private final Origin origin;
    private String seed = "0";
    private Open open = Open.NOTHING;
    private int openPart;
    private int nextPart;

    /** Number of the open piece of reasoning, and how many there were. */
    private int thought = -1;

    private int thoughts;
    private int calls;

    OllamaChatReplyParts(Origin origin) {
        this.origin = origin;
    }

    /** Takes what tells this answer from others, for the ids of calls that have none. */
    void seed(@Nullable String createdAt) {
        seed = createdAt == null ? "0" : Integer.toHexString(createdAt.hashCode());
    }

    boolean anyCalls() {
        return calls > 0;
    }

    void accept(OllamaChatMessage message, Consumer<? super ChatEvent> out) {
        Signature signature = null;
        if (message.details.isEmpty()) {
            thinking(message.thinking, out);
        } else {
            details(message, out);
            signature = OllamaChatThoughts.contentSignature(message.details);
        }
        if (!message.content.isEmpty() || signature != null) {
            text(message.content, signature, out);
        }
        for (Part image : message.images) {
            whole(image, out);
        }
        for (OllamaChatToolCall call : message.calls) {
            whole(call.call("call_" + seed + "_" + calls), out);
            calls++;
        }
        Extensions extensions = message.extensions();
        if (!extensions.isEmpty()) {
            out.accept(new ChatEvent.ExtensionsAdded(Place.MESSAGE, 0, extensions));
        }
    }

    void finish(Consumer<? super ChatEvent> out) {
        close(out);
    }

    private void thinking(String text, Consumer<? super ChatEvent> out) {
        if (text.isEmpty()) {
            return;
        }
        if (open != Open.REASONING) {
            begin(Open.REASONING, Reasoning.of(text, origin), out);
            thought = thoughts++;
        } else {
            out.accept(new ChatEvent.ReasoningDelta(0, openPart, text));
        }
    }

    private void details(OllamaChatMessage message, Consumer<? super ChatEvent> out) {
        boolean none = true;
        String rest = message.details.stream().anyMatch(OllamaChatThought::tells) ? "" : message.thinking;
        for (OllamaChatThought entry : message.details) {
            if (entry.ofContent) {
                continue;
            }
            none = false;
            entry(entry, entry.text != null ? entry.text : rest.isEmpty() ? null : rest, out);
            rest = "";
        }
        if (none) {
            thinking(rest, out);
        }
    }

    private void entry(OllamaChatThought entry, @Nullable String text, Consumer<? super ChatEvent> out) {
        if (open != Open.REASONING || thought != entry.index) {
            Reasoning opening =
                    new Reasoning(text, List.of(), null, null, entry.id, entry.originOr(origin), entry.extensions());
            begin(Open.REASONING, opening, out);
            thought = entry.index;
            thoughts++;
        } else if (text != null && !text.isEmpty()) {
            out.accept(new ChatEvent.ReasoningDelta(0, openPart, text));
        }
        for (int i = 0; i < entry.summary.size(); i++) {
            out.accept(new ChatEvent.ReasoningSummaryDelta(0, openPart, entry.summaryIndex + i, entry.summary.get(i)));
        }
        if (entry.signature != null || entry.encrypted != null) {
            out.accept(new ChatEvent.ReasoningSealed(0, openPart, entry.signature, entry.encrypted));
        }
    }

    private void text(String content, @Nullable Signature signature, Consumer<? super ChatEvent> out) {
        if (open == Open.TEXT && signature == null) {
            out.accept(new ChatEvent.TextDelta(0, openPart, content));
        } else {
            begin(Open.TEXT, new Text(content, List.of(), signature, null, Extensions.NONE), out);
        }
    }

    private void whole(Part part, Consumer<? super ChatEvent> out) {
        begin(Open.NOTHING, part, out);
        out.accept(new ChatEvent.PartEnded(0, openPart));
    }

    private void begin(Open kind, Part part, Consumer<? super ChatEvent> out) {
        close(out);
        open = kind;
        openPart = nextPart++;
        out.accept(new ChatEvent.PartStarted(0, openPart, part));
    }

    private void close(Consumer<? super ChatEvent> out) {
        if (open != Open.NOTHING) {
            out.accept(new ChatEvent.PartEnded(0, openPart));
            open = Open.NOTHING;
        }
    }
}
