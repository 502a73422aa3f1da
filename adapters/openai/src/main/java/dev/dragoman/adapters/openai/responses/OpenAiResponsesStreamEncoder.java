// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEventHandler;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.model.response.Usage;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events to the stream of one response. Items never interleave: while one is open, what belongs to later parts waits. The last
 * item is closed when the next one begins or the answer ends, since probabilities, and whether it is complete, may come late.
 */
final class OpenAiResponsesStreamEncoder implements StreamEncoder, ChatEventHandler {
    private static final String CHOICE = "choices[0]";

    private final EncodeContext context;
    private final Losses losses;
    private final OpenAiResponsesEventWriter writer;
    private final OpenAiResponsesReplyFitter fitter;
    private final OpenAiResponsesItemIds ids;
    private final PartSequencer sequencer = new PartSequencer(part -> true, event -> event.dispatch(this));
    private final Set<Integer> otherChoices = new HashSet<>(0);
    private @Nullable OpenAiResponsesHead head;
    private @Nullable OpenAiResponsesItemStream item;
    /** Whether the part that is told now has no place here. */
    private boolean silent;
    /** Probabilities that wait for a text. */
    private final List<TokenLogprob> waiting = new ArrayList<>(0);

    private boolean refused;
    private @Nullable FinishReason reason;
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;
    private int relayed;

    OpenAiResponsesStreamEncoder(EncodeContext context) {
        this.context = context;
        this.losses = context.losses();
        writer = new OpenAiResponsesEventWriter(context);
        fitter = new OpenAiResponsesReplyFitter(losses);
        ids = new OpenAiResponsesItemIds(context.ids());
    }

    @Override
    public void encode(ChatEvent event, WireBuffer target) {
        writer.into(target);
        sequencer.accept(event);
    }

    @Override
    public boolean relay(Frame frame, WireBuffer target) {
        Sse.copy(target, frame);
        writer.sent(++relayed);
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
        OpenAiResponsesHead begun = new OpenAiResponsesHead(event, context);
        head = begun;
        writer.response("response.created", begun::write);
        writer.response("response.in_progress", begun::write);
    }

    private OpenAiResponsesHead head() {
        if (head == null) {
            responseStarted(new ChatEvent.ResponseStarted(null, null, null, null, null));
        }
        return Objects.requireNonNull(head);
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
        head();
        String path = CHOICE + ".message.parts[" + event.index() + "]";
        refused |= event.part() instanceof Refusal;
        Part part = fitter.fit(event.part(), path);
        silent = part == null;
        if (part == null) {
            return;
        }
        if (item instanceof OpenAiResponsesMessageStream message
                && OpenAiResponsesGroups.goesOn(message.opening(), part)) {
            message.next(part, path);
        } else {
            closeItem(OpenAiResponsesStatus.COMPLETED);
            open(part, path);
        }
        if (item instanceof OpenAiResponsesMessageStream message && message.probabilities(waiting)) {
            waiting.clear();
        }
    }

    private void open(Part part, String path) {
        if (part instanceof Opaque opaque) {
            int index = writer.nextItem();
            writer.added(index, json -> json.value(opaque.json()));
            writer.done(index, json -> json.value(opaque.json()));
            return;
        }
        if (part instanceof ToolCall call) {
            carry(call.signature());
            item = new OpenAiResponsesCallStream(call, path, writer, ids.of(call), losses);
        } else if (part instanceof Reasoning thought) {
            item = new OpenAiResponsesThoughtStream(thought, writer, ids.of(thought), losses);
        } else {
            carry(part instanceof Text text ? text.signature() : null);
            item = new OpenAiResponsesMessageStream(part, path, writer, ids.make("msg_"), losses);
        }
        item.begin();
    }

    /** An item of its own that carries the signature of what follows. */
    private void carry(@Nullable Signature signature) {
        if (signature != null) {
            int index = writer.nextItem();
            String id = ids.make("rs_");
            String seal = ReasoningSeal.ofNext(signature).write();
            writer.added(index, json -> OpenAiResponsesThoughts.writeCarrier(id, seal, json));
            writer.done(index, json -> OpenAiResponsesThoughts.writeCarrier(id, seal, json));
        }
    }

    private void closeItem(String status) {
        if (item != null) {
            item.close(status);
            item = null;
        }
    }

    private void grow(ChatEvent.OfPart event) {
        if (!isOther(event.choice()) && !silent && item != null) {
            item.grow(event);
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
        // The item is closed when the next one begins.
    }

    @Override
    public void logprobsAdded(ChatEvent.LogprobsAdded event) {
        if (isOther(event.choice())) {
            return;
        }
        if (!event.logprobs().refusal().isEmpty()) {
            losses.dropped(CHOICE + ".logprobs.refusal", "probabilities of refusals are not told");
        }
        boolean taken = item instanceof OpenAiResponsesMessageStream message
                && waiting.isEmpty()
                && message.probabilities(event.logprobs().content());
        if (!taken) {
            waiting.addAll(event.logprobs().content());
        }
    }

    @Override
    public void choiceFinished(ChatEvent.ChoiceFinished event) {
        if (isOther(event.choice())) {
            return;
        }
        reason = event.reason();
        if (!waiting.isEmpty()) {
            waiting.clear();
            losses.dropped(CHOICE + ".logprobs.content", "probabilities stand in a text, and there is none");
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
            case CHOICE -> OpenAiResponsesDialect.EXTENSIONS.dropAll(event.extensions(), choice, losses);
            case MESSAGE -> OpenAiResponsesDialect.EXTENSIONS.dropAll(event.extensions(), choice + ".message", losses);
        }
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        writer.heartbeat();
    }

    @Override
    public void responseEnded(ChatEvent.ResponseEnded event) {
        OpenAiResponsesHead told = head();
        String incomplete = reason == null
                ? "content_filter"
                : OpenAiResponsesStatus.encode(reason, refused, CHOICE + ".finishReason", losses);
        String status = incomplete == null ? OpenAiResponsesStatus.COMPLETED : OpenAiResponsesStatus.INCOMPLETE;
        closeItem(status);
        writer.response("response." + status, json -> told.write(incomplete, usage, extensions, json));
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        writer.event("error", json -> OpenAiErrors.writeMember(event.error(), json));
    }
}
