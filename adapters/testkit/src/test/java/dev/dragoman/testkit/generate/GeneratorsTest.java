// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.Dice;
import dev.dragoman.testkit.model.ModelDiff;
import dev.dragoman.testkit.model.SampleContext;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    private static final SampleContext CONTEXT =
            new SampleContext("toy", "toy", type -> RawJson.parse("{\"type\":\"" + type + "\"}"));

    @Test
    void a_seed_gives_the_same_value_each_time_and_others_give_others() {
        Set<ChatRequest> requests = new HashSet<>();
        LongStream.range(0, 200).forEach(seed -> {
            ChatRequest request = new RandomRequests(CONTEXT).of(seed);
            assertThat(new RandomRequests(CONTEXT).of(seed)).isEqualTo(request);
            requests.add(request);
        });
        assertThat(requests).hasSizeGreaterThan(195);
    }

    @Test
    void a_stream_obeys_the_grammar_and_folds_to_its_answer() {
        LongStream.range(0, 300).forEach(seed -> {
            ChatResponse response = new RandomResponses(CONTEXT).of(seed);
            List<ChatEvent> events = EventStreams.of(response, seed);
            EventGrammar grammar = new EventGrammar();
            events.forEach(grammar);
            grammar.end();
            ResponseAssembler assembler = new ResponseAssembler();
            events.forEach(assembler);
            assertThat(ModelDiff.between(response, assembler.response()))
                    .as("seed " + seed)
                    .isEmpty();
        });
    }

    @Test
    void a_cut_text_is_whole_when_joined_and_never_cut_within_a_character() {
        LongStream.range(0, 200).forEach(seed -> {
            Dice dice = new Dice(seed);
            String text = dice.text();
            List<String> pieces = dice.cut(text);
            assertThat(String.join("", pieces)).isEqualTo(text);
            assertThat(pieces).allMatch(piece -> !Character.isLowSurrogate(piece.charAt(0)));
        });
    }

    @Test
    void json_mutants_are_json() {
        byte[] json = "{\"a\":[1,{\"b\":\"c\"}],\"d\":null}".getBytes(StandardCharsets.UTF_8);
        Set<String> mutants = new HashSet<>();
        LongStream.range(0, 100).forEach(seed -> {
            byte[] mutant = JsonMutations.of(json, new Dice(seed));
            JsonTrees.parse(mutant);
            mutants.add(new String(mutant, StandardCharsets.UTF_8));
        });
        assertThat(mutants).hasSizeGreaterThan(50);
    }

    @Test
    void other_spellings_of_a_stream_differ_in_bytes() {
        byte[] stream = "data: {\"a\":1,\"b\":\"x,y\"}\n\ndata: [DONE]\n\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SseVariants.ofEvents(stream)).hasSizeGreaterThan(10);
        SseVariants.ofEvents(stream)
                .forEach((name, variant) -> assertThat(variant).as(name).isNotEqualTo(stream));
        assertThat(new String(SseVariants.ofEvents(stream).get("JSON on several data lines"), StandardCharsets.UTF_8))
                .startsWith("data: {\ndata:\"a\":1,\ndata: \"b\":\"x,y\"}\n\n");
    }
}
