// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.settings.AudioOutput;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A model without a mind: what it answers follows from the request alone, by the rules in {@code docs/demo-provider.md}. Needs
 * neither a key nor a network. Thread-safe if its clock and its ids are.
 */
public final class DemoModel {
    private static final String REASONER = "reasoner";
    private static final List<String> MODELS = List.of("chat", REASONER);
    private static final String FINGERPRINT = "fp_dragoman_demo";
    private static final int MAX_CHOICES = 128;
    private static final int AUDIO_LIFETIME = 3600;

    private final InstantSource clock;
    private final Supplier<String> ids;

    /** A model with the system's clock and random ids. */
    public DemoModel() {
        this(InstantSource.system(), () -> UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * A model that tells this time and gives out these ids.
     *
     * @param ids one for each answer: letters and digits, at least one
     */
    public DemoModel(InstantSource clock, Supplier<String> ids) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.ids = Objects.requireNonNull(ids, "ids");
    }

    /** Names of the models worth listing. Any other name answers like the first, but for those that fail on purpose. */
    public static List<String> models() {
        return MODELS;
    }

    /** How many tokens this request has, as the usage of its answer will say. */
    public static long inputTokens(ChatRequest request) {
        return Bill.input(request, Conversation.of(request));
    }

    /**
     * Answers: sends all events of the answer before it returns, in the order of {@link ChatEvent}'s grammar. It does not throw;
     * a request it cannot serve, or that asks for a failure, gets {@link ChatEvent.StreamFailed}, alone if nothing was said yet.
     *
     * @param request the model with or without the provider before it; whether {@code stream} is set makes no difference
     * @param out takes the events on the calling thread
     */
    public void stream(ChatRequest request, Consumer<? super ChatEvent> out) {
        String model = request.model().substring(request.model().lastIndexOf('/') + 1);
        Conversation conversation = Conversation.of(request);
        ChatError error = objection(request);
        error = error != null ? error : Failures.instead(model, conversation.prompt());
        if (error != null) {
            out.accept(new ChatEvent.StreamFailed(error));
            return;
        }
        String id = ids.get();
        long created = clock.instant().getEpochSecond();
        out.accept(new ChatEvent.ResponseStarted("demo-" + id, model, created, tier(request), FINGERPRINT));
        Answer answer = new Answer(request, conversation, model, id, created + AUDIO_LIFETIME);
        List<List<ChatEvent>> choices = new ArrayList<>();
        int count = request.choiceCount() == null ? 1 : Math.max(1, request.choiceCount());
        for (int choice = 0; choice < count; choice++) {
            choices.add(answer.choice(choice, REASONER.equals(model)));
        }
        if (Failures.midway(model, conversation)) {
            List<ChatEvent> first = choices.get(0);
            first.subList(0, first.size() / 2).forEach(out);
            out.accept(new ChatEvent.StreamFailed(Failures.brokenOff()));
            return;
        }
        sideBySide(choices, out);
        out.accept(new ChatEvent.UsageReported(Bill.of(request, conversation, answer.counts())));
        out.accept(new ChatEvent.ResponseEnded());
    }

    /** Several choices come at the same time, as they do from vendors. */
    private static void sideBySide(List<List<ChatEvent>> choices, Consumer<? super ChatEvent> out) {
        int longest = choices.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (List<ChatEvent> choice : choices) {
                if (i < choice.size()) {
                    out.accept(choice.get(i));
                }
            }
        }
    }

    private static @Nullable ChatError objection(ChatRequest request) {
        if (request.choiceCount() != null && request.choiceCount() > MAX_CHOICES) {
            return invalid("choiceCount", "The demo model gives at most " + MAX_CHOICES + " answers");
        }
        if (!ToolPlan.unknown(request).isEmpty()) {
            return invalid("toolChoice", "The tool that must be called is not among the tools");
        }
        AudioOutput audio = request.audioOutput();
        if (audio != null && audio.format() != null && !Sound.FORMATS.contains(audio.format())) {
            return invalid("audioOutput.format", "The demo model speaks " + String.join(", ", Sound.FORMATS) + " only");
        }
        return null;
    }

    private static ChatError invalid(String param, String message) {
        return ChatError.of(ErrorKind.INVALID_REQUEST, message).withParam(param).withCode("unsupported_value");
    }

    private static String tier(ChatRequest request) {
        String tier = request.serviceTier();
        return tier == null || tier.equals("auto") ? "default" : tier;
    }
}
