// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.testkit.Grammars;
import dev.dragoman.testkit.StreamGrammar;
import dev.dragoman.translate.Dialects;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fixtures themselves say what their scenario says, so that no cell passes because its fixture is wrong. */
class MatrixFixturesTest {
    static Stream<Arguments> fixtures() {
        return Matrix.DIALECTS.stream()
                .flatMap(dialect -> Arrays.stream(Scenario.values())
                        .filter(scenario -> scenario.error() == null && dialect.exempt(scenario) == null)
                        .map(scenario -> Arguments.of(dialect.id(), scenario)));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void says_what_the_scenario_says(String id, Scenario scenario) {
        WireDialect dialect = Matrix.dialect(id);
        JsonNode request = Fact.parse(new String(dialect.request(scenario, "x"), StandardCharsets.UTF_8));
        scenario.asked().forEach((fact, values) -> {
            if (fact == Fact.THINK) {
                assertThat(dialect.inRequest(fact, request)).as(fact.name()).isNotEmpty();
            } else {
                assertThat(dialect.inRequest(fact, request)).as(fact.name()).isEqualTo(values);
            }
        });
        if (scenario.streamed()) {
            List<JsonNode> frames = Framings.of(dialect.mediaType()).bodies(stream(dialect, scenario));
            scenario.answered()
                    .forEach((fact, values) -> assertThat(dialect.inStream(fact, frames))
                            .as(fact.name())
                            .isEqualTo(values));
            assertThat(dialect.finishWords(scenario.finish())).containsAll(dialect.inStream(Fact.FINISH, frames));
            grammatical(dialect, scenario);
        } else {
            JsonNode reply = Fact.parse(dialect.reply(scenario));
            scenario.answered()
                    .forEach((fact, values) -> assertThat(dialect.inReply(fact, reply))
                            .as(fact.name())
                            .isEqualTo(values));
            assertThat(dialect.finishWords(scenario.finish())).containsAll(dialect.inReply(Fact.FINISH, reply));
        }
    }

    private static void grammatical(WireDialect dialect, Scenario scenario) {
        byte[] stream = stream(dialect, scenario);
        StreamGrammar grammar = Grammars.of(dialect.laws());
        FrameDecoder frames = Dialects.load(MatrixFixturesTest.class.getClassLoader())
                .get(dialect.id())
                .frameDecoder();
        frames.feed(stream, 0, stream.length, grammar::accept);
        frames.end(grammar::accept);
        grammar.end();
    }

    private static byte[] stream(WireDialect dialect, Scenario scenario) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        dialect.stream(scenario).forEach(out::writeBytes);
        return out.toByteArray();
    }
}
