// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.OneChoiceEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events to the stream of one message. The end is told when the answer ends, since counts come late from other vendors. */
final class AnthropicMessagesStreamEncoder extends OneChoiceEncoder {
    private final EncodeContext context;
    private final Losses losses;
    private final AnthropicMessagesEventWriter writer = new AnthropicMessagesEventWriter();
    private final AnthropicMessagesReplyFitter fitter;
    private @Nullable AnthropicMessagesBlockWriter block;
    private boolean calls;
    private boolean refused;
    private @Nullable String serviceTier;

    AnthropicMessagesStreamEncoder(EncodeContext context) {
        super(AnthropicMessagesDialect.EXTENSIONS, context.losses());
        this.context = context;
        this.losses = context.losses();
        this.fitter = new AnthropicMessagesReplyFitter(losses);
    }

    @Override
    protected void into(WireBuffer target) {
        writer.into(target);
    }

    @Override
    public void heartbeat(WireBuffer target) {
        writer.into(target);
        writer.event("ping", json -> {});
    }

    @Override
    public void losses(List<Loss> late, WireBuffer target) {
        LossComment.write(late, target);
    }

    @Override
    protected void startResponse(ChatEvent.ResponseStarted event) {
        serviceTier = event.serviceTier();
        AnthropicMessagesHead.report(event.created(), event.systemFingerprint(), losses);
        writer.event("message_start", json -> {
            json.beginObject("message").field("id", AnthropicMessagesHead.id(event.id(), context));
            json.field("type", "message").field("role", "assistant");
            json.field("model", AnthropicMessagesHead.model(event.model(), context));
            json.beginArray("content").endArray();
            json.nullField("stop_reason").nullField("stop_sequence").nullField("stop_details");
            json.nullField("container").nullField("diagnostics");
            json.beginObject("usage").field("input_tokens", 0L).field("output_tokens", 0L);
            json.nullField("cache_creation_input_tokens").nullField("cache_read_input_tokens");
            json.nullableField(
                    "service_tier", serviceTier == null ? null : AnthropicMessagesTiers.encodeServed(serviceTier));
            json.endObject().endObject();
        });
    }

    @Override
    protected void startPart(ChatEvent.PartStarted event) {
        calls |= event.part() instanceof ToolCall;
        refused |= event.part() instanceof Refusal;
        String path = path(event);
        Part fitted = fitter.fit(event.part(), path);
        block = fitted == null ? null : AnthropicMessagesBlockWriter.of(fitted, path, writer, fitter, losses);
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
        writer.event("ping", json -> {});
    }

    @Override
    protected void endResponse() {
        FinishReason told = reason();
        FinishReason ended = told == null ? FinishReason.of(FinishReason.Kind.REFUSAL, null) : told;
        writer.event("message_delta", json -> {
            Map<String, RawJson> own = extensions().of(AnthropicMessagesDialect.ID);
            json.beginObject("delta");
            json.field(
                    "stop_reason",
                    AnthropicMessagesStopReasons.encode(ended, calls, refused, CHOICE + ".finishReason", losses));
            json.nullableField("stop_sequence", ended.stopSequence());
            nullable("stop_details", own, json);
            nullable("container", own, json);
            json.endObject().name("usage");
            AnthropicMessagesUsage.encode(usage(), serviceTier, json, losses);
            own.forEach((name, value) -> {
                if (!name.equals("stop_details") && !name.equals("container")) {
                    json.field(name, value);
                }
            });
        });
        AnthropicMessagesDialect.EXTENSIONS.dropForeign(extensions(), "", losses);
        if (serviceTier != null && usage() == null) {
            losses.add(LossKind.MOVED, Severity.NOTE, "serviceTier", "the tier stands among the counts");
        }
        writer.event("message_stop", json -> {});
    }

    private static void nullable(String name, Map<String, RawJson> own, JsonWriter json) {
        json.field(name, own.getOrDefault(name, RawJson.NULL));
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        writer.event("error", json -> AnthropicMessagesErrors.members(event.error(), json));
    }
}
