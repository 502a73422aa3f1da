// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A message of the model: its content parts open and close one by one. */
final class OpenAiResponsesOpenMessage extends OpenAiResponsesOpenItem {
    /** A content part and how much of it was told. */
    private static final class Content {
        final boolean refusal;
        final int part;
        int length;
        int citations;
        boolean ended;

        Content(boolean refusal, int part, int length, int citations) {
            this.refusal = refusal;
            this.part = part;
            this.length = length;
            this.citations = citations;
        }
    }

    private final Map<String, RawJson> members;
    private final SortedMap<Integer, Content> contents = new TreeMap<>();
    private boolean probabilities;

    OpenAiResponsesOpenMessage(OpenAiResponsesItem item, StreamedParts parts) {
        super(parts);
        members = item.unknown;
    }

    @Override
    void begin(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        // What is said comes in content parts.
    }

    @Override
    void grow(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        int index = event.contentIndex();
        switch (event.type()) {
            case "response.content_part.added" -> {
                if (event.part() != null && !(event.part() instanceof Opaque)) {
                    content(index, event.part(), out);
                }
            }
            case "response.output_text.delta" -> more(content(index, Text.of(""), out), event.delta(), out);
            case "response.refusal.delta" -> more(content(index, Refusal.of(""), out), event.delta(), out);
            case "response.output_text.done" -> rest(content(index, Text.of(""), out), event.whole(), out);
            case "response.refusal.done" -> rest(content(index, Refusal.of(""), out), event.whole(), out);
            case "response.output_text.annotation.added" -> {
                Content content = content(index, Text.of(""), out);
                if (event.annotation() != null && !content.ended) {
                    content.citations++;
                    out.accept(new ChatEvent.CitationAdded(0, content.part, event.annotation()));
                }
            }
            case "response.content_part.done" -> {
                if (event.part() != null) {
                    whole(index, event.part(), out);
                    probabilities(event.logprobs(), out);
                }
            }
            default -> {}
        }
        if (event.type().endsWith(".delta")) {
            probabilities |= !event.logprobs().isEmpty();
            tell(event.logprobs(), out);
        } else if (event.type().equals("response.output_text.done")) {
            probabilities(event.logprobs(), out);
        }
    }

    private static void tell(List<TokenLogprob> logprobs, Consumer<? super ChatEvent> out) {
        if (!logprobs.isEmpty()) {
            out.accept(new ChatEvent.LogprobsAdded(0, new Logprobs(logprobs, List.of())));
        }
    }

    /** Probabilities of a whole text, if they did not come with its pieces. */
    private void probabilities(List<TokenLogprob> logprobs, Consumer<? super ChatEvent> out) {
        if (!probabilities) {
            probabilities = !logprobs.isEmpty();
            tell(logprobs, out);
        }
    }

    private Content content(int index, Part opening, Consumer<? super ChatEvent> out) {
        Content known = contents.get(index);
        if (known != null) {
            return known;
        }
        Part first = contents.isEmpty() ? OpenAiResponsesModelMessage.began(opening, members) : opening;
        boolean refusal = opening instanceof Refusal;
        int part = parts.start(first, out);
        int length = opening instanceof Text text
                ? text.text().length()
                : opening instanceof Refusal r ? r.text().length() : 0;
        int citations = opening instanceof Text text ? text.citations().size() : 0;
        Content content = new Content(refusal, part, length, citations);
        contents.put(index, content);
        return content;
    }

    private static void more(Content content, @Nullable String text, Consumer<? super ChatEvent> out) {
        if (text == null || text.isEmpty() || content.ended) {
            return;
        }
        content.length += text.length();
        out.accept(
                content.refusal
                        ? new ChatEvent.RefusalDelta(0, content.part, text)
                        : new ChatEvent.TextDelta(0, content.part, text));
    }

    private static void rest(Content content, @Nullable String whole, Consumer<? super ChatEvent> out) {
        more(content, rest(whole, content.length), out);
    }

    /** A content part is complete. */
    private void whole(int index, Part part, Consumer<? super ChatEvent> out) {
        if (part instanceof Opaque opaque && !contents.containsKey(index)) {
            Content content = content(index, OpenAiResponsesModelMessage.whole(opaque), out);
            end(content, out);
            return;
        }
        Content content = content(index, part, out);
        if (part instanceof Text text) {
            rest(content, text.text(), out);
            for (int i = content.citations; i < text.citations().size() && !content.ended; i++) {
                content.citations++;
                out.accept(new ChatEvent.CitationAdded(
                        0, content.part, text.citations().get(i)));
            }
        } else if (part instanceof Refusal refusal) {
            rest(content, refusal.text(), out);
        }
        end(content, out);
    }

    private void end(Content content, Consumer<? super ChatEvent> out) {
        if (!content.ended) {
            content.ended = true;
            parts.end(content.part, out);
        }
    }

    @Override
    void complete(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        List<Part> content = item.content == null ? List.of() : item.content;
        for (int i = 0; i < content.size(); i++) {
            whole(i, content.get(i), out);
        }
        probabilities(item.logprobs, out);
    }

    @Override
    void end(Consumer<? super ChatEvent> out) {
        contents.values().forEach(content -> end(content, out));
    }
}
