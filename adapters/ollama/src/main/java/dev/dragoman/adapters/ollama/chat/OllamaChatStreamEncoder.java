// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to lines: text and thoughts as they come, calls whole, parts one after another. The last line tells the end when the
 * answer ends, since counts come late from other vendors.
 */
final class OllamaChatStreamEncoder implements StreamEncoder, ChatEventHandler {
    private static final String MESSAGE = "choices[0].message";
    private static final String PARTS = MESSAGE + ".parts";

    private final EncodeContext context;
    private final Losses losses;
    private final OllamaChatLineWriter lines = new OllamaChatLineWriter();
    private final OllamaChatReplyFitter fitter;
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));
    private final Set<Integer> otherChoices = new HashSet<>(0);
    private final StringBuilder arguments = new StringBuilder();

    /** The part that is being written, as it began; {@code null} between parts and for those without a place. */
    private @Nullable Part open;

    private @Nullable OllamaChatThoughtWriter thought;
    private boolean written;
    private boolean textBefore;
    private boolean started;
    private int thoughts;
    private int calls;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;
    private Extensions messageExtensions = Extensions.NONE;

    OllamaChatStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        this.fitter = new OllamaChatReplyFitter(losses);
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
        if (isOther(event.choice())) {
            return;
        }
        ensureStarted();
        open = fitter.fit(event.part(), path(event.index()));
        written = false;
        if (open instanceof Text text) {
            text(text);
        } else if (open instanceof Reasoning reasoning) {
            thought = new OllamaChatThoughtWriter(thoughts++, reasoning, lines);
            thought.begin();
            textBefore = false;
        } else if (open instanceof ToolCall call) {
            arguments.setLength(0);
            arguments.append(call.arguments());
        } else if (open instanceof Image image && image.source() instanceof MediaSource.Base64 base64) {
            lines.message("", json -> json.field("images", List.of(base64.data())));
            textBefore = false;
        }
    }

    private void text(Text text) {
        Signature signature = text.signature();
        if (textBefore && signature == null) {
            losses.add(LossKind.MOVED, Severity.NOTE, PARTS, "the texts of an answer are one string there");
        }
        if (signature != null) {
            written = true;
            lines.message(text.text(), json -> {
                json.beginArray(OllamaChatThought.MEMBER);
                OllamaChatThought.write(signature, json);
                json.endArray();
            });
        } else {
            words(text.text());
        }
    }

    private void words(String text) {
        if (!text.isEmpty()) {
            written = true;
            lines.message(text, json -> {});
        }
    }

    @Override
    public void textDelta(ChatEvent.TextDelta event) {
        if (event.choice() == 0 && open instanceof Text) {
            words(event.text());
        }
    }

    @Override
    public void refusalDelta(ChatEvent.RefusalDelta event) {
        if (event.choice() == 0 && open instanceof Text) {
            words(event.text());
        }
    }

    @Override
    public void reasoningDelta(ChatEvent.ReasoningDelta event) {
        if (event.choice() == 0 && thought != null) {
            thought.text(event.text());
        }
    }

    @Override
    public void reasoningSummaryDelta(ChatEvent.ReasoningSummaryDelta event) {
        if (event.choice() == 0 && thought != null) {
            thought.summary(event.summary(), event.text());
        }
    }

    @Override
    public void reasoningSealed(ChatEvent.ReasoningSealed event) {
        if (event.choice() == 0 && thought != null) {
            thought.seal(event);
        }
    }

    @Override
    public void argumentsDelta(ChatEvent.ArgumentsDelta event) {
        if (event.choice() == 0) {
            arguments.append(event.text());
        }
    }

    @Override
    public void audioDelta(ChatEvent.AudioDelta event) {
        // Reported with its part.
    }

    @Override
    public void citationAdded(ChatEvent.CitationAdded event) {
        if (event.choice() == 0) {
            losses.add(LossKind.DROPPED, Severity.NOTE, path(event.index()) + ".citations", "texts carry no citations");
        }
    }

    @Override
    public void partEnded(ChatEvent.PartEnded event) {
        if (event.choice() != 0) {
            return;
        }
        String path = path(event.index());
        if (thought != null) {
            thought.end();
            thought = null;
        } else if (open instanceof ToolCall call) {
            call(call.withArguments(arguments.toString()), path);
            textBefore = false;
        } else if (open instanceof Text) {
            if (!written) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path, "an empty text says nothing");
            }
            textBefore |= written;
        }
        open = null;
    }

    private void call(ToolCall call, String path) {
        if (call.kind() == ToolKind.FUNCTION) {
            ObjectArguments.report(call.arguments(), path + ".arguments", losses);
        }
        int number = calls++;
        lines.message("", json -> {
            json.beginArray("tool_calls");
            OllamaChatToolCall.write(call, number, json);
            json.endArray();
        });
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
            case CHOICE -> OllamaChatFields.none(event.extensions(), "choices[" + event.choice() + "]", losses);
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
        lines.done(json -> OllamaChatDialect.EXTENSIONS.write(messageExtensions, MESSAGE, json, losses), json -> {
            json.field("done", Boolean.TRUE);
            json.field("done_reason", OllamaChatDoneReasons.encode(ended, calls > 0, losses));
            OllamaChatUsage.encode(usage, json, losses);
            OllamaChatDialect.EXTENSIONS.write(extensions, "", json, losses);
        });
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        lines.failed(event.error());
    }

    private static String path(int part) {
        return PARTS + "[" + part + "]";
    }
}
