// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys with names, models, ends and limits, as clients of each dialect meet them. */
class NamedKeysTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideConfigKey("quarkus.dragoman.model.fast.targets", "demo/chat")
            .overrideConfigKey("quarkus.dragoman.model.secret.targets", "demo/chat")
            .overrideRuntimeConfigKey(
                    "quarkus.dragoman.gateway.api-keys",
                    // of "fake-hashed"
                    "sha256:3a07591044af7569bef6db2dfe63b5f93080cf6120fd6b28f48a55dbc849a57d")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.some.value", "fake-some")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.some.models", "fast,demo/*")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.old.value", "fake-old")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.old.expires", "2020-01-01")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.once.value", "fake-once")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.key.once.requests-per-minute", "1");

    private static ValidatableResponse chat(String key, String model) {
        return given().header("x-api-key", key)
                .body("{\"model\":\"" + model
                        + "\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/chat/completions")
                .then();
    }

    @Test
    void a_key_that_is_configured_as_a_hash_opens() {
        chat("fake-hashed", "secret").statusCode(200);
        chat("sha256:3a07591044af7569bef6db2dfe63b5f93080cf6120fd6b28f48a55dbc849a57d", "secret")
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fast", "demo/chat", "demo/other"})
    void a_key_opens_its_models(String model) {
        chat("fake-some", model).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "nobody/x", "openai/gpt", "fast/er", "demo", "Demo/chat", "x"})
    void a_key_opens_no_other_model_and_does_not_tell_which_exist(String model) {
        chat("fake-some", model)
                .statusCode(403)
                .body("error.code", equalTo("permission_denied"))
                .body("error.param", equalTo("model"))
                .body("error.message", not(containsString("aliases")));
    }

    @Test
    void a_model_that_is_allowed_and_missing_does_not_list_the_others() {
        chat("fake-some", "demo/").statusCode(404).body("error.message", not(containsString("secret")));
        chat("fake-hashed", "demo/").statusCode(404).body("error.message", containsString("secret"));
    }

    @ParameterizedTest
    @CsvSource({"/v1/messages, permission_error", "/v1/messages/count_tokens, permission_error"})
    void the_refusal_has_the_shape_of_the_dialect(String path, String type) {
        given().header("x-api-key", "fake-some")
                .body("{\"model\":\"secret\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post(path)
                .then()
                .statusCode(403)
                .body("error.type", equalTo(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1beta/models/secret:generateContent", "/v1beta/models/secret:streamGenerateContent?alt=sse"})
    void the_model_of_a_path_is_checked_too(String path) {
        given().header("x-goog-api-key", "fake-some")
                .urlEncodingEnabled(false)
                .body("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}")
                .post(path)
                .then()
                .statusCode(403)
                .body("error.status", equalTo("PERMISSION_DENIED"));
    }

    @Test
    void lists_show_what_the_key_may_use() {
        given().header("x-api-key", "fake-some")
                .get("/v1/models")
                .then()
                .statusCode(200)
                .body("data.findAll { it.id == 'secret' }", empty())
                .body("data.find { it.id == 'fast' }", notNullValue())
                .body("data.find { it.id == 'demo/chat' }", notNullValue());
        given().header("x-api-key", "fake-some").get("/v1/models/secret").then().statusCode(403);
        given().header("x-api-key", "fake-some").get("/v1/models/fast").then().statusCode(200);
        given().header("x-api-key", "fake-hashed")
                .get("/v1/models")
                .then()
                .body("data.find { it.id == 'secret' }", notNullValue());
    }

    @Test
    void an_expired_key_opens_nothing() {
        chat("fake-old", "fast").statusCode(401).body("error.message", containsString("expired"));
        given().header("x-api-key", "fake-old").get("/v1/models").then().statusCode(401);
    }

    @Test
    void beyond_its_rate_a_key_is_told_to_wait() {
        chat("fake-once", "fast").statusCode(200);
        given().header("x-api-key", "fake-once")
                .body("{}")
                .post("/v1/messages")
                .then()
                .statusCode(429)
                .header("retry-after", notNullValue())
                .body("error.type", equalTo("rate_limit_error"));
        chat("fake-once", "fast")
                .statusCode(429)
                .header("retry-after", notNullValue())
                .body("error.code", equalTo("rate_limit_exceeded"));
        chat("fake-some", "fast").statusCode(200);
    }

    @Test
    void a_signed_request_is_refused_in_the_words_of_aws() {
        given().header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=fake-some/20261120/us-east-1/bedrock/aws4_request,"
                                + " SignedHeaders=host, Signature=00")
                .urlEncodingEnabled(false)
                .body("{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]}")
                .post("/model/fast/converse")
                .then()
                .statusCode(403)
                .header("x-amzn-errortype", containsString("UnrecognizedClientException"))
                .body("message", containsString("AWS_BEARER_TOKEN_BEDROCK"));
    }
}
