// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.dragoman.deployment.test.FamilyDialects.AtBedrock;
import dev.dragoman.deployment.test.FamilyDialects.AtGemini;
import dev.dragoman.deployment.test.FamilyDialects.AtOpenAi;
import dev.dragoman.dialect.Dialect;
import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The paths of every dialect, through Quarkus REST. */
class GatewayDialectsTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class, OpenAiShaped.class, FamilyDialects.class)
                    .addClasses(AtGemini.class, AtBedrock.class, AtOpenAi.class)
                    .addAsServiceProvider(
                            Dialect.class.getName(),
                            AtGemini.class.getName(),
                            AtBedrock.class.getName(),
                            AtOpenAi.class.getName()))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true");

    private static final String NO_MODEL = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final String COUNT =
            "{\"model\":\"demo/chat\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello there\"}]}";

    @ParameterizedTest
    @CsvSource({
        "/at-gemini/v1beta/models/demo/chat:generateContent, false",
        "/at-gemini/v1beta/models/demo%2Fchat:generateContent, false",
        "/at-gemini/v1/models/demo/chat:streamGenerateContent?alt=sse, true",
        "/at-gemini/v1alpha/models/demo%2Fchat:streamGenerateContent?alt=sse, true",
        "/at-gemini/v1beta1/projects/p/locations/l/publishers/demo/models/chat:generateContent, false",
        "/at-gemini/v1beta1/publishers/google/models/demo/chat:generateContent, false",
        "/at-bedrock/model/demo%2Fchat/converse, false",
        "/at-bedrock/model/demo/chat/converse-stream, true"
    })
    void the_path_names_the_model_and_asks_for_a_stream(String path, boolean stream) {
        String body = given().urlEncodingEnabled(false)
                .body(NO_MODEL)
                .post(path)
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "demo/chat")
                .extract()
                .asString();
        assertThat(body.startsWith("data: ")).isEqualTo(stream);
    }

    @Test
    void a_model_may_hold_colons_and_be_an_arn() {
        String arn = "demo/arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.x-v1:0";
        given().urlEncodingEnabled(false)
                .body(NO_MODEL)
                .post("/at-bedrock/model/" + arn.replace(":", "%3A").replace("/", "%2F") + "/converse")
                .then()
                .statusCode(200)
                .header("dragoman-served-by", arn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/at-openai/v1/messages",
                "/at-openai/model/demo%2Fchat/converse",
                "/anthropic-messages/v1/chat/completions",
                "/at-bedrock/v2/chat"
            })
    void a_dialect_has_no_paths_of_others_below_its_id(String path) {
        given().urlEncodingEnabled(false).body(COUNT).post(path).then().statusCode(404);
    }

    @Test
    void versions_of_a_dialect_are_served_at_its_paths_below_their_own_ids() {
        for (String path :
                new String[] {"/v1/chat/completions", "/v4/beta/chat/completions", "/v1/chat/completions.json"}) {
            given().body(Bodies.chat("demo/chat"))
                    .post("/at-openai" + path)
                    .then()
                    .statusCode(200);
        }
        given().get("/at-gemini/v1beta/models").then().statusCode(200).body("data.id", hasItem("demo/chat"));
    }

    @Test
    void clients_that_say_who_they_are_get_their_own_list_of_models() {
        given().get("/v1/models").then().body("object", equalTo("list"));
        given().header("anthropic-version", "2023-06-01")
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body("object", nullValue())
                .body("data.id", hasItem("demo/chat"))
                .body("has_more", equalTo(false));
        given().header("anthropic-version", "2023-06-01")
                .urlEncodingEnabled(false)
                .get("/v1/models/demo%2Fchat")
                .then()
                .statusCode(200)
                .body("type", equalTo("model"));
    }

    @Test
    void tokens_are_counted() {
        given().body(COUNT)
                .post("/v1/messages/count_tokens")
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "demo/chat")
                .body("input_tokens", greaterThan(1));
        given().body("{\"model\":\"demo/chat\"}")
                .post("/anthropic-messages/v1/messages/count_tokens")
                .then()
                .statusCode(400)
                .body("type", equalTo("error"))
                .body("error.message", containsString("messages"));
    }

    @Test
    void a_dialect_without_words_for_counting_says_so() {
        given().body(NO_MODEL)
                .urlEncodingEnabled(false)
                .post("/at-gemini/v1beta/models/demo/chat:countTokens")
                .then()
                .statusCode(501)
                .body("error.code", equalTo("not_implemented"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/messages, 405",
        "PUT, /v1/messages/count_tokens, 405",
        "POST, /v1/messages/batches, 404",
        "POST, /anthropic-messages/v1/nothing, 404",
        "GET, /anthropic-messages/nothing, 404"
    })
    void refusals_have_the_shape_of_the_dialect(String method, String path, int status) {
        given().header("content-type", "application/json")
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("type", equalTo("error"))
                .header("request-id", containsString("req_"));
    }

    @Test
    void a_refused_method_is_told_the_right_one() {
        given().get("/v1/messages").then().statusCode(405).header("allow", "POST");
        given().body("{}").post("/v1/models").then().statusCode(405).header("allow", "GET");
        given().get("/at-gemini/v1beta/models/demo/chat:generateContent").then().statusCode(200);
    }
}
