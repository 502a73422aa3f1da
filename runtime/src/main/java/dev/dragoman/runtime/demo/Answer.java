// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason.Kind;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.OutputFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer of the demo model: makes its choices and counts their tokens. */
final class Answer {
    private static final int ID = 24;

    private final ChatRequest request;
    private final Conversation conversation;
    private final Origin origin;
    private final String id;
    private final long expiresAt;
    private final Sentences sentences;
    private final List<PlannedCall> calls;
    private final List<String> predicted;
    private final TokenCounts counts = new TokenCounts();
    private int nextCall;

    Answer(ChatRequest request, Conversation conversation, String model, String id, long expiresAt) {
        this.request = request;
        this.conversation = conversation;
        this.id = id;
        this.expiresAt = expiresAt;
        origin = new Origin("demo", model);
        sentences = new Sentences(request, conversation);
        calls = ToolPlan.of(request, conversation);
        predicted = request.prediction() == null
                ? List.of()
                : Tokens.split(String.join("", request.prediction().texts()));
    }

    /** Tokens of all choices made so far. */
    TokenCounts counts() {
        return counts;
    }

    List<ChatEvent> choice(int choice, boolean reasoner) {
        ChoiceScript script = new ChoiceScript(choice, request);
        if (Thoughts.wanted(request, reasoner)) {
            String thoughts = Thoughts.about(
                    conversation, calls.size(), request.reasoning().effort());
            script.think(thoughts, origin, Thoughts.visible(request));
        }
        List<ChatEvent> events = script.finish(perform(script, choice));
        Bill.predict(predicted, script.text(), script.counts());
        counts.add(script.counts());
        return events;
    }

    private Kind perform(ChoiceScript script, int choice) {
        if (conversation.asks("please refuse")) {
            script.refuse(Sentences.refusal());
            return Kind.REFUSAL;
        }
        if (!calls.isEmpty()) {
            calls.forEach(call -> script.call(call, callId()));
            return Kind.TOOL_CALLS;
        }
        String text = text(choice);
        if (conversation.asks("please filter")) {
            script.say(text.substring(0, text.indexOf(' ') + 1), null);
            return Kind.CONTENT_FILTER;
        }
        if (request.modalities().contains("audio")) {
            script.speak(text, format(), "audio_" + shortId() + "_" + choice, expiresAt);
        } else {
            script.say(text, page());
        }
        return Kind.STOP;
    }

    private @Nullable CitedPage page() {
        boolean plain = request.outputFormat() == null || request.outputFormat() instanceof OutputFormat.PlainText;
        return plain && request.webSearch() != null ? CitedPage.found(request.webSearch()) : null;
    }

    private String text(int choice) {
        OutputFormat format = request.outputFormat();
        if (format instanceof OutputFormat.JsonSchema json && json.schema() != null) {
            return SchemaSample.of(json.schema(), new PromptHints(conversation.prompt()));
        }
        boolean json = format instanceof OutputFormat.JsonObject || format instanceof OutputFormat.JsonSchema;
        return json ? sentences.json(choice) : sentences.text(choice);
    }

    private String format() {
        AudioOutput audio = request.audioOutput();
        return audio == null || audio.format() == null ? "wav" : audio.format();
    }

    /** At most 40 characters, as OpenAI demands of ids that come back. */
    private String callId() {
        return "call_" + shortId() + "_" + nextCall++;
    }

    private String shortId() {
        return id.length() > ID ? id.substring(0, ID) : id;
    }
}
