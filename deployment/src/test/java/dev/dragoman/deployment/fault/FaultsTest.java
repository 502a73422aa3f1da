// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults before anything of an answer was seen, with a primary of either shape, asked by a client of OpenAI's. */
class FaultsTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Vendors.application();

    /** A primary and whether the answer is streamed. */
    record Case(String primary, boolean stream) {}

    @Inject
    FaultyVendors vendors;

    @BeforeEach
    void spare() {
        vendors.script("spare", Fault.NONE);
    }

    private static Response ask(Case asked, String alias) {
        return given().body("{\"model\":\"" + alias + "-" + asked.primary() + "\",\"stream\":" + asked.stream()
                        + ",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/chat/completions");
    }

    private void answeredBy(Case asked, Response response, String server) {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("dragoman-served-by")).isEqualTo(server);
        assertThat(asked.stream() ? Vendors.text(response.asString()) : FaultyVendors.text(response.asString()))
                .isEqualTo("Good day");
    }

    @EachPrimary
    void a_429_that_says_when_is_waited_for(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.BUSY_FOR_A_MOMENT, Fault.NONE);
        Response response = ask(asked, "pair");
        answeredBy(asked, response, asked.primary() + "/m");
        assertThat(response.header("dragoman-attempts"))
                .isEqualTo(asked.primary() + "/m;rate-limit, " + asked.primary() + "/m;ok");
        assertThat(vendors.requests(asked.primary())).hasSize(2);
        assertThat(vendors.requests("spare")).isEmpty();
    }

    @EachPrimary
    void a_429_that_says_too_late_moves_on_at_once(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.BUSY_FOR_LONG);
        answeredBy(asked, ask(asked, "pair"), "spare/m");
        assertThat(vendors.requests(asked.primary())).hasSize(1);
    }

    @EachPrimary
    void a_429_that_says_too_late_is_told_where_there_is_nobody_else(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.BUSY_FOR_LONG);
        ask(asked, "single").then().statusCode(429).header("retry-after", "3600");
        assertThat(vendors.requests(asked.primary())).hasSize(1);
    }

    @EachPrimary
    void a_429_that_says_nothing_is_repeated_and_then_moves_on(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.BUSY);
        answeredBy(asked, ask(asked, "pair"), "spare/m");
        assertThat(vendors.requests(asked.primary())).hasSize(3);
        assertThat(vendors.requests("spare")).hasSize(1);
    }

    @EachPrimary
    void one_500_is_not_seen(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.BROKEN, Fault.NONE);
        answeredBy(asked, ask(asked, "pair"), asked.primary() + "/m");
        assertThat(vendors.requests(asked.primary())).hasSize(2);
    }

    @EachPrimary
    void a_lasting_503_moves_on(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.UNAVAILABLE);
        Response response = ask(asked, "pair");
        answeredBy(asked, response, "spare/m");
        String failed = asked.primary() + "/m;overloaded";
        assertThat(response.header("dragoman-attempts"))
                .isEqualTo(String.join(", ", failed, failed, failed, "spare/m;ok"));
        assertThat(vendors.requests(asked.primary())).hasSize(3);
    }

    @EachPrimary
    void a_lasting_503_is_told_where_there_is_nobody_else(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.UNAVAILABLE);
        ask(asked, "single").then().statusCode(503).body("error.message", equalTo("unavailable"));
        assertThat(vendors.requests(asked.primary())).hasSize(3);
    }

    @EachPrimary
    void a_connection_closed_without_an_answer_moves_on(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.RESET);
        answeredBy(asked, ask(asked, "pair"), "spare/m");
        assertThat(vendors.requests(asked.primary())).hasSize(3);
    }

    @EachPrimary
    void silence_moves_on(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.SILENT);
        answeredBy(asked, ask(asked, "hasty"), "spare/m");
        assertThat(vendors.requests(asked.primary())).hasSize(1);
    }

    @EachPrimary
    void a_beginning_without_a_word_moves_on(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.WORDLESS);
        answeredBy(asked, ask(asked, "hasty"), "spare/m");
        assertThat(vendors.requests(asked.primary())).hasSize(1);
    }

    @EachPrimary
    void a_target_may_be_waited_for_less_long_than_its_provider(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.SILENT);
        Response response = ask(asked, "impatient");
        answeredBy(asked, response, "spare/m");
        assertThat(response.header("dragoman-attempts")).isEqualTo(asked.primary() + "/m;timeout, spare/m;ok");
        assertThat(vendors.requests(asked.primary())).hasSize(1);
    }

    @EachPrimary
    void nonsense_moves_on(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.NONSENSE);
        answeredBy(asked, ask(asked, "hasty"), "spare/m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT", "STALLS", "MALFORMED", "ENDLESS"})
    void a_whole_answer_that_is_not_whole_moves_on(String fault) {
        for (String primary : List.of("open", "claude")) {
            vendors.script(primary, Fault.valueOf(fault));
            Case asked = new Case(primary, false);
            answeredBy(asked, ask(asked, "hasty"), "spare/m");
        }
    }

    @EachPrimary
    void what_the_caller_did_wrong_is_told_at_once(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.WRONG);
        ask(asked, "pair").then().statusCode(400).body("error.message", equalTo("wrong"));
        assertThat(vendors.requests(asked.primary())).hasSize(1);
        assertThat(vendors.requests("spare")).isEmpty();
    }

    @EachPrimary
    void what_is_too_long_moves_to_a_larger_target_only(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.TOO_LONG);
        answeredBy(asked, ask(asked, "larger"), "spare/m");
        ask(asked, "pair").then().statusCode(400);
        assertThat(vendors.requests("spare")).hasSize(1);
        assertThat(vendors.requests(asked.primary())).hasSize(2);
    }

    @EachPrimary
    void what_a_filter_refuses_is_not_shopped_around_unless_configured(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.FILTERED);
        ask(asked, "pair").then().statusCode(400);
        assertThat(vendors.requests("spare")).isEmpty();
        answeredBy(asked, ask(asked, "shops"), "spare/m");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_bad_key_rests_without_its_siblings(boolean stream) {
        Case asked = new Case("keys", stream);
        vendors.script("open", Fault.UNKNOWN_KEY, Fault.NONE);
        answeredBy(asked, ask(asked, stream ? "streamed" : "whole"), (stream ? "ring2" : "ring1") + "/m");
        assertThat(vendors.keys("open")).doesNotHaveDuplicates().hasSize(2);
        String bad = vendors.keys("open").get(0);
        for (int i = 0; i < 4; i++) {
            ask(asked, stream ? "streamed" : "whole").then().statusCode(200);
        }
        assertThat(vendors.keys("open").subList(1, 6)).doesNotContain(bad).hasSize(5);
        assertThat(vendors.keys("open").subList(1, 6).stream().distinct()).hasSize(2);
    }

    @EachPrimary
    void a_target_that_fails_too_often_is_left_alone(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.UNAVAILABLE);
        String alias = asked.stream() ? "flapping2" : "flapping1";
        for (int i = 0; i < 5; i++) {
            answeredBy(asked, ask(asked, alias), "spare/m");
        }
        assertThat(vendors.requests(asked.primary())).hasSize(2);
        assertThat(vendors.requests("spare")).hasSize(5);
        assertThat(ask(asked, alias).header("dragoman-attempts")).contains(";left-alone, spare/m;ok");
    }

    @EachPrimary
    void a_target_that_was_left_alone_is_tried_again(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.UNAVAILABLE, Fault.UNAVAILABLE, Fault.NONE);
        String alias = asked.stream() ? "probed2" : "probed1";
        answeredBy(asked, ask(asked, alias), "spare/m");
        answeredBy(asked, ask(asked, alias), "spare/m");
        String probed = (asked.stream() ? "p2" : "p1") + asked.primary() + "/m";
        answeredBy(asked, ask(asked, alias), probed);
        answeredBy(asked, ask(asked, alias), probed);
        assertThat(vendors.requests(asked.primary())).hasSize(4);
    }

    @EachPrimary
    void no_more_is_asked_than_one_request_may(String primary, boolean stream) {
        Case asked = new Case(primary, stream);
        vendors.script(asked.primary(), Fault.UNAVAILABLE);
        vendors.script("spare", Fault.UNAVAILABLE);
        ask(asked, "pair").then().statusCode(503);
        assertThat(vendors.requests(asked.primary()).size()
                        + vendors.requests("spare").size())
                .isEqualTo(5);
    }
}
