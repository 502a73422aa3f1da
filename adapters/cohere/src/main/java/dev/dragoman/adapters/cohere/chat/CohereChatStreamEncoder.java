// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to the stream of one message. Parts come one after another. The end is told when the answer ends, since counts come late
 * from other vendors.
 */
final class CohereChatStreamEncoder implements StreamEncoder, ChatEventHandler {
    private final EncodeContext context;
    private final Losses losses;
    private final CohereChatEventWriter writer = new CohereChatEventWriter();
    private final CohereChatReplyFitter fitter;
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));
    private final Set<Integer> otherChoices = new HashSet<>(0);
    private final List<TokenLogprob> waiting = new ArrayList<>(0);
    private @Nullable CohereChatPartWriter part;
    private boolean started;
    private boolean planned;
    private boolean calls;
    private int probabilities;
    private int refusals;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;
    private Extensions ofMessage = Extensions.NONE;

    CohereChatStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.fitter = new CohereChatReplyFitter(losses);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        writer.into(target);
        if (event instanceof ChatEvent.OfPart step && isOther(step.choice())) {
            return;
        }
        if (event instanceof ChatEvent.Heartbeat) {
            heartbeat(target);
        } else {
            sequencer.accept(event);
        }
    }

    /** The dialect has no event for it; comments are passed over everywhere. */
    @Override
    public void heartbeat(WireBuffer target) {
        Sse.comment(target, "keep-alive");
    }

    @Override
    public void losses(List<Loss> late, WireBuffer target) {
        LossComment.write(late, target);
    }

    @Override
    public void responseStarted(ChatEvent.ResponseStarted event) {
        CohereChatHead.report(event.model(), event.created(), event.serviceTier(), event.systemFingerprint(), losses);
        start(event.id());
    }

    private void start(@Nullable String id) {
        started = true;
        writer.event("message-start", json -> {
            json.field("id", CohereChatHead.id(id, context)).beginObject("delta");
            json.beginObject("message").field("role", "assistant").endObject().endObject();
        });
    }

    private boolean isOther(int choice) {
        if (choice == 0) {
            return false;
        }
        if (otherChoices.add(choice)) {
            losses.dropped("choices[" + choice + "]", "there is one answer");
        }
        return true;
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        if (!started) {
            start(null);
        }
        String path = "choices[0].message.parts[" + event.index() + "]";
        Part fitted = fitter.fit(event.part(), path);
        if (fitted == null) {
            part = null;
            return;
        }
        calls |= fitted instanceof ToolCall;
        part = CohereChatPartWriter.of(fitted, path, planned, writer, losses);
        planned |= fitted instanceof Reasoning thought && CohereChatSeal.isPlan(thought);
        part.begin();
        tellProbabilities();
    }

    private void grow(ChatEvent event) {
        if (part != null) {
            part.grow(event);
        }
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        grow(event);
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        grow(event);
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        grow(event);
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        grow(event);
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        grow(event);
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        grow(event);
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        grow(event);
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        grow(event);
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        end();
    }

    private void end() {
        if (part != null) {
            part.end();
            part = null;
        }
    }

    /** Probabilities stand beside pieces of a text, so that they wait for one. */
    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        if (isOther(event.choice())) {
            return;
        }
        CohereChatLogprobs.report(event.logprobs(), probabilities, refusals, losses);
        probabilities += event.logprobs().content().size();
        refusals += event.logprobs().refusal().size();
        waiting.addAll(event.logprobs().content());
        tellProbabilities();
    }

    private void tellProbabilities() {
        if (part instanceof CohereChatTextWriter text && !waiting.isEmpty()) {
            waiting.forEach(text::probability);
            waiting.clear();
        }
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        if (!isOther(event.choice())) {
            reason = event.reason();
        }
    }

    @Override
    public void usageReported(ChatEvent.UsageReported event) {
        usage = event.usage();
    }

    @Override
    public void extensionsAdded(ChatEvent.ExtensionsAdded event) {
        switch (event.place()) {
            case RESPONSE -> extensions = extensions.merge(event.extensions());
            case CHOICE ->
                CohereChatDialect.EXTENSIONS.dropAll(event.extensions(), "choices[" + event.choice() + "]", losses);
            case MESSAGE -> {
                if (!isOther(event.choice())) {
                    ofMessage = ofMessage.merge(event.extensions());
                }
            }
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        throw new IllegalStateException("heartbeats are told at once");
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        if (!started) {
            start(null);
        }
        end();
        boolean twice = probabilities > 0 && extensions.get(CohereChatDialect.ID, CohereChatLogprobs.MEMBER) != null;
        if (twice) {
            losses.dropped(
                    "extensions." + CohereChatDialect.ID + "." + CohereChatLogprobs.MEMBER,
                    "the probabilities were told with their texts");
            extensions = extensions.without(CohereChatDialect.ID, Set.of(CohereChatLogprobs.MEMBER));
        }
        writer.lines("message-end", json -> {
            json.beginObject("delta");
            json.field("finish_reason", finishReason());
            CohereChatUsage.encode(usage, json, losses);
            message(json);
            json.endObject();
            CohereChatLogprobs.encode(waiting, json);
            CohereChatDialect.EXTENSIONS.write(extensions, "", json, losses);
        });
    }

    private String finishReason() {
        // An answer without a choice is a prompt that was blocked, for which the dialect has no word.
        return reason == null
                ? CohereChatFinishReasons.ERROR
                : CohereChatFinishReasons.encode(reason, calls, "choices[0].finishReason", losses);
    }

    /** Fields of the message that turned up late. */
    private void message(JsonWriter json) {
        if (!ofMessage.isEmpty()) {
            json.beginObject("message");
            CohereChatDialect.EXTENSIONS.write(ofMessage, "choices[0].message", json, losses);
            json.endObject();
        }
    }

    /** A failure is the end of the message, told in words. */
    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        if (!started) {
            start(null);
        }
        end();
        boolean timeout = event.error().kind() == ErrorKind.TIMEOUT;
        writer.event("message-end", json -> {
            json.beginObject("delta");
            json.field("finish_reason", timeout ? CohereChatFinishReasons.TIMEOUT : CohereChatFinishReasons.ERROR);
            json.field("error", CohereChatErrors.message(event.error()));
            json.endObject();
        });
    }
}
