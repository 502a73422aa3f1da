// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ChunkWriter;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events to chunks. The last chunk tells why the last choice ended and the counts, so that each end waits for what follows it. A
 * failure is a chunk that ends the open choices with {@code error}, which is all that the official SDK can read of it, with the
 * error beside it for those that look.
 */
final class MistralChatStreamEncoder implements StreamEncoder, ChatEventHandler {
    private final EncodeContext context;
    private final Losses losses;
    private final String prefix;
    /** Clients of this dialect don't know which part a text belongs to. */
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));

    private final SortedMap<Integer, MistralChatDeltaEncoder> choices = new TreeMap<>();
    private final ChunkWriter chunks;
    private boolean started;
    private @Nullable String tier;
    private @Nullable Usage usage;
    private @Nullable MistralChatDeltaEncoder ended;
    private WireBuffer out = new WireBuffer(0);

    MistralChatStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.prefix = MistralChatReplyShape.of(context.shape()).prefix();
        this.chunks = new ChunkWriter(MistralChatDialect.EXTENSIONS, losses);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        out = target;
        chunks.into(target);
        sequencer.accept(event);
    }

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
        started = true;
        tier = event.serviceTier();
        if (event.systemFingerprint() != null) {
            losses.dropped("systemFingerprint", "the vendor's backend is not told there");
        }
        chunks.head(json -> MistralChatHead.write(
                event.id(), "chat.completion.chunk", event.created(), event.model(), context, json));
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        choice(event.choice()).start(event);
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        choice(event.choice()).text(event.text());
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        choice(event.choice()).text(event.text());
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        choice(event.choice()).reasoning(event);
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        choice(event.choice()).summary(event);
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        choice(event.choice()).seal(event);
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        choice(event.choice()).arguments(event.text());
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        choice(event.choice()).audio(event);
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        choice(event.choice()).citation(event.index());
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        choice(event.choice()).logprobs();
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        choice(event.choice()).end(event);
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        MistralChatDeltaEncoder choice = choice(event.choice());
        choice.finished(event);
        endWith(null);
        ended = choice;
    }

    @Override
    public void usageReported(ChatEvent.UsageReported event) {
        usage = event.usage();
    }

    @Override
    public void extensionsAdded(ChatEvent.ExtensionsAdded event) {
        switch (event.place()) {
            case RESPONSE -> chunks.extend(event.extensions());
            case CHOICE -> choice(event.choice()).choiceExtensions(event.extensions());
            case MESSAGE -> choice(event.choice()).messageExtensions(event.extensions());
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        heartbeat(out);
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        ensureStarted();
        if (tier != null) {
            losses.add(
                    usage == null ? LossKind.DROPPED : LossKind.MOVED,
                    Severity.NOTE,
                    "serviceTier",
                    "the tier is told with the counts there");
        }
        if (ended != null) {
            endWith(usage);
        } else {
            frame(json -> {}, usage);
        }
        chunks.done();
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        ensureStarted();
        chunks.begin();
        chunks.member("choices");
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            boolean any = false;
            for (MistralChatDeltaEncoder choice : choices.values()) {
                if (!choice.isEndWritten()) {
                    any = true;
                    failed(choice, json);
                }
            }
            if (!any) {
                failed(new MistralChatDeltaEncoder(0, losses, delta -> {}), json);
            }
            json.endArray();
        }
        chunks.member("error");
        try (JsonWriter json = new JsonWriter(out)) {
            MistralChatErrors.write(event.error(), json);
        }
        out.write('}');
        Sse.end(out);
    }

    private static void failed(MistralChatDeltaEncoder choice, JsonWriter json) {
        choice.write(json, delta -> delta.field("content", ""), "error");
    }

    private MistralChatDeltaEncoder choice(int index) {
        MistralChatDeltaEncoder choice = choices.get(index);
        if (choice == null) {
            ensureStarted();
            MistralChatDeltaEncoder[] self = new MistralChatDeltaEncoder[1];
            choice = new MistralChatDeltaEncoder(index, losses, delta -> chunk(self[0], delta, null, null));
            self[0] = choice;
            choices.put(index, choice);
            chunk(choice, json -> json.field("role", "assistant").field("content", prefix), null, null);
        }
        return choice;
    }

    /** Tells the end that was waiting, with these counts or none. */
    private void endWith(@Nullable Usage counts) {
        MistralChatDeltaEncoder choice = ended;
        if (choice != null) {
            ended = null;
            chunk(choice, json -> json.field("content", ""), choice.finishReason(), counts);
        }
    }

    private void chunk(
            MistralChatDeltaEncoder choice,
            Consumer<JsonWriter> delta,
            @Nullable String finishReason,
            @Nullable Usage counts) {
        frame(json -> choice.write(json, delta, finishReason), counts);
    }

    private void frame(Consumer<JsonWriter> entries, @Nullable Usage counts) {
        chunks.begin();
        chunks.member("choices");
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            entries.accept(json);
            json.endArray();
        }
        if (counts != null) {
            chunks.member("usage");
            try (JsonWriter json = new JsonWriter(out)) {
                MistralChatUsage.encode(counts, tier, json, losses);
            }
        }
        chunks.end();
    }

    private void ensureStarted() {
        if (!started) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
    }
}
