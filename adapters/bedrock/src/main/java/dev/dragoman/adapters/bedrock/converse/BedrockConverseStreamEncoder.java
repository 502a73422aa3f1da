// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.OneChoiceEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events to the stream of one message. The counts come last. The framing has no comments: heartbeats and losses write nothing. */
final class BedrockConverseStreamEncoder extends OneChoiceEncoder {
    private final EncodeContext context;
    private final Losses losses;
    private final BedrockConverseEventWriter writer = new BedrockConverseEventWriter();
    private final BedrockConverseReplyFitter fitter;
    private @Nullable BedrockConverseBlockWriter block;
    private Instant begun;
    private boolean calls;
    private boolean refused;
    private @Nullable String serviceTier;

    BedrockConverseStreamEncoder(EncodeContext context) {
        super(BedrockConverseDialect.EXTENSIONS, context.losses());
        this.context = context;
        this.losses = context.losses();
        this.fitter = new BedrockConverseReplyFitter(losses);
        this.begun = context.clock().instant();
    }

    @Override
    protected void into(WireBuffer target) {
        writer.into(target);
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

    @Override
    protected void startResponse(ChatEvent.ResponseStarted event) {
        begun = context.clock().instant();
        serviceTier = event.serviceTier();
        BedrockConverseResponseEncoder.report(
                event.id(), event.model(), event.created(), event.systemFingerprint(), losses);
        // Clients find the tier in the last event; our own readers want it with the first one.
        writer.event("messageStart", json -> BedrockConverseTiers.encode(serviceTier, json.field("role", "assistant")));
    }

    @Override
    protected void startPart(ChatEvent.PartStarted event) {
        calls |= event.part() instanceof ToolCall;
        refused |= event.part() instanceof Refusal;
        String path = path(event);
        Part fitted = fitter.fit(event.part(), path);
        block = fitted == null ? null : BedrockConverseBlockWriter.of(fitted, path, writer, losses);
        if (block != null) {
            block.begin();
        }
    }

    @Override
    protected void grow(ChatEvent.OfPart event) {
        if (block != null) {
            block.grow(event);
        }
    }

    @Override
    protected void endPart() {
        if (block != null) {
            block.end();
            block = null;
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        // The dialect has neither comments nor pings.
    }

    @Override
    protected void endResponse() {
        FinishReason told = reason();
        FinishReason ended = told == null ? FinishReason.of(FinishReason.Kind.CONTENT_FILTER, null) : told;
        Map<String, RawJson> own = extensions().of(BedrockConverseDialect.ID);
        writer.event("messageStop", json -> {
            json.field(
                    "stopReason",
                    BedrockConverseStopReasons.encode(ended, calls, refused, CHOICE + ".finishReason", losses));
            RawJson natives = own.get(BedrockConverseAnswer.NATIVE);
            json.field(BedrockConverseAnswer.NATIVE, natives);
            if (natives == null && ended.stopSequence() != null) {
                json.beginObject(BedrockConverseAnswer.NATIVE).beginObject("delta");
                json.field("stop_sequence", ended.stopSequence()).endObject().endObject();
            }
        });
        long millis = Duration.between(begun, context.clock().instant()).toMillis();
        writer.event("metadata", json -> metadata(own, Math.max(0, millis), json));
    }

    private void metadata(Map<String, RawJson> own, long millis, JsonWriter json) {
        BedrockConverseUsage.encode(usage(), json, losses);
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
        BedrockConverseDialect.EXTENSIONS.dropForeign(extensions(), "", losses);
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        String exception =
                BedrockConverseErrorKinds.streamException(event.error().kind());
        writer.failure(exception, BedrockConverseErrors.body(event.error()));
    }
}
