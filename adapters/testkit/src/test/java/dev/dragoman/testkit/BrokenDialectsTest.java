// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.toy.BrokenReplies;
import dev.dragoman.testkit.toy.BrokenRequests;
import dev.dragoman.testkit.toy.BrokenStreams;
import dev.dragoman.testkit.toy.ToyDialect;
import dev.dragoman.testkit.toy.ToyStreamGrammar;
import dev.dragoman.testkit.toy.ToyTurn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each law finds the fault it is there for: dialects broken on purpose, each in one way, fail it. */
class BrokenDialectsTest {
    @TestFactory
    Stream<DynamicTest> requests() {
        return Stream.of(
                broken(
                        "drops a setting in silence",
                        new BrokenRequests.DropsVerbosity(),
                        DialectLaws::law2_no_silent_loss_in_requests,
                        "law2_no_silent_loss_in_requests[verbosity]"),
                broken(
                        "drops a nested field in silence",
                        new BrokenRequests.DropsImageDetail(),
                        DialectLaws::law2_no_silent_loss_in_requests,
                        "law2_no_silent_loss_in_requests[messages.parts<Image>.detail]"),
                broken(
                        "reports a loss at a path that is none",
                        new BrokenRequests.NamesWrongPath(),
                        DialectLaws::law2_no_silent_loss_in_requests,
                        "law2_no_silent_loss_in_requests[verbosity]"),
                broken(
                        "reports a loss that did not happen",
                        new BrokenRequests.CriesWolf(),
                        DialectLaws::law2_no_silent_loss_in_requests,
                        "law2_no_silent_loss_in_requests[verbosity]"),
                broken(
                        "changes something else",
                        new BrokenRequests.AddsMetadata(),
                        DialectLaws::law1_round_trip_of_requests,
                        "law1_round_trip_of_requests[sampling.temperature]"),
                broken(
                        "takes zero for nothing",
                        new BrokenRequests.ZeroIsNothing(),
                        DialectLaws::law2_no_silent_loss_in_requests,
                        "law2_no_silent_loss_in_requests[sampling.temperature]"),
                broken(
                        "writes something else each time",
                        new BrokenRequests.NeverTheSame(),
                        DialectLaws::law1_encoding_is_repeatable,
                        "law1_encoding_is_repeatable[requests]"),
                broken(
                        "loses unknown fields when it forwards",
                        new BrokenRequests.ForwardsWhatItKnows(),
                        DialectLaws::law5_unknown_survives,
                        "law5_unknown_survives[request, forwarded]"),
                broken(
                        "loses unknown fields when it reads",
                        new BrokenRequests.ReadsWhatItKnows(),
                        DialectLaws::law5_unknown_survives,
                        "law5_unknown_survives[request, decoded and encoded]"),
                broken(
                        "throws a NullPointerException at garbage",
                        new BrokenRequests.TrustsItsInput(),
                        DialectLaws::law6_total,
                        "law6_total[requests]"),
                broken(
                        "throws a NullPointerException at broken golden files",
                        new BrokenRequests.TrustsItsInput(),
                        DialectLaws::law6_total_under_fuzz,
                        "law6_total_under_fuzz[requests]"),
                broken(
                        "turns wrong types into right ones",
                        new BrokenRequests.Coerces(),
                        DialectLaws::law6_wrong_types_are_named,
                        "law6_wrong_types_are_named[messages[].parts[].text]"),
                broken(
                        "refuses without a path",
                        new BrokenRequests.NamesNoPath(),
                        DialectLaws::law6_wrong_types_are_named,
                        "law6_wrong_types_are_named[model]"),
                broken(
                        "replays what others have sealed",
                        new BrokenRequests.ReplaysForeignSeals(),
                        DialectLaws::pitfalls,
                        "pitfall[9: reasoning sealed by another vendor is not replayed]"),
                broken(
                        "gives calls new ids and results not",
                        new BrokenRequests.RenamesCalls(),
                        DialectLaws::pitfalls,
                        "pitfall[22: ids of any form name the same call afterwards]"),
                broken(
                        "lets a name lead elsewhere",
                        new BrokenRequests.TrustsModelNames(),
                        DialectLaws::names_of_models_stay_names,
                        "names_of_models_stay_names[x?key=1]"),
                broken(
                        "turns parts around",
                        new BrokenRequests.ReversesParts(),
                        DialectLaws::law7_order,
                        "law7_order[requests]"));
    }

