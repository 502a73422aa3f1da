// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.testkit.model.Dice;
import java.util.ArrayList;
import java.util.List;

/** Tells one part as a start, deltas and an end. */
final class PartStream {
    private final int choice;
    private final int index;
    private final Dice dice;
    private final List<ChatEvent> events = new ArrayList<>();

    private PartStream(int choice, int index, Dice dice) {
        this.choice = choice;
        this.index = index;
        this.dice = dice;
    }

    static List<ChatEvent> of(int choice, int index, Part part, Dice dice) {
        PartStream stream = new PartStream(choice, index, dice);
        if (dice.percent(80)) {
            stream.inPieces(part);
        } else {
            stream.start(part);
        }
        stream.events.add(new ChatEvent.PartEnded(choice, index));
        return stream.events;
    }

    private void inPieces(Part part) {
        if (part instanceof Text text) {
            text(text);
        } else if (part instanceof Reasoning reasoning) {
            reasoning(reasoning);
        } else if (part instanceof ToolCall call) {
            start(call.withArguments(""));
            for (String piece : dice.cut(call.arguments())) {
                events.add(new ChatEvent.ArgumentsDelta(choice, index, piece));
            }
        } else if (part instanceof Refusal refusal) {
            start(new Refusal("", refusal.extensions()));
            for (String piece : dice.cut(refusal.text())) {
                events.add(new ChatEvent.RefusalDelta(choice, index, piece));
            }
        } else if (part instanceof Audio audio && audio.source() instanceof MediaSource.Base64 sound) {
            audio(audio, sound);
        } else {
            start(part);
        }
    }

    private void text(Text text) {
        start(new Text("", List.of(), text.signature(), text.cache(), text.extensions()));
        for (String piece : dice.cut(text.text())) {
            events.add(new ChatEvent.TextDelta(choice, index, piece));
        }
        for (Citation citation : text.citations()) {
            events.add(new ChatEvent.CitationAdded(choice, index, citation));
        }
    }

    private void reasoning(Reasoning reasoning) {
        String text = reasoning.text();
        start(new Reasoning(
                text == null ? null : "",
                List.of(),
                null,
                null,
                reasoning.id(),
                reasoning.origin(),
                reasoning.extensions()));
        for (String piece : dice.cut(text == null ? "" : text)) {
            events.add(new ChatEvent.ReasoningDelta(choice, index, piece));
        }
        for (int i = 0; i < reasoning.summary().size(); i++) {
            for (String piece : dice.cut(reasoning.summary().get(i))) {
                events.add(new ChatEvent.ReasoningSummaryDelta(choice, index, i, piece));
            }
        }
        if (reasoning.signature() != null) {
            events.add(new ChatEvent.ReasoningSealed(choice, index, reasoning.signature(), null));
        }
        if (reasoning.encrypted() != null) {
            events.add(new ChatEvent.ReasoningSealed(choice, index, null, reasoning.encrypted()));
        }
    }

    private void audio(Audio audio, MediaSource.Base64 sound) {
        start(new Audio(
                new MediaSource.Base64(sound.mediaType(), ""),
                audio.id(),
                null,
                null,
                audio.cache(),
                audio.extensions()));
        for (String piece : dice.cut(sound.data())) {
            events.add(new ChatEvent.AudioDelta(choice, index, piece, null, null));
        }
        if (audio.transcript() != null || audio.expiresAt() != null) {
            events.add(new ChatEvent.AudioDelta(choice, index, null, audio.transcript(), audio.expiresAt()));
        }
    }

    private void start(Part part) {
        events.add(new ChatEvent.PartStarted(choice, index, part));
    }
}
