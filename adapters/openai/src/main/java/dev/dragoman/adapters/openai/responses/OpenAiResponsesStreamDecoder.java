// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A stream of events, ended by {@code response.completed}, {@code response.incomplete} or {@code response.failed}. The kind of an
 * event is read from its JSON; kinds that nobody here knows are passed over. What a vendor tells only at the end of an item, or of
 * the answer, is told then.
 */
final class OpenAiResponsesStreamDecoder implements StreamDecoder {
    private final StreamedParts parts;
    private final OpenAiResponsesReply reply;
    private final ReplyRestorer restorer;
    /** Whether something was disguised in the request, so that no frame may go on as it is. */
    private final boolean disguised;

    private final SortedMap<Integer, OpenAiResponsesOpenItem> items = new TreeMap<>();
    private int lastItem;
    private boolean started;
    private boolean over;
    private boolean regular = true;

    OpenAiResponsesStreamDecoder(ReplySource source) {
        parts = new StreamedParts(source.origin());
        reply = new OpenAiResponsesReply(this::isTold);
        restorer = new ReplyRestorer(source.plan());
        disguised = !source.plan().isEmpty();
    }

    private boolean isTold(int index) {
        OpenAiResponsesOpenItem item = items.get(index);
        return item != null && item.isClosed();
    }

    /** Nothing may follow the end: some vendors add an end mark of another dialect or news about limits. */
    @Override
    public boolean isRegular() {
        return regular && !disguised;
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over || frame.length() == 0 || frame.contentEquals("[DONE]")) {
            regular = false;
            return;
        }
        try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
            OpenAiResponsesEvent event = OpenAiResponsesEvent.read(in, reply);
            in.end();
            take(event, restorer.into(out));
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    private void take(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        if (event.error() != null) {
            over = true;
            out.accept(new ChatEvent.StreamFailed(OpenAiErrors.inStream(event.error())));
            return;
        }
        switch (event.type()) {
            case "response.created", "response.queued", "response.in_progress" -> start(out);
            case "keepalive" -> out.accept(new ChatEvent.Heartbeat());
            case "response.output_item.added" -> {
                if (event.item() != null) {
                    begin(event, event.item(), out);
                }
            }
            case "response.output_item.done" -> {
                if (event.item() != null) {
                    OpenAiResponsesOpenItem item = begin(event, event.item(), out);
                    item.close(event.item(), out);
                }
            }
            case "response.completed", "response.incomplete", "response.failed", "response.cancelled" ->
                finish(event, out);
            default -> grow(event, out);
        }
    }

    private void start(Consumer<? super ChatEvent> out) {
        if (!started) {
            started = true;
            reply.start(out);
        }
    }

    private OpenAiResponsesOpenItem begin(
            OpenAiResponsesEvent event, OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        start(out);
        int index = event.outputIndex() >= 0 ? event.outputIndex() : items.size();
        lastItem = index;
        OpenAiResponsesOpenItem known = items.get(index);
        if (known != null) {
            return known;
        }
        OpenAiResponsesOpenItem begun = OpenAiResponsesOpenItem.of(item, parts, reply.idSeed() + "_" + index);
        items.put(index, begun);
        begun.begin(item, out);
        return begun;
    }

    private void grow(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        OpenAiResponsesOpenItem item = items.get(event.outputIndex() >= 0 ? event.outputIndex() : lastItem);
        if (item != null && !item.isClosed()) {
            item.grow(event, out);
        } else if (event.delta() != null && item == null) {
            throw new ChatException(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor sent a piece of an item that did not begin"));
        }
    }

    private void finish(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        over = true;
        reply.ended(event.type());
        ChatError failure = reply.failure();
        if (failure != null) {
            out.accept(new ChatEvent.StreamFailed(failure));
            return;
        }
        start(out);
        reply.output().forEach((index, item) -> {
            OpenAiResponsesOpenItem open = items.get(index);
            if (open == null) {
                open = OpenAiResponsesOpenItem.of(item, parts, reply.idSeed() + "_" + index);
                items.put(index, open);
                open.begin(item, out);
            }
            open.close(item, out);
        });
        items.values().forEach(item -> item.close(null, out));
        reply.finish(parts.hasCalls(), out);
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (!over) {
            over = true;
            out.accept(new ChatEvent.StreamFailed(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor's stream ended before the answer was complete")
                            .withCode("stream_interrupted")));
        }
    }
}
