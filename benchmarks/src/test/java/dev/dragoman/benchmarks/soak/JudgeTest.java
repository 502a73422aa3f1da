// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The soak's judge sees what it is there for. */
class JudgeTest {
    private static final Story STORY = new Story(7, 6);

    private static Outcome judge(Wire wire, String stream) {
        return new Judge(wire, STORY)
                .judge(200, true, stream.getBytes(StandardCharsets.UTF_8))
                .outcome();
    }

    private static String stream(Wire wire, UnaryOperator<String> pieces, String end) {
        StringBuilder all = new StringBuilder();
        STORY.pieces(0).forEach(piece -> all.append(wire.piece(piece)));
        return wire.begin() + pieces.apply(all.toString()) + end;
    }

    private static String failure(Wire wire) {
        return "event: error\ndata: " + wire.error("overloaded") + "\n\n";
    }

    @Test
    void knows_a_whole_answer_in_either_dialect() {
        for (Wire wire : new Wire[] {Wires.OPENAI, Wires.ANTHROPIC}) {
            assertThat(judge(wire, stream(wire, all -> wire.keepAlive() + all, wire.end())))
                    .isEqualTo(Outcome.COMPLETE);
            byte[] whole = wire.whole(STORY.text()).getBytes(StandardCharsets.UTF_8);
            assertThat(new Judge(wire, STORY).judge(200, false, whole).outcome())
                    .isEqualTo(Outcome.COMPLETE);
        }
    }

    @Test
    void knows_a_stream_that_owns_up() {
        for (Wire wire : new Wire[] {Wires.OPENAI, Wires.ANTHROPIC}) {
            assertThat(judge(wire, stream(wire, all -> wire.piece("7.0 ") + wire.piece("7.1 "), failure(wire))))
                    .isEqualTo(Outcome.BROKEN_OFF);
        }
    }

    @Test
    void sees_what_is_wrong() {
        for (Wire wire : new Wire[] {Wires.OPENAI, Wires.ANTHROPIC}) {
            String again = wire.piece("7.3 ");
            assertThat(judge(wire, stream(wire, all -> all.replace(again, ""), wire.end())))
                    .as("lost")
                    .isEqualTo(Outcome.WRONG);
            assertThat(judge(wire, stream(wire, all -> all.replace(again, again + again), wire.end())))
                    .as("doubled")
                    .isEqualTo(Outcome.WRONG);
            assertThat(judge(wire, stream(wire, all -> all.replace("7.3", "8.3"), wire.end())))
                    .as("somebody else's")
                    .isEqualTo(Outcome.WRONG);
            assertThat(judge(wire, stream(wire, all -> all, ""))).as("no end").isEqualTo(Outcome.WRONG);
            assertThat(judge(wire, stream(wire, all -> all, wire.end() + again)))
                    .as("goes on after its end")
                    .isEqualTo(Outcome.WRONG);
            assertThat(judge(wire, stream(wire, all -> all.replace("7.1", "8.1"), failure(wire))))
                    .as("fails after what was never asked for")
                    .isEqualTo(Outcome.WRONG);
            assertThat(new Judge(wire, STORY)
                            .judge(500, false, "{}".getBytes(StandardCharsets.UTF_8))
                            .outcome())
                    .as("no error of the dialect")
                    .isEqualTo(Outcome.WRONG);
        }
    }
}
