// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of one choice in the making, within its budget of tokens. What no longer fits is left out. */
final class ChoiceScript {
    private static final int AUDIO_PIECE = 800;
    private static final int ARGUMENT_TOKENS = 3;

    private final int choice;
    private final ChatRequest request;
    private final TokenBudget budget;
    private final List<ChatEvent> events = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final TokenCounts counts = new TokenCounts();
    private @Nullable String stopSequence;
    private int nextPart;

    ChoiceScript(int choice, ChatRequest request) {
        this.choice = choice;
        this.request = request;
        budget = new TokenBudget(request.maxOutputTokens());
    }

    TokenCounts counts() {
        return counts;
    }

    /** The visible text so far. */
    String text() {
        return text.toString();
    }

    void think(String thoughts, Origin origin, boolean visible) {
        List<String> tokens = Tokens.split(thoughts);
        Long limit = request.reasoning().budgetTokens();
        int most = limit == null ? tokens.size() : (int) Math.min(limit, tokens.size());
        tokens = budget.take(tokens.subList(0, most));
        counts.reasoning += tokens.size();
        if (!visible || tokens.isEmpty()) {
            return;
        }
        int part = start(new Reasoning(null, List.of(), null, null, null, origin, Extensions.NONE));
        tokens.forEach(token -> events.add(new ChatEvent.ReasoningDelta(choice, part, token)));
        String signature = Thoughts.signature(String.join("", tokens));
        events.add(new ChatEvent.ReasoningSealed(choice, part, signature, null));
        end(part);
    }

    /**
     * Says something.
     *
     * @param cited the page that supports the end of it
     */
    void say(String sentences, @Nullable CitedPage cited) {
        String whole = cited == null ? sentences : sentences + " " + cited.sentence();
        StopCut cut = StopCut.of(whole, request.stop());
        List<String> tokens = budget.take(Tokens.split(cut.text()));
        counts.text += tokens.size();
        stopSequence = budget.exceeded() ? null : cut.sequence();
        if (tokens.isEmpty()) {
            return;
        }
        int part = start(Text.of(""));
        for (String token : tokens) {
            events.add(new ChatEvent.TextDelta(choice, part, token));
            text.append(token);
            chances(token, false);
        }
        if (cited != null && text.length() == whole.length()) {
            Citation citation = Citation.web(cited.url(), cited.title(), sentences.length() + 1, whole.length());
            events.add(new ChatEvent.CitationAdded(choice, part, citation));
        }
        end(part);
    }

    void speak(String sentences, String format, String id, long expiresAt) {
        StopCut cut = StopCut.of(sentences, request.stop());
        List<String> tokens = budget.take(Tokens.split(cut.text()));
        counts.audio += tokens.size();
        stopSequence = budget.exceeded() ? null : cut.sequence();
        if (tokens.isEmpty()) {
            return;
        }
        MediaSource nothing = new MediaSource.Base64(Sound.mediaType(format), "");
        int part = start(new Audio(nothing, id, null, null, null, Extensions.NONE));
        String data = Sound.base64(format);
        for (int at = 0; at < data.length(); at += AUDIO_PIECE) {
            String piece = data.substring(at, Math.min(data.length(), at + AUDIO_PIECE));
            events.add(new ChatEvent.AudioDelta(choice, part, piece, null, null));
        }
        tokens.forEach(token -> events.add(new ChatEvent.AudioDelta(choice, part, null, token, null)));
        events.add(new ChatEvent.AudioDelta(choice, part, null, null, expiresAt));
        end(part);
    }

    void call(PlannedCall call, String id) {
        if (budget.exceeded()) {
            return;
        }
        List<String> tokens = budget.take(Tokens.split(call.arguments()));
        counts.calls += tokens.size();
        if (tokens.isEmpty()) {
            return;
        }
        int part = start(new ToolCall(id, call.kind(), call.name(), "", null, null, Extensions.NONE));
        for (int at = 0; at < tokens.size(); at += ARGUMENT_TOKENS) {
            String piece = String.join("", tokens.subList(at, Math.min(tokens.size(), at + ARGUMENT_TOKENS)));
            events.add(new ChatEvent.ArgumentsDelta(choice, part, piece));
        }
        end(part);
    }

    void refuse(String why) {
        List<String> tokens = budget.take(Tokens.split(why));
        counts.text += tokens.size();
        if (tokens.isEmpty()) {
            return;
        }
        int part = start(Refusal.of(""));
        for (String token : tokens) {
            events.add(new ChatEvent.RefusalDelta(choice, part, token));
            chances(token, true);
        }
        end(part);
    }

    /** All events of the choice: it ends for this reason, unless the limit or a stop sequence ended it before. */
    List<ChatEvent> finish(FinishReason.Kind reason) {
        FinishReason met = FinishReason.of(reason, null);
        if (budget.exceeded()) {
            met = FinishReason.of(FinishReason.Kind.LENGTH, null);
        } else if (stopSequence != null) {
            met = new FinishReason(FinishReason.Kind.STOP_SEQUENCE, null, stopSequence);
        }
        events.add(new ChatEvent.ChoiceFinished(choice, met));
        return events;
    }

    private int start(Part part) {
        events.add(new ChatEvent.PartStarted(choice, nextPart, part));
        return nextPart++;
    }

    private void end(int part) {
        events.add(new ChatEvent.PartEnded(choice, part));
    }

    private void chances(String token, boolean refusal) {
        if (!Boolean.TRUE.equals(request.logprobs().enabled())) {
            return;
        }
        Integer top = request.logprobs().top();
        List<TokenLogprob> chance = List.of(TokenChances.of(token, top == null ? 0 : top));
        Logprobs logprobs = refusal ? new Logprobs(List.of(), chance) : new Logprobs(chance, List.of());
        events.add(new ChatEvent.LogprobsAdded(choice, logprobs));
    }
}
