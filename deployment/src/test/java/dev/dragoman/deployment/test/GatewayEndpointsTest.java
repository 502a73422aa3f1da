// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayEndpointsTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideConfigKey("quarkus.dragoman.model.friendly.targets", "demo/chat");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/chat/completions",
                "/v1/chat/completions/",
                "/chat/completions",
                "/v4/beta/chat/completions",
                "/openai/v1/chat/completions",
                "/openai-chat/v1/chat/completions",
                "/openai-chat/chat/completions",
                "/openai-chat/v4/beta/chat/completions",
                "/openai-chat/openai/v1/chat/completions"
            })
    void serves_chat_at(String path) {
        given().body(Bodies.chat("demo/chat"))
                .post(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("x-request-id", matchesPattern("req_[0-9a-v]{24}"))
                .header("dragoman-served-by", "demo/chat")
                .body("object", equalTo("chat.completion"))
                .body("choices[0].message.content", containsString("Hello"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/openai/deployments/friendly/chat/completions?api-version=2024-10-21",
                "/openai/deployments/demo%2Fchat/chat/completions",
                "/openai-chat/openai/deployments/friendly/chat/completions"
            })
    void takes_the_model_from_the_path(String path) {
        given().urlEncodingEnabled(false)
                .body("{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                .post(path)
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "demo/chat");
    }

    @Test
    void streams() {
        String events = given().body(Bodies.stream("demo/chat"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("content-type", "text/event-stream; charset=utf-8")
                .header("cache-control", "no-cache")
                .header("x-accel-buffering", "no")
                .header("x-request-id", startsWith("req_"))
                .extract()
                .asString();
        assertThat(events).startsWith("data: {").endsWith("data: [DONE]\n\n").containsOnlyOnce("[DONE]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/json", "text/html", "text/*", "nonsense"})
    void does_not_negotiate(String accept) {
        given().header("accept", accept)
                .contentType("text/plain")
                .body(Bodies.chat("demo/chat"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/models", "/models", "/openai/v1/models", "/openai-chat/v1/models", "/openai-chat/models"})
    void lists_models_at(String path) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("object", equalTo("list"))
                .body("data.id", hasItems("friendly", "demo/chat"));
        given().urlEncodingEnabled(false)
                .get(path + "/demo/chat")
                .then()
                .statusCode(200)
                .body("id", equalTo("demo/chat"));
        given().urlEncodingEnabled(false)
                .get(path + "/demo%2Fchat")
                .then()
                .statusCode(200)
                .body("id", equalTo("demo/chat"));
        given().get(path + "/nobody/x").then().statusCode(404).body("error.code", equalTo("model_not_found"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 400 | invalid_json |",
                "{ | 400 | invalid_json |",
                "[] | 400 | invalid_type |",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]} | 400 | missing_required_parameter | model",
                "{\"model\":7,\"messages\":[]} | 400 | invalid_type | model",
                "{\"model\":\"nobody/x\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]} | 404 | model_not_found | model",
                "{\"model\":\"x\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]} | 404 | model_not_found | model",
                "{\"model\":\"demo/chat\",\"messages\":[{\"role\":\"king\",\"content\":\"Hi\"}]} | 400 | invalid_value | messages[0].role",
            })
    void a_bad_body_is_refused_with_its_path(String body, int status, String code, String param) {
        given().body(body)
                .post("/v1/chat/completions")
                .then()
                .statusCode(status)
                .contentType("application/json")
                .header("x-request-id", notNullValue())
                .body("error.code", equalTo(code))
                .body("error.param", equalTo(param))
                .body("error.message", notNullValue());
    }

    @Test
    void a_compressed_body_is_refused() {
        given().header("content-encoding", "gzip")
                .body("x")
                .post("/v1/chat/completions")
                .then()
                .statusCode(415)
                .body("error.code", equalTo("unsupported_content_encoding"));
    }

    @Test
    void a_bad_loss_policy_is_refused() {
        given().header("Dragoman-On-Loss", "never")
                .body(Bodies.chat("demo/chat"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.param", equalTo("Dragoman-On-Loss"));
    }

    @Test
    void a_wrong_method_is_refused_in_the_dialect() {
        given().get("/v1/chat/completions")
                .then()
                .statusCode(405)
                .header("allow", "POST")
                .contentType("application/json")
                .body("error.type", equalTo("invalid_request_error"));
        given().body("{}").put("/v1/models").then().statusCode(405).body("error", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/nothing", "/nobody/v1/chat/completions", "/openai/nothing", "/nobody/chat/completions"})
    void an_unknown_path_is_refused_in_the_dialect(String path) {
        given().body("{}")
                .post(path)
                .then()
                .statusCode(404)
                .contentType("application/json")
                .header("x-request-id", notNullValue())
                .body("error.code", equalTo("unknown_url"));
    }

    @Test
    void a_sane_request_id_is_returned() {
        given().header("x-request-id", "mine-1").get("/v1/models").then().header("x-request-id", "mine-1");
        given().header("x-client-request-id", "mine-2")
                .body("{")
                .post("/v1/chat/completions")
                .then()
                .header("x-request-id", "mine-2");
        given().header("x-request-id", "not sane")
                .body(Bodies.stream("demo/chat"))
                .post("/v1/chat/completions")
                .then()
                .header("x-request-id", startsWith("req_"));
    }
}
