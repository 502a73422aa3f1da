// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to the stream of one message. Blocks never interleave: while one is open, what concerns later parts waits. The end is
 * told when the answer ends, since counts come late from other vendors.
 */
final class AnthropicMessagesStreamEncoder implements StreamEncoder, ChatEventHandler {
    private static final String PARTS = "choices[0].message.parts[";

    private final EncodeContext context;
    private final Losses losses;
    private final AnthropicMessagesEventWriter writer = new AnthropicMessagesEventWriter();
    private final AnthropicMessagesReplyFitter fitter;
    private final Map<Integer, List<ChatEvent>> waiting = new HashMap<>();
    private final Set<Integer> otherChoices = new HashSet<>();
    /** Number of the part that is written now, or that comes next. */
    private int live;

    private @Nullable AnthropicMessagesBlockWriter block;
    private boolean open;
    private boolean started;
    private boolean calls;
    private boolean refused;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private @Nullable String serviceTier;
    private Extensions extensions = Extensions.NONE;

    AnthropicMessagesStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.fitter = new AnthropicMessagesReplyFitter(losses);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        writer.into(target);
        event.dispatch(this);
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
    public void responseStarted(ChatEvent.ResponseStarted event) {
        started = true;
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

    private boolean isOther(int choice) {
        if (choice == 0) {
            return false;
        }
        if (otherChoices.add(choice)) {
            losses.dropped("choices[" + choice + "]", "there is one answer");
        }
        return true;
    }

    /** Writes what concerns the live part; keeps the rest for later. */
    private void part(int choice, int index, ChatEvent event) {
        if (isOther(choice)) {
            return;
        }
        if (index == live) {
            write(event);
        } else {
            waiting.computeIfAbsent(index, i -> new ArrayList<>()).add(event);
        }
    }

    private void write(ChatEvent event) {
        if (event instanceof ChatEvent.PartStarted start) {
            start(start);
        } else if (event instanceof ChatEvent.PartEnded) {
            end();
        } else if (block != null) {
            block.grow(event);
        }
    }

    private void start(ChatEvent.PartStarted event) {
        ensureStarted();
        open = true;
        calls |= event.part() instanceof ToolCall;
        refused |= event.part() instanceof Refusal;
        String path = PARTS + event.index() + "]";
        Part fitted = fitter.fit(event.part(), path);
        block = fitted == null ? null : AnthropicMessagesBlockWriter.of(fitted, path, writer, fitter, losses);
        if (block != null) {
            block.begin();
        }
    }

    private void end() {
        if (block != null) {
            block.end();
        }
        block = null;
        open = false;
        live++;
        List<ChatEvent> next = waiting.remove(live);
        if (next != null) {
            next.forEach(this::write);
        }
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        part(event.choice(), event.index(), event);
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        if (!isOther(event.choice())) {
            losses.dropped("choices[0].logprobs", "probabilities are not told");
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
                AnthropicMessagesDialect.EXTENSIONS.dropAll(
                        event.extensions(), "choices[" + event.choice() + "]", losses);
            case MESSAGE ->
                AnthropicMessagesDialect.EXTENSIONS.dropAll(
                        event.extensions(), "choices[" + event.choice() + "].message", losses);
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        writer.event("ping", json -> {});
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        ensureStarted();
        if (open) {
            end();
        }
        FinishReason ended = reason == null ? FinishReason.of(FinishReason.Kind.REFUSAL, null) : reason;
        writer.event("message_delta", json -> {
            Map<String, RawJson> own = extensions.of(AnthropicMessagesDialect.ID);
            json.beginObject("delta");
            json.field(
                    "stop_reason",
                    AnthropicMessagesStopReasons.encode(ended, calls, refused, "choices[0].finishReason", losses));
            json.nullableField("stop_sequence", ended.stopSequence());
            nullable("stop_details", own, json);
            nullable("container", own, json);
            json.endObject().name("usage");
            AnthropicMessagesUsage.encode(usage, serviceTier, json, losses);
            own.forEach((name, value) -> {
                if (!name.equals("stop_details") && !name.equals("container")) {
                    json.field(name, value);
                }
            });
        });
        AnthropicMessagesDialect.EXTENSIONS.dropForeign(extensions, "", losses);
        if (serviceTier != null && usage == null) {
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

    private void ensureStarted() {
        if (!started) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
    }
}
