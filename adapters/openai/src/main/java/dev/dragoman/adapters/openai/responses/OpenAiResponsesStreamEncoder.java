// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiErrors;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.OneChoiceEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.TokenLogprob;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Events to the stream of one response. The last item is closed when the next one begins or the answer ends, since probabilities,
 * and whether it is complete, may come late.
 */
final class OpenAiResponsesStreamEncoder extends OneChoiceEncoder {
    private final EncodeContext context;
    private final Losses losses;
    private final OpenAiResponsesEventWriter writer;
    private final OpenAiResponsesReplyFitter fitter;
    private final OpenAiResponsesItemIds ids;
    private @Nullable OpenAiResponsesHead head;
    private @Nullable OpenAiResponsesItemStream item;
    /** Whether the part that is told now has no place here. */
    private boolean silent;
    /** Probabilities that wait for a text. */
    private final List<TokenLogprob> waiting = new ArrayList<>(0);

    private boolean refused;
    private int relayed;

    OpenAiResponsesStreamEncoder(EncodeContext context) {
        super(OpenAiResponsesDialect.EXTENSIONS, context.losses());
        this.context = context;
        this.losses = context.losses();
        writer = new OpenAiResponsesEventWriter(context);
        fitter = new OpenAiResponsesReplyFitter(losses);
        ids = new OpenAiResponsesItemIds(context.ids());
    }

    @Override
    protected void into(WireBuffer target) {
        writer.into(target);
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
    protected void startResponse(ChatEvent.ResponseStarted event) {
        OpenAiResponsesHead begun = new OpenAiResponsesHead(event, context);
        head = begun;
        writer.response("response.created", begun::write);
        writer.response("response.in_progress", begun::write);
    }

    @Override
    protected void startPart(ChatEvent.PartStarted event) {
        String path = path(event);
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

    @Override
    protected void grow(ChatEvent.OfPart event) {
        if (!silent && item != null) {
            item.grow(event);
        }
    }

    @Override
    protected void endPart() {
        // The item is closed when the next one begins.
    }

    @Override
    protected void probabilities(ChatEvent.LogprobsAdded event) {
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
    public void heartbeat(ChatEvent.Heartbeat event) {
        writer.heartbeat();
    }

    @Override
    protected void endResponse() {
        if (!waiting.isEmpty()) {
            losses.dropped(CHOICE + ".logprobs.content", "probabilities stand in a text, and there is none");
        }
        FinishReason reason = reason();
        String incomplete = reason == null
                ? "content_filter"
                : OpenAiResponsesStatus.encode(reason, refused, CHOICE + ".finishReason", losses);
        String status = incomplete == null ? OpenAiResponsesStatus.COMPLETED : OpenAiResponsesStatus.INCOMPLETE;
        closeItem(status);
        OpenAiResponsesHead told = Objects.requireNonNull(head);
        writer.response("response." + status, json -> told.write(incomplete, usage(), extensions(), json));
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        writer.event("error", json -> OpenAiErrors.writeMember(event.error(), json));
    }
}
