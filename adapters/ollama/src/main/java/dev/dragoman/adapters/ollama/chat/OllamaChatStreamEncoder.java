// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.OneChoiceEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import java.util.List;

/**
 * Events to lines: text and thoughts as they come, calls whole. The last line tells the end when the answer ends, since counts come
 * late from other vendors.
 */
final class OllamaChatStreamEncoder extends OneChoiceEncoder {
    private final EncodeContext context;
    private final Losses losses;
    private final OllamaChatLineWriter lines = new OllamaChatLineWriter();
    private final OllamaChatPartWriter parts;

    private boolean begun;
    private Extensions messageExtensions = Extensions.NONE;

    OllamaChatStreamEncoder(EncodeContext context) {
        super(OllamaChatDialect.EXTENSIONS, context.losses());
        this.context = context;
        this.losses = context.losses();
        this.parts = new OllamaChatPartWriter(lines, losses);
    }

    @Override
    protected void into(WireBuffer target) {
        lines.into(target);
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
        if (begun) {
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
    protected void startResponse(ChatEvent.ResponseStarted event) {
        begun = true;
        OllamaChatHead.report(event.id(), event.serviceTier(), event.systemFingerprint(), losses);
        lines.begin(OllamaChatHead.model(event.model(), context), OllamaChatHead.createdAt(event.created(), context));
    }

    @Override
    protected void startPart(ChatEvent.PartStarted event) {
        parts.begin(event.part(), path(event));
    }

    @Override
    protected void grow(ChatEvent.OfPart event) {
        parts.grow(event);
    }

    @Override
    protected void endPart() {
        parts.end();
    }

    @Override
    protected void probabilities(ChatEvent.LogprobsAdded event) {
        lines.logprobs(event.logprobs().content());
        OllamaChatResponseEncoder.reportRefusal(event.logprobs().refusal(), losses);
    }

    @Override
    protected void messageExtensions(Extensions added) {
        messageExtensions = messageExtensions.merge(added);
    }

    @Override
    public void heartbeat(ChatEvent.Heartbeat event) {
        alive();
    }

    @Override
    protected void endResponse() {
        FinishReason told = reason();
        FinishReason ended = told == null ? FinishReason.of(FinishReason.Kind.CONTENT_FILTER, null) : told;
        lines.done(
                json -> OllamaChatDialect.EXTENSIONS.write(messageExtensions, CHOICE + ".message", json, losses),
                json -> {
                    json.field("done", Boolean.TRUE);
                    json.field("done_reason", OllamaChatDoneReasons.encode(ended, parts.anyCalls(), losses));
                    OllamaChatUsage.encode(usage(), json, losses);
                    OllamaChatDialect.EXTENSIONS.write(extensions(), "", json, losses);
                });
    }

    @Override
    public void streamFailed(ChatEvent.StreamFailed event) {
        lines.failed(event.error());
    }
}
