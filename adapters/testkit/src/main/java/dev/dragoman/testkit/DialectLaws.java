// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.response.ChatResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
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
    final Stream<DynamicTest> names_of_models_stay_names() {
        return known(new ModelNameLaw(courier()).tests());
    }

    @TestFactory
    final Stream<DynamicTest> pitfalls() {
        return known(Stream.concat(new PitfallLaw(courier()).tests(), new SettingsPitfalls(courier()).tests()));
    }

    @TestFactory
    final Stream<DynamicTest> golden_files() {
        return known(golden().tests());
    }

    /**
     * All laws but the table of capabilities, for a test that tries many dialects: the rules of a profile around a dialect make
     * another one.
     */
    public final Stream<DynamicContainer> laws() {
        Map<String, Supplier<Stream<DynamicTest>>> laws = new LinkedHashMap<>();
        laws.put("law 1, requests", this::law1_round_trip_of_requests);
        laws.put("law 1, responses", this::law1_round_trip_of_responses);
        laws.put("law 1, streams", this::law1_round_trip_of_streams);
        laws.put("law 1, repeatable", this::law1_encoding_is_repeatable);
        laws.put("law 2, requests", this::law2_no_silent_loss_in_requests);
        laws.put("law 2, responses", this::law2_no_silent_loss_in_responses);
        laws.put("law 2, streams", this::law2_no_silent_loss_in_streams);
        laws.put("law 2, turns", this::law2_answers_survive_a_turn);
        laws.put("law 3", this::law3_stream_equals_whole);
        laws.put("law 4", this::law4_framing_does_not_matter);
        laws.put("law 5", this::law5_unknown_survives);
        laws.put("law 5, streams", this::law5_streams_pass_through);
        laws.put("law 6", this::law6_total);
        laws.put("law 6, types", this::law6_wrong_types_are_named);
        laws.put("law 7", this::law7_order);
        laws.put("law 8", this::law8_grammar);
        laws.put("law 9", this::law9_no_false_end);
        laws.put("law 10", this::law10_usage_adds_up);
        laws.put("errors", this::errors_keep_their_kind);
        laws.put("names of models", this::names_of_models_stay_names);
        laws.put("pitfalls", this::pitfalls);
        laws.put("golden files", this::golden_files);
        return laws.entrySet().stream()
                .map(law ->
                        dynamicContainer(law.getKey(), Stream.of(law.getValue()).flatMap(Supplier::get)));
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
            gaps = KnownGaps.of(gapsName());
        }
        return gaps.applyTo(tests);
    }

    /** Name of the file of known gaps, without its ending. */
    String gapsName() {
        return dialect().id();
    }
}
