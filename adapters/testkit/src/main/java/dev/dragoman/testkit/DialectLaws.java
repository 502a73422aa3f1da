// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws every dialect obeys, as tests. An adapter extends this class, names its dialect and grammar, and inherits them all:
 *
 * <pre>{@code
 * class AcmeChatLawsTest extends DialectLaws {
 *     @Override
 *     protected Dialect dialect() {
 *         return new AcmeChatDialect();
 *     }
 *
 *     @Override
 *     protected StreamGrammar streamGrammar() {
 *         return new AcmeChatStreamGrammar();
 *     }
 * }
 * }</pre>
 */
public abstract class DialectLaws extends CapabilityTableLaws {
    private @Nullable KnownGaps gaps;

    /** For implementations. */
    protected DialectLaws() {}

    @TestFactory
    final Stream<DynamicTest> law1_round_trip_of_requests() {
        return known(requests().roundTrip());
    }

    @TestFactory
    final Stream<DynamicTest> law1_round_trip_of_responses() {
        return known(wholeResponses().roundTrip());
    }

    @TestFactory
    final Stream<DynamicTest> law1_round_trip_of_streams() {
        return known(streams().roundTrip());
    }

    @TestFactory
    final Stream<DynamicTest> law1_encoding_is_repeatable() {
        return known(new RepeatableLaw(courier(), corpus()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law2_no_silent_loss_in_requests() {
        return known(requests().noSilentLoss());
    }

    @TestFactory
    final Stream<DynamicTest> law2_no_silent_loss_in_responses() {
        return known(wholeResponses().noSilentLoss());
    }

    @TestFactory
    final Stream<DynamicTest> law2_no_silent_loss_in_streams() {
        return known(streams().noSilentLoss());
    }

    @TestFactory
    final Stream<DynamicTest> law2_answers_survive_a_turn() {
        return known(new TurnLaw(courier(), corpus()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law3_stream_equals_whole() {
        return known(new StreamEqualsWholeLaw(courier(), corpus()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law4_framing_does_not_matter() {
        return known(new FramingLaw(courier(), corpus(), golden().streams()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law5_unknown_survives() {
        return known(new UnknownSurvivesLaw(courier(), samples()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law5_streams_pass_through() {
        return known(new RelayLaw(courier(), corpus(), golden().streams()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law6_total() {
        return known(new TotalLaw(courier(), corpus(), samples()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law6_total_under_fuzz() {
        return known(new FuzzLaw(courier(), corpus(), samples()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law6_wrong_types_are_named() {
        return known(new WrongTypesLaw(courier(), samples()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law7_order() {
        return known(new OrderLaw(courier()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law8_grammar() {
        return known(new GrammarLaw(courier(), corpus(), golden().streams()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law9_no_false_end() {
        return known(new NoFalseEndLaw(courier(), corpus(), golden().streams()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> law10_usage_adds_up() {
        return known(new UsageLaw(courier()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> errors_keep_their_kind() {
        return known(new ErrorLaw(courier()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> media_that_are_taken_are_sent() {
        return known(new MediaLaw(courier()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> pitfalls() {
        return known(new PitfallLaw(courier()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> golden_files() {
        return known(golden().tests());
    }

    private FieldLaws<ChatRequest> requests() {
        return new FieldLaws<>("requests", corpus().requestFields(), corpus()::request, courier()::request);
    }

    private FieldLaws<ChatResponse> wholeResponses() {
        return new FieldLaws<>("responses", corpus().responseFields(), corpus()::response, courier()::whole);
    }

    private FieldLaws<ChatResponse> streams() {
        return new FieldLaws<>("streams", corpus().responseFields(), corpus()::response, courier()::streamed);
    }

    private WireSamples samples() {
        return new WireSamples(courier(), corpus());
    }

    private GoldenLaw golden() {
        return new GoldenLaw(courier());
    }

    private Stream<DynamicTest> known(Stream<DynamicTest> tests) {
        if (gaps == null) {
            gaps = KnownGaps.of(dialect().id());
        }
        return gaps.applyTo(tests);
    }
}
