// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.OneChoiceEncoder;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events to the stream of one message. The end is told when the answer ends, since counts come late from other vendors. */
final class CohereChatStreamEncoder extends OneChoiceEncoder {
    private final EncodeContext context;
    private final Losses losses;
    private final CohereChatEventWriter writer = new CohereChatEventWriter();
    private final CohereChatReplyFitter fitter;
    private final List<TokenLogprob> waiting = new ArrayList<>(0);
    private @Nullable CohereChatPartWriter part;
    private boolean planned;
    private boolean calls;
    private int probabilities;
    private int refusals;
    private Extensions ofMessage = Extensions.NONE;
    private WireBuffer out = new WireBuffer(0);

    CohereChatStreamEncoder(EncodeContext context) {
        super(CohereChatDialect.EXTENSIONS, context.losses());
        this.context = context;
        this.losses = context.losses();
        this.fitter = new CohereChatReplyFitter(losses);
    }

    @Override
    protected void into(WireBuffer target) {
        out = target;
        writer.into(target);
    }

    /** The dialect has no event for it; comments are passed over everywhere. */
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
        CohereChatHead.report(event.model(), event.created(), event.serviceTier(), event.systemFingerprint(), losses);
        writer.event("message-start", json -> {
            json.field("id", CohereChatHead.id(event.id(), context)).beginObject("delta");
            json.beginObject("message").field("role", "assistant").endObject().endObject();
        });
    }

    @Override
    protected void startPart(ChatEvent.PartStarted event) {
        String path = path(event);
        Part fitted = fitter.fit(event.part(), path);
        if (fitted == null) {
            part = null;
            return;
        }
        calls |= fitted instanceof ToolCall;
        part = CohereChatPartWriter.of(fitted, path, planned, writer, losses);
        planned |= fitted instanceof Reasoning thought && CohereChatSeal.isPlan(thought);
        part.begin();
        tellProbabilities();
    }

    @Override
    protected void grow(ChatEvent.OfPart event) {
        if (part != null) {
            part.grow(event);
        }
    }

    @Override
    protected void endPart() {
        if (part != null) {
            part.end();
            part = null;
        }
    }

    /** Probabilities stand beside pieces of a text, so that they wait for one. */
    @Override
    protected void probabilities(ChatEvent.LogprobsAdded event) {
        CohereChatLogprobs.report(event.logprobs(), probabilities, refusals, losses);
        probabilities += event.logprobs().content().size();
        refusals += event.logprobs().refusal().size();
        waiting.addAll(event.logprobs().content());
        tellProbabilities();
    }

    private void tellProbabilities() {
        if (part instanceof CohereChatTextWriter text && !waiting.isEmpty()) {
            waiting.forEach(text::probability);
            waiting.clear();
        }
    }

    @Override
    protected void messageExtensions(Extensions added) {
        ofMessage = ofMessage.merge(added);
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        heartbeat(out);
    }

    @Override
    protected void endResponse() {
        Extensions extensions = untold();
        writer.lines("message-end", json -> {
            json.beginObject("delta");
            json.field("finish_reason", finishReason());
            CohereChatUsage.encode(usage(), json, losses);
            message(json);
            json.endObject();
            CohereChatLogprobs.encode(waiting, json);
            CohereChatDialect.EXTENSIONS.write(extensions, "", json, losses);
        });
    }

    /** The extensions of the answer but for probabilities that were told with their texts. */
    private Extensions untold() {
        boolean twice = probabilities > 0 && extensions().get(CohereChatDialect.ID, CohereChatLogprobs.MEMBER) != null;
        if (!twice) {
            return extensions();
        }
        losses.dropped(
                "extensions." + CohereChatDialect.ID + "." + CohereChatLogprobs.MEMBER,
                "the probabilities were told with their texts");
        return extensions().without(CohereChatDialect.ID, Set.of(CohereChatLogprobs.MEMBER));
    }

    private String finishReason() {
        // An answer without a choice is a prompt that was blocked, for which the dialect has no word.
        FinishReason reason = reason();
        return reason == null
                ? CohereChatFinishReasons.ERROR
                : CohereChatFinishReasons.encode(reason, calls, CHOICE + ".finishReason", losses);
    }

    /** Fields of the message that turned up late. */
    private void message(JsonWriter json) {
        if (!ofMessage.isEmpty()) {
            json.beginObject("message");
            CohereChatDialect.EXTENSIONS.write(ofMessage, CHOICE + ".message", json, losses);
            json.endObject();
        }
    }

    /** A failure is the end of the message, told in words. */
    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        ensureStarted();
        closePart();
        boolean timeout = event.error().kind() == ErrorKind.TIMEOUT;
        writer.event("message-end", json -> {
            json.beginObject("delta");
            json.field("finish_reason", timeout ? CohereChatFinishReasons.TIMEOUT : CohereChatFinishReasons.ERROR);
            json.field("error", CohereChatErrors.message(event.error()));
            json.endObject();
        });
    }
}
