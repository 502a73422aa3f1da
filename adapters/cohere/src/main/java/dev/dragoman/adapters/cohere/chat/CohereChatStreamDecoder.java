// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events, ended by {@code message-end}. Source: {@code V2ChatStreamResponse} of {@code com.cohere:cohere-java} 1.9.3.
 * The kind of an event is read from its JSON, or from its name where that says nothing; kinds that nobody knows are passed over.
 */
final class CohereChatStreamDecoder implements StreamDecoder {
    private static final String DONE = "[DONE]";

    private final Origin origin;
    private final CohereChatReply reply = new CohereChatReply();
    private final ReplyRestorer restorer;
    private final CohereChatDelta delta = new CohereChatDelta();
    /** By the number of the block, those that ended too. */
    private final Map<Integer, CohereChatOpenBlock> blocks = new HashMap<>();

    private final SortedMap<Integer, CohereChatOpenCall> calls = new TreeMap<>();
    private @Nullable CohereChatOpenBlock last;
    /** Number of the part that tells the plan; -1 if none is open. */
    private int plan = -1;

    private int parts;
    private int called;
    private boolean regular = true;
    private boolean started;
    private boolean over;

    CohereChatStreamDecoder(ReplySource source) {
        origin = source.origin();
        restorer = new ReplyRestorer(source.plan());
    }

    @Override
    public boolean isRegular() {
        return regular;
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        // No end mark of this dialect, and SDKs stumble over it.
        regular = !frame.contentEquals(DONE);
        if (over || frame.length() == 0 || !regular) {
            return;
        }
        try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
            event(in, frame.event(), restorer.into(out));
            in.end();
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    private void event(JsonReader in, @Nullable String name, Consumer<? super ChatEvent> out) {
        String type = null;
        String message = null;
        int index = 0;
        delta.clear();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.stringOrNull();
                case "index" -> {
                    Integer number = in.smallIntegerOrNull();
                    index = number == null ? 0 : number;
                }
                case "delta" -> delta.read(in, reply);
                case CohereChatLogprobs.MEMBER -> {
                    start(out);
                    CohereChatReply.logprobs(reply.logprobs(in), out);
                }
                case "message" ->
                    message = in.isString() ? in.string() : in.raw().toString();
                default -> reply.field(in);
            }
        }
        String kind = type != null ? type : name;
        if (kind == null) {
            over = true;
            if (message == null) {
                throw in.missing("type");
            }
            out.accept(new ChatEvent.StreamFailed(CohereChatErrors.inStream(false, message)));
            return;
        }
        take(kind, index, in, out);
    }

    private void take(String kind, int index, JsonReader in, Consumer<? super ChatEvent> out) {
        switch (kind) {
            case "message-start" -> start(out);
            case "content-start" -> content(index, delta.content, out);
            case "content-delta" -> grow(index, out);
            case "content-end" -> {
                CohereChatOpenBlock block = blocks.get(index);
                if (block != null && !block.isText()) {
                    block.end(out);
                }
            }
            case "tool-plan-delta" -> plan(out);
            case "tool-call-start" -> call(index, in, out);
            case "tool-call-delta" -> {
                CohereChatOpenCall grown = calls.get(index);
                if (grown == null) {
                    throw in.invalid("a delta of tool call " + index + ", which is not open");
                }
                if (delta.call != null) {
                    grown.grow(delta.call.arguments(), out);
                }
            }
            case "tool-call-end" -> {
                CohereChatOpenCall ended = calls.remove(index);
                if (ended != null) {
                    ended.end(out);
                }
            }
            case "citation-start" -> delta.citations.forEach(entry -> cite(entry, out));
            case "message-end" -> finish(out);
            default -> {}
        }
    }

    private void start(Consumer<? super ChatEvent> out) {
        if (!started) {
            started = true;
            reply.start(out);
        }
    }

    private void content(int index, @Nullable CohereChatBlock block, Consumer<? super ChatEvent> out) {
        start(out);
        closeContent(out);
        if (block == null) {
            return;
        }
        Part opening = block.answer(origin);
        boolean displayOnly = block.seal != null && !block.seal.shown();
        CohereChatOpenBlock begun = CohereChatOpenBlock.begin(parts++, opening, displayOnly, out);
        blocks.put(index, begun);
        last = begun;
        if (opening instanceof Opaque) {
            begun.end(out);
        }
    }

    private void grow(int index, Consumer<? super ChatEvent> out) {
        CohereChatBlock piece = delta.content;
        if (piece == null) {
            return;
        }
        CohereChatOpenBlock block = blocks.get(index);
        if (block == null) {
            // Some servers forget to begin a block.
            content(index, piece, out);
            return;
        }
        if (block.isOpen()) {
            block.grow(piece, out);
        }
    }

    private void plan(Consumer<? super ChatEvent> out) {
        String piece = delta.toolPlan;
        if (piece == null || piece.isEmpty()) {
            return;
        }
        start(out);
        if (plan < 0) {
            closeContent(out);
            plan = parts++;
            out.accept(new ChatEvent.PartStarted(0, plan, CohereChatResponseDecoder.plan("", origin)));
        }
        out.accept(new ChatEvent.ReasoningDelta(0, plan, piece));
    }

    private void call(int index, JsonReader in, Consumer<? super ChatEvent> out) {
        if (delta.call == null) {
            throw in.missing("delta.message.tool_calls");
        }
        start(out);
        closeContent(out);
        CohereChatOpenCall before = calls.remove(index);
        if (before != null) {
            before.end(out);
        }
        calls.put(index, CohereChatOpenCall.begin(parts++, called++, delta.call, out));
    }

    private void cite(CohereChatCitation entry, Consumer<? super ChatEvent> out) {
        Integer index = entry.contentIndex();
        CohereChatOpenBlock block = index == null ? last : blocks.get(index);
        if (entry.isOfText() && block != null && block.isText() && block.isOpen()) {
            block.cite(entry, out);
        } else {
            reply.citation(entry.raw());
        }
    }

    /** Ends the plan and the block before something else begins. */
    private void closeContent(Consumer<? super ChatEvent> out) {
        if (plan >= 0) {
            out.accept(new ChatEvent.PartEnded(0, plan));
            plan = -1;
        }
        if (last != null) {
            last.end(out);
            last = null;
        }
    }

    private void finish(Consumer<? super ChatEvent> out) {
        over = true;
        String word = reply.finishReason();
        boolean timeout = CohereChatFinishReasons.TIMEOUT.equals(word);
        if (timeout || (CohereChatFinishReasons.ERROR.equals(word) && delta.error != null)) {
            String text = delta.error != null ? delta.error : "The vendor's answer took too long";
            out.accept(new ChatEvent.StreamFailed(CohereChatErrors.inStream(timeout, text)));
            return;
        }
        start(out);
        closeContent(out);
        calls.values().forEach(call -> call.end(out));
        delta.citations.forEach(entry -> reply.citation(entry.raw()));
        delta.ofMessage.forEach(reply::ofMessage);
        reply.finish(called > 0, out);
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
