// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to lines: text and thoughts as they come, calls whole, parts one after another. The last line tells the end when the
 * answer ends, since counts come late from other vendors.
 */
final class OllamaChatStreamEncoder implements StreamEncoder, ChatEventHandler {
    private final EncodeContext context;
    private final Losses losses;
    private final OllamaChatLineWriter lines = new OllamaChatLineWriter();
    private final OllamaChatPartWriter parts;
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));
    private final Set<Integer> otherChoices = new HashSet<>(0);

    private boolean started;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;
    private Extensions messageExtensions = Extensions.NONE;

    OllamaChatStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.parts = new OllamaChatPartWriter(lines, losses);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        lines.into(target);
        sequencer.accept(event);
    }

    /**
     * Clients read each line as JSON, so that a blank one is none: a line that adds nothing. Before the answer has begun there is
     * none, since each line names the model.
     */
    @Override
    public void heartbeat(WireBuffer target) {
        lines.into(target);
        alive();
    }

    private void alive() {
        if (started) {
            lines.message("", json -> {});
        }
    }

    /** Lines of JSON have no comments. */
    @Override
    public void losses(List<Loss> late, WireBuffer target) {}

    @Override
    public boolean relay(Frame frame, WireBuffer target) {
        target.write(frame.buffer(), frame.offset(), frame.length());
        target.write('\n');
        return true;
    }

    @Override
    public void responseStarted(ChatEvent.ResponseStarted event) {
        started = true;
        OllamaChatHead.report(event.id(), event.serviceTier(), event.systemFingerprint(), losses);
        lines.begin(OllamaChatHead.model(event.model(), context), OllamaChatHead.createdAt(event.created(), context));
    }

    private void ensureStarted() {
        if (!started) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
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
        if (!isOther(event.choice())) {
            ensureStarted();
            parts.begin(event.index(), event.part());
        }
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        if (event.choice() == 0) {
            parts.words(event.text());
        }
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        if (event.choice() == 0) {
            parts.words(event.text());
        }
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        if (event.choice() == 0) {
            parts.reasoning(event.text());
        }
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        if (event.choice() == 0) {
            parts.summary(event.summary(), event.text());
        }
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        if (event.choice() == 0) {
            parts.seal(event);
        }
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        if (event.choice() == 0) {
            parts.arguments(event.text());
        }
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        // Reported with its part.
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        if (event.choice() == 0) {
            parts.citation(event.index());
        }
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        if (event.choice() == 0) {
            parts.end(event.index());
        }
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        if (!isOther(event.choice())) {
            lines.logprobs(event.logprobs().content());
            OllamaChatResponseEncoder.reportRefusal(event.logprobs().refusal(), losses);
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
                OllamaChatDialect.EXTENSIONS.dropAll(event.extensions(), "choices[" + event.choice() + "]", losses);
            case MESSAGE -> {
                if (!isOther(event.choice())) {
                    messageExtensions = messageExtensions.merge(event.extensions());
                }
            }
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        alive();
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        ensureStarted();
        FinishReason ended = reason == null ? FinishReason.of(FinishReason.Kind.CONTENT_FILTER, null) : reason;
        lines.done(
                json -> OllamaChatDialect.EXTENSIONS.write(messageExtensions, "choices[0].message", json, losses),
                json -> {
                    json.field("done", Boolean.TRUE);
                    json.field("done_reason", OllamaChatDoneReasons.encode(ended, parts.anyCalls(), losses));
                    OllamaChatUsage.encode(usage, json, losses);
                    OllamaChatDialect.EXTENSIONS.write(extensions, "", json, losses);
                });
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        lines.failed(event.error());
    }
}
