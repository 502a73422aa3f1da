// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.LossComment;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.PartSequencer;
import dev.dragoman.model.response.Usage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Events to a stream of answers that each add to the one before. Why it ended, counts and metadata come with the last one; then the
 * stream is closed, without a mark of its own.
 */
final class GeminiStreamEncoder implements StreamEncoder {
    private final Losses losses;
    private final GeminiFrames frames;
    private final GeminiFrames.Head head;
    private final PartSequencer sequencer;
    private final SortedMap<Integer, GeminiChoiceWriter> choices = new TreeMap<>();
    private @Nullable String serviceTier;
    private @Nullable Usage usage;
    private Extensions extensions = Extensions.NONE;
    private boolean relayed;
    private boolean over;

    GeminiStreamEncoder(EncodeContext context) {
        losses = context.losses();
        frames = new GeminiFrames(GeminiFraming.of(context.shape()));
        head = new GeminiFrames.Head(context);
        sequencer = new PartSequencer(part -> true, this::take);
    }

    @Override
    public void encode(ChatEvent event, WireBuffer out) {
        frames.into(out);
        sequencer.accept(event);
    }

    private void take(ChatEvent event) {
        if (event instanceof ChatEvent.OfPart step) {
            choice(step.choice()).take(step);
        } else if (event instanceof ChatEvent.ResponseStarted start) {
            start(start);
        } else if (event instanceof ChatEvent.LogprobsAdded added) {
            choice(added.choice()).add(added.logprobs());
        } else if (event instanceof ChatEvent.ChoiceFinished finished) {
            choice(finished.choice()).finish(finished.reason());
        } else if (event instanceof ChatEvent.UsageReported reported) {
            usage = reported.usage();
        } else if (event instanceof ChatEvent.ExtensionsAdded added) {
            add(added);
        } else if (event instanceof ChatEvent.ResponseEnded) {
            end();
        } else if (event instanceof ChatEvent.StreamFailed failed) {
            over = true;
            frames.frame(json -> GeminiErrors.member(failed.error(), json));
            frames.end();
        }
    }

    private GeminiChoiceWriter choice(int index) {
        return choices.computeIfAbsent(index, i -> new GeminiChoiceWriter(i, frames, head, losses));
    }

    private void start(ChatEvent.ResponseStarted event) {
        head.set(event.id(), event.model(), event.created());
        GeminiHead.report(event.systemFingerprint(), losses);
        serviceTier = event.serviceTier();
        if (serviceTier != null) { // readers take it from the first frame
            frames.frame(json -> {
                GeminiUsage.encode(null, serviceTier, json, losses);
                head.encode(json);
            });
        }
    }

    private void add(ChatEvent.ExtensionsAdded event) {
        switch (event.place()) {
            case RESPONSE -> extensions = extensions.merge(event.extensions());
            case CHOICE -> choice(event.choice()).add(event.extensions());
            case MESSAGE -> choice(event.choice()).addToMessage(event.extensions());
        }
    }

    /** Frames that passed through told the end already. */
    private void end() {
        over = true;
        if (!relayed) {
            frames.frame(json -> {
                if (choices.isEmpty()) {
                    GeminiResponseEncoder.blocked(extensions, json);
                } else {
                    json.beginArray("candidates");
                    choices.values().forEach(choice -> choice.last(json));
                    json.endArray();
                }
                GeminiUsage.encode(usage, serviceTier, json, losses);
                head.encode(json);
                GeminiDialect.EXTENSIONS.write(extensions, "", json, losses);
            });
        }
        frames.end();
    }

    /** A comment between events; white space between the elements of an array. */
    @Override
    public void heartbeat(WireBuffer out) {
        if (frames.areEvents()) {
            Sse.comment(out, "ping");
        } else if (!over) {
            out.write('\n');
        }
    }

    @Override
    public void losses(List<Loss> late, WireBuffer out) {
        if (frames.areEvents()) {
            LossComment.write(late, out);
        }
    }

    @Override
    public boolean relay(Frame frame, WireBuffer out) {
        relayed = true;
        frames.into(out);
        frames.copy(frame);
        if (over) {
            frames.end();
        }
        return true;
    }
}
