// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.model.Difference;
import dev.dragoman.testkit.model.FieldCase;
import dev.dragoman.testkit.model.ModelDiff;
import dev.dragoman.testkit.model.ModelPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Law 2 for a whole turn: what a client is told, and sends back in its next request, is still the same answer: reasoning with
 * its signatures and its true origin, calls with their ids and signatures. Losses count that were reported when it was told.
 */
final class TurnLaw {
    /** Media that a model made, and citations, are for people; requests of most dialects have no place for them. */
    private static final Pattern BROUGHT_BACK =
            Pattern.compile("choices\\.message\\.parts<(Text|Reasoning|ToolCall|Refusal)>(?!\\.citations).*");

    private static final String ANSWER = "choices[0].message.parts";

    private final Courier courier;
    private final Corpus corpus;

    TurnLaw(Courier courier, Corpus corpus) {
        this.courier = courier;
        this.corpus = corpus;
    }

    Stream<DynamicTest> tests() {
        return corpus.responseFields().entrySet().stream()
                .filter(field -> BROUGHT_BACK.matcher(field.getKey()).matches())
                .map(field -> dynamicTest("law2_answers_survive_a_turn[" + field.getKey() + "]", () -> {
                    Complaints complaints = new Complaints();
                    for (FieldCase<ChatResponse> value : field.getValue()) {
                        complaints.check(value, () -> check(value.value()));
                    }
                    complaints.raise();
                }));
    }

    private void check(ChatResponse response) {
        Losses losses = new Losses();
        byte[] body = courier.dialect().responseEncoder().encode(response, courier.toClient(losses));
        List<Part> told = response.choices().get(0).message().parts();
        Map<String, String> results = new LinkedHashMap<>();
        for (Part part : told) {
            if (part instanceof ToolCall call) {
                results.put(call.id(), "12 degrees");
            }
        }
        Optional<WireRequest> next = courier.kit().nextTurn(body, results);
        if (next.isEmpty()) {
            return;
        }
        List<Part> broughtBack = new ArrayList<>();
        for (Message message :
                courier.dialect().requestDecoder().decode(next.get()).request().messages()) {
            if (message.role() == Role.ASSISTANT) {
                broughtBack.addAll(message.parts());
            }
        }
        for (Difference difference : ModelDiff.between(told, broughtBack)) {
            String path = ANSWER + difference.path();
            boolean nothing =
                    difference.expected() instanceof Text text && text.text().isEmpty() && text.isPlain();
            boolean unknownOrigin = difference.added() && path.endsWith(".origin");
            if (!nothing
                    && !unknownOrigin
                    && losses.toList().stream().noneMatch(loss -> ModelPath.related(loss.path(), path))) {
                throw new AssertionError("after a turn, " + difference + "\n  told: " + Courier.text(body)
                        + "\n  brought back: " + Courier.text(next.get().body()));
            }
        }
    }
}
