// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One candidate of a stream. Text and thoughts go out as they come; calls, media and signed texts when they are complete. Where a
 * text would be taken for the end of the one before, an empty one stands between them, in one frame.
 */
final class GeminiChoiceWriter {
    private final int choice;
    private final String path;
    private final GeminiFrames frames;
    private final GeminiFrames.Head head;
    private final Losses losses;
    private final GeminiReplyFitter fitter;
    private final GeminiGroundingEncoder grounding;
    private final List<TokenLogprob> content = new ArrayList<>(0);
    private final List<TokenLogprob> refusal = new ArrayList<>(0);
    private Extensions extensions = Extensions.NONE;
    private Extensions messageExtensions = Extensions.NONE;
    private @Nullable FinishReason reason;
    private boolean calls;

    /** The part that is written now, fitted; {@code null} if it cannot be said. */
    private @Nullable Part part;

    private String partPath = "";
    private final List<Citation> citations = new ArrayList<>(0);

    /** What of it has come and must come whole. */
    private final StringBuilder held = new StringBuilder();

    private @Nullable GeminiThoughtWriter thought;

    /** Parts written so far, as a reader counts them. */
    private int written;

    private boolean begun;

    /** Kind of the part before, if a reader would go on with it. */
    private @Nullable Class<?> dangling;

    GeminiChoiceWriter(int choice, GeminiFrames frames, GeminiFrames.Head head, Losses losses) {
        this.choice = choice;
        this.path = "choices[" + choice + "]";
        this.frames = frames;
        this.head = head;
        this.losses = losses;
        this.fitter = new GeminiReplyFitter(losses);
        this.grounding = new GeminiGroundingEncoder(losses);
    }

    void take(ChatEvent.OfPart event) {
        if (event instanceof ChatEvent.PartStarted start) {
            start(start);
        } else if (event instanceof ChatEvent.PartEnded) {
            end();
        } else if (event instanceof ChatEvent.TextDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.RefusalDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.ArgumentsDelta delta) {
            held.append(delta.text());
        } else if (event instanceof ChatEvent.AudioDelta delta) {
            sound(delta);
        } else if (event instanceof ChatEvent.CitationAdded added) {
            citations.add(added.citation());
        } else if (thought != null) {
            thought.grow(event);
        }
    }

    private void start(ChatEvent.PartStarted event) {
        partPath = path + ".message.parts[" + event.index() + "]";
        calls |= event.part() instanceof ToolCall;
        part = fitter.fit(event.part(), partPath);
        held.setLength(0);
        begun = false;
        citations.clear();
        if (part instanceof Text text) {
            words(text.text());
            citations.addAll(text.citations());
        } else if (part instanceof Reasoning reasoning) {
            thought = new GeminiThoughtWriter(reasoning, this::piece);
            thought.begin();
        } else if (part instanceof ToolCall call) {
            held.append(call.arguments());
        } else if (part instanceof Audio audio && audio.source() instanceof MediaSource.Base64 base64) {
            held.append(base64.data());
        }
    }

    private void words(String text) {
        if (!(part instanceof Text opening)) {
            return;
        }
        held.append(text);
        if (isLive(opening) && !text.isEmpty()) {
            boolean separate = !begun && dangling == Text.class;
            begun = true;
            parts(separate, json -> json.beginObject().field("text", text).endObject());
        }
    }

    /** Whether nothing is told of a text but its words. */
    private static boolean isLive(Text text) {
        return text.signature() == null && text.extensions().isEmpty();
    }

    private void sound(ChatEvent.AudioDelta delta) {
        if (delta.data() != null) {
            held.append(delta.data());
        }
        if (part != null && delta.transcript() != null) {
            losses.dropped(partPath + ".transcript", "sound is its bytes only");
        }
        if (part != null && delta.expiresAt() != null) {
            losses.dropped(partPath + ".expiresAt", "sound is its bytes only");
        }
    }

    /** A piece of a thought. */
    private void piece(String text, @Nullable String signature, Extensions own) {
        begun = true;
        parts(false, json -> {
            json.beginObject().field("text", text).field("thought", Boolean.TRUE);
            json.field("thoughtSignature", signature);
            GeminiDialect.EXTENSIONS.writeOwn(own, json);
            json.endObject();
        });
    }

    private void end() {
        Part whole = part;
        part = null;
        if (whole instanceof Text text) {
            text(text);
        } else if (whole instanceof Reasoning && thought != null) {
            thought.end();
            thought = null;
            dangling = null;
            written++;
        } else if (whole instanceof ToolCall call) {
            single(call.withArguments(held.toString()));
        } else if (whole instanceof Audio audio && audio.source() instanceof MediaSource.Base64 base64) {
            MediaSource all = new MediaSource.Base64(base64.mediaType(), held.toString());
            boolean separate = dangling == Audio.class;
            single(separate, new Audio(all, null, null, null, null, audio.extensions()));
            dangling = Audio.class;
        } else if (whole != null) {
            single(whole);
        }
    }

    private void text(Text opening) {
        String text = held.toString();
        int number = written;
        if (!isLive(opening)) {
            single(new Text(text, List.of(), opening.signature(), null, opening.extensions()));
        } else if (begun) {
            dangling = Text.class;
            written++;
        } else if (!citations.isEmpty()) {
            losses.dropped(partPath + ".citations", "an empty text cites nothing");
            return;
        }
        for (int i = 0; i < citations.size(); i++) {
            grounding.add(citations.get(i), number, text, partPath + ".citations[" + i + "]");
        }
        if (!citations.isEmpty()) {
            candidate(grounding::encode);
        }
    }

    private void single(Part whole) {
        single(false, whole);
        dangling = null;
    }

    private void single(boolean separate, Part whole) {
        parts(separate, json -> GeminiReplyParts.encode(whole, partPath, json, losses));
        written++;
    }

    private interface Members {
        void write(JsonWriter json);
    }

    /** Writes a frame with a part. */
    private void parts(boolean separate, Members members) {
        candidate(json -> {
            json.beginObject("content").beginArray("parts");
            if (separate) {
                json.beginObject().field("text", "").endObject();
            }
            members.write(json);
            json.endArray().field("role", "model").endObject();
        });
    }

    private void candidate(Members members) {
        frames.frame(json -> {
            json.beginArray("candidates").beginObject();
            members.write(json);
            json.field("index", (Integer) choice).endObject().endArray();
            head.encode(json);
        });
    }

    void add(Logprobs logprobs) {
        content.addAll(logprobs.content());
        refusal.addAll(logprobs.refusal());
    }

    void add(Extensions more) {
        extensions = extensions.merge(more);
    }

    void addToMessage(Extensions more) {
        messageExtensions = messageExtensions.merge(more);
    }

    void finish(FinishReason finished) {
        reason = finished;
    }

    /** Writes the candidate of the last frame. */
    void last(JsonWriter json) {
        json.beginObject().beginObject("content");
        json.beginArray("parts").beginObject().field("text", "").endObject().endArray();
        json.field("role", "model");
        GeminiDialect.EXTENSIONS.write(messageExtensions, path + ".message", json, losses);
        json.endObject();
        FinishReason ended = reason == null ? FinishReason.of(FinishReason.Kind.OTHER, null) : reason;
        json.field("finishReason", GeminiFinishReasons.encode(ended, calls, path + ".finishReason", losses));
        json.field("index", (Integer) choice);
        GeminiLogprobs.encode(new Logprobs(content, refusal), path + ".logprobs", json, losses);
        GeminiDialect.EXTENSIONS.write(extensions, path, json, losses);
        json.endObject();
    }
}