    @TestFactory
    Stream<DynamicTest> replies() {
        return Stream.of(
                broken(
                        "drops the tier in silence",
                        new BrokenReplies.DropsTier(),
                        DialectLaws::law2_no_silent_loss_in_responses,
                        "law2_no_silent_loss_in_responses[serviceTier]"),
                broken(
                        "tells reasoning without its origin",
                        new BrokenReplies.ForgetsOrigins(),
                        DialectLaws::law2_answers_survive_a_turn,
                        "law2_answers_survive_a_turn[choices.message.parts<Reasoning>.origin]"),
                broken(
                        "counts cached tokens beside the input",
                        new BrokenReplies.ForgetsCachedTokens(),
                        DialectLaws::law10_usage_adds_up,
                        "law10_usage_adds_up[whole]"),
                broken(
                        "forgets the vendor's counts",
                        new BrokenReplies.ForgetsRawCounts(),
                        DialectLaws::law10_usage_adds_up,
                        "law10_usage_adds_up[whole]"),
                broken(
                        "calls are a stop",
                        new BrokenReplies.CallsAreStops(),
                        DialectLaws::law9_no_false_end,
                        "law9_no_false_end[calls are told as calls, whole]"),
                broken(
                        "calls mask a length stop",
                        new BrokenReplies.CallsMaskLength(),
                        DialectLaws::law9_no_false_end,
                        "law9_no_false_end[calls are told as calls, whole]"),
                broken(
                        "tells rate limits as internal errors",
                        new BrokenReplies.ForgetsRateLimits(),
                        DialectLaws::errors_keep_their_kind,
                        "errors_keep_their_kind[RATE_LIMIT]"));
    }

    @TestFactory
    Stream<DynamicTest> streams() {
        return Stream.of(
                broken(
                        "drops deltas of refusals",
                        new BrokenStreams.DropsRefusals(),
                        DialectLaws::law3_stream_equals_whole,
                        "law3_stream_equals_whole[choices.message.parts<Refusal>]"),
                broken(
                        "takes each read for a frame",
                        new BrokenStreams.ReadsAreFrames(),
                        DialectLaws::law4_framing_does_not_matter,
                        "law4_framing_does_not_matter[random 0, cut]"),
                broken(
                        "wants a blank after the colon",
                        new BrokenStreams.WantsBlank(),
                        DialectLaws::law4_framing_does_not_matter,
                        "law4_framing_does_not_matter[random 0, dressed]"),
                broken(
                        "mixes up deltas",
                        new BrokenStreams.LosesOrder(),
                        DialectLaws::law7_order,
                        "law7_order[streams]"),
                broken(
                        "relays what it knows",
                        new BrokenStreams.RelaysWhatItKnows(),
                        DialectLaws::law5_streams_pass_through,
                        "law5_streams_pass_through[random 0, unknown fields]"),
                broken(
                        "relays no end",
                        new BrokenStreams.RelaysNoEnd(),
                        DialectLaws::law5_streams_pass_through,
                        "law5_streams_pass_through[random 0]"),
                broken(
                        "ends twice",
                        new BrokenStreams.EndsTwice(),
                        DialectLaws::law8_grammar,
                        "law8_grammar[accepts random streams]"),
                broken(
                        "relies on the order of frames",
                        new BrokenStreams.TrustsTheOrder(),
                        DialectLaws::law6_total_under_fuzz,
                        "law6_total_under_fuzz[frames]"),
                broken(
                        "takes the end of the bytes for the end",
                        new BrokenStreams.FalseEnd(),
                        DialectLaws::law9_no_false_end,
                        "law9_no_false_end[random 0, cut short]"),
                broken(
                        "tells failures as an end",
                        new BrokenStreams.HidesFailures(),
                        DialectLaws::law9_no_false_end,
                        "law9_no_false_end[failures are told as failures]"));
    }

    @TestFactory
    Stream<DynamicTest> grammars() {
        StreamGrammar lax = new StreamGrammar() {
            @Override
            public void accept(Frame frame) {}

            @Override
            public void end() {}
        };
        return Stream.of(dynamicTest(
                "a grammar that accepts everything",
                () -> assertFails(
                        laws(new ToyDialect(), lax),
                        DialectLaws::law8_grammar,
                        "law8_grammar[refuses broken streams]")));
    }

    private static DynamicTest broken(
            String fault, Dialect dialect, Function<DialectLaws, Stream<DynamicTest>> law, String expected) {
        return dynamicTest(fault, () -> assertFails(laws(dialect, new ToyStreamGrammar()), law, expected));
    }

    private static DialectLaws laws(Dialect dialect, StreamGrammar grammar) {
        return new DialectLaws() {
            @Override
            protected Dialect dialect() {
                return dialect;
            }

            @Override
            protected StreamGrammar streamGrammar() {
                return grammar instanceof ToyStreamGrammar ? new ToyStreamGrammar() : grammar;
            }

            @Override
            protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
                return Optional.of(ToyTurn.after(responseBody, toolResults));
            }
        };
    }

    private static void assertFails(DialectLaws laws, Function<DialectLaws, Stream<DynamicTest>> law, String expected) {
        DynamicTest test = law.apply(laws)
                .filter(t -> t.getDisplayName().equals(expected))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no test " + expected));
        assertThatThrownBy(() -> test.getExecutable().execute()).isInstanceOf(AssertionError.class);
    }
}
