// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.OpenAiChatDialect.EXTENSIONS;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.adapters.openai.shared.OpenAiPadding;
import dev.dragoman.dialect.ChunkWriter;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
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
 * Events to chunks. What is the same in all chunks is written once and copied. Counts come in a chunk of their own without
 * choices, and only if the client asked for them: openai-java takes a chunk with counts for the last and ignores its choices.
 */
final class OpenAiChatStreamEncoder implements StreamEncoder, ChatEventHandler {
    private final EncodeContext context;
    private final Losses losses;
    private final OpenAiChatReplyShape shape;
    private final OpenAiPadding padding;
    /** The Node SDK takes a call for done when the next one begins. */
    private final PartSequencer sequencer =
            new PartSequencer(part -> part instanceof ToolCall, event -> event.dispatch(this));

    private final SortedMap<Integer, OpenAiChatDeltaEncoder> choices = new TreeMap<>();
    private final ChunkWriter chunks;
    private boolean started;
    private @Nullable Usage usage;
    private boolean countsCame;
    private WireBuffer out = new WireBuffer(0);

    OpenAiChatStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.shape = OpenAiChatReplyShape.of(context.shape());
        this.padding = new OpenAiPadding(context.ids());
        this.chunks = new ChunkWriter(EXTENSIONS, losses);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        out = target;
        chunks.into(target);
        countsCame =
                event instanceof ChatEvent.UsageReported || (countsCame && event instanceof ChatEvent.ExtensionsAdded);
        sequencer.accept(event);
    }

    @Override
    public boolean relay(Frame frame, WireBuffer target) {
        if (countsCame && !shape.includeUsage()) {
            return false;
        }
        if (countsCame) {
            usage = null; // they are told
        }
        Sse.copy(target, frame);
        return true;
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
        chunks.head(json -> {
            json.field("id", OpenAiChatHead.id(event.id(), context));
            json.field("object", "chat.completion.chunk");
            json.field("created", (Long) OpenAiChatHead.created(event.created(), context));
            json.field("model", OpenAiChatHead.model(event.model(), context));
            json.field("service_tier", event.serviceTier());
            json.field("system_fingerprint", event.systemFingerprint());
        });
    }

    @Override
    public void partStarted(ChatEvent.PartStarted event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        if (choice.begin(event)) {
            chunk(choice, null, json -> choice.start(event, json));
        }
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        choice.grow(event.text());
        text(choice, "content", event.text());
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        text(choice(event.choice()), "refusal", event.text());
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        chunk(choice, event.text(), json -> choice.reasoning.grow(event, json));
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        chunk(choice, event.text(), json -> choice.reasoning.summary(event, json));
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        choice.reasoning.seal(event);
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        if (choice.calls.knows(event.index())) {
            chunk(choice, event.text(), json -> choice.calls.arguments(event.index(), event.text(), json));
        }
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        if (event.data() == null && event.transcript() == null) {
            choice.expires(event.expiresAt());
            return;
        }
        chunk(
                choice,
                null,
                json -> json.beginObject("audio")
                        .field("data", event.data())
                        .field("expires_at", event.expiresAt())
                        .field("transcript", event.transcript())
                        .endObject());
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        if (OpenAiChatCitations.isExpressible(event.citation())) {
            chunk(choice, null, json -> choice.citation(event, json));
        } else {
            choice.lostCitation(event);
        }
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        choice.logprobs(event.logprobs());
        chunk(choice, null, json -> {});
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        if (choice.hasEnding(event.index())) {
            chunk(choice, null, json -> choice.end(event.index(), json));
        }
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        OpenAiChatDeltaEncoder choice = choice(event.choice());
        choice.finished(OpenAiChatFinishReasons.encode(
                event.reason(),
                choice.isRefused(),
                shape.legacyFunctions(),
                "choices[" + event.choice() + "].finishReason",
                losses));
        chunk(choice, null, json -> {});
        Long expiry = choice.takeExpiry();
        if (expiry != null) {
            chunk(
                    choice,
                    null,
                    json -> json.beginObject("audio")
                            .field("expires_at", expiry)
                            .endObject());
        }
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
        if (choices.isEmpty()) {
            OpenAiChatResponseEncoder.reportFiltered(losses);
            choiceFinished(OpenAiChatResponseEncoder.FILTERED);
        }
        if (chunks.hasExtensions() || (shape.includeUsage() && usage != null)) {
            chunks.begin();
            chunks.ascii(",\"choices\":[]");
            Usage counted = usage;
            if (shape.includeUsage() && counted != null) {
                chunks.member("usage");
                try (JsonWriter json = new JsonWriter(out)) {
                    OpenAiChatUsage.encode(counted, json, losses);
                }
            }
            chunks.end();
        }
        chunks.done();
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        ChatError error = event.error();
        Sse.begin(out);
        try (JsonWriter json = new JsonWriter(out)) {
            OpenAiErrors.write(error, json);
        }
        Sse.end(out);
    }

    private OpenAiChatDeltaEncoder choice(int index) {
        OpenAiChatDeltaEncoder choice = choices.get(index);
        if (choice == null) {
            ensureStarted();
            OpenAiChatDeltaEncoder created = new OpenAiChatDeltaEncoder(index, shape.legacyFunctions(), losses);
            choices.put(index, created);
            chunk(created, null, json -> json.field("role", "assistant").field("content", ""));
            return created;
        }
        return choice;
    }

    private void text(OpenAiChatDeltaEncoder choice, String member, String text) {
        chunk(choice, text, json -> json.field(member, text));
    }

    private void chunk(OpenAiChatDeltaEncoder choice, @Nullable String padded, Consumer<JsonWriter> delta) {
        chunks.begin();
        chunks.ascii(",\"choices\":[");
        try (JsonWriter json = new JsonWriter(out)) {
            choice.write(json, delta);
        }
        out.write(']');
        if (shape.includeUsage()) {
            chunks.ascii(",\"usage\":null");
        }
        if (shape.includeObfuscation() && padded != null) {
            chunks.ascii(",\"obfuscation\":\"");
            chunks.ascii(padding.of(padded.length()));
            out.write('"');
        }
        chunks.end();
    }

    private void ensureStarted() {
        if (!started) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
    }
}
