// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to the stream of one message. Blocks never interleave: while one is open, what concerns later parts waits. The counts
 * come last. The framing has no comments: heartbeats and losses write nothing.
 */
final class BedrockConverseStreamEncoder implements StreamEncoder, ChatEventHandler {
    private final EncodeContext context;
    private final Losses losses;
    private final BedrockConverseEventWriter writer = new BedrockConverseEventWriter();
    private final BedrockConverseReplyFitter fitter;
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));
    private final Set<Integer> otherChoices = new HashSet<>();
    private @Nullable BedrockConverseBlockWriter block;
    private boolean open;
    private @Nullable Instant begun;
    private boolean calls;
    private boolean refused;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private @Nullable String serviceTier;
    private Extensions extensions = Extensions.NONE;

    BedrockConverseStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.fitter = new BedrockConverseReplyFitter(losses);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        writer.into(target);
        if (event instanceof ChatEvent.OfPart step && step.choice() != 0) {
            other(step.choice());
        } else {
            sequencer.accept(event);
        }
    }

    @Override
    public void heartbeat(WireBuffer target) {
        // The dialect has neither comments nor pings.
    }

    @Override
    public void losses(List<Loss> late, WireBuffer target) {
        // The framing has no comments.
    }

    @Override
    public boolean relay(Frame frame, WireBuffer target) {
        byte[] payload = Arrays.copyOfRange(frame.buffer(), frame.offset(), frame.offset() + frame.length());
        BedrockConverseFrames.write(frame.event(), payload, target);
        return true;
    }

    private void other(int choice) {
        if (otherChoices.add(choice)) {
            losses.dropped("choices[" + choice + "]", "there is one answer");
        }
    }

    @Override
    public void responseStarted(ChatEvent.ResponseStarted event) {
        begun = context.clock().instant();
        serviceTier = event.serviceTier();
        BedrockConverseResponseEncoder.report(
                event.id(), event.model(), event.created(), event.systemFingerprint(), losses);
        // Clients find the tier in the last event; our own readers want it with the first one.
        writer.event("messageStart", json -> BedrockConverseTiers.encode(serviceTier, json.field("role", "assistant")));
    }

    private Instant begun() {
        if (begun == null) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
        return begun == null ? context.clock().instant() : begun;
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        begun();
        open = true;
        calls |= event.part() instanceof ToolCall;
        refused |= event.part() instanceof Refusal;
        String path = "choices[0].message.parts[" + event.index() + "]";
        Part fitted = fitter.fit(event.part(), path);
        block = fitted == null ? null : BedrockConverseBlockWriter.of(fitted, path, writer, losses);
        if (block != null) {
            block.begin();
        }
    }

    private void grow(ChatEvent event) {
        if (block != null) {
            block.grow(event);
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
        if (block != null) {
            block.end();
        }
        block = null;
        open = false;
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        if (event.choice() == 0) {
            losses.dropped("choices[0].logprobs", "probabilities are not told");
        } else {
            other(event.choice());
        }
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        if (event.choice() == 0) {
            reason = event.reason();
        } else {
            other(event.choice());
        }
    }

    @Override
    public void usageReported(ChatEvent.UsageReported event) {
        usage = event.usage();
    }

    @Override
    public void extensionsAdded(ChatEvent.ExtensionsAdded event) {
        String choice = "choices[" + event.choice() + "]";
        switch (event.place()) {
            case RESPONSE -> extensions = extensions.merge(event.extensions());
            case CHOICE -> BedrockConverseDialect.EXTENSIONS.dropAll(event.extensions(), choice, losses);
            case MESSAGE -> BedrockConverseDialect.EXTENSIONS.dropAll(event.extensions(), choice + ".message", losses);
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        // The dialect has neither comments nor pings.
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        Instant start = begun();
        if (open) {
            partEnded(new ChatEvent.PartEnded(0, 0));
        }
        FinishReason ended = reason == null ? FinishReason.of(FinishReason.Kind.CONTENT_FILTER, null) : reason;
        Map<String, RawJson> own = extensions.of(BedrockConverseDialect.ID);
        writer.event("messageStop", json -> {
            json.field(
                    "stopReason",
                    BedrockConverseStopReasons.encode(ended, calls, refused, "choices[0].finishReason", losses));
            RawJson natives = own.get(BedrockConverseAnswer.NATIVE);
            json.field(BedrockConverseAnswer.NATIVE, natives);
            if (natives == null && ended.stopSequence() != null) {
                json.beginObject(BedrockConverseAnswer.NATIVE).beginObject("delta");
                json.field("stop_sequence", ended.stopSequence()).endObject().endObject();
            }
        });
        long millis = Duration.between(start, context.clock().instant()).toMillis();
        writer.event("metadata", json -> metadata(own, Math.max(0, millis), json));
    }

    private void metadata(Map<String, RawJson> own, long millis, JsonWriter json) {
        BedrockConverseUsage.encode(usage, json, losses);
        if (!own.containsKey("metrics")) {
            json.beginObject("metrics").field("latencyMs", (Long) millis).endObject();
        }
        if (!own.containsKey("serviceTier")) {
            BedrockConverseTiers.encode(serviceTier, json);
        }
        own.forEach((name, value) -> {
            if (!name.equals(BedrockConverseAnswer.NATIVE)) {
                json.field(name, value);
            }
        });
        BedrockConverseDialect.EXTENSIONS.dropForeign(extensions, "", losses);
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        String exception =
                BedrockConverseErrorKinds.streamException(event.error().kind());
        writer.failure(exception, BedrockConverseErrors.body(event.error()));
    }
}
