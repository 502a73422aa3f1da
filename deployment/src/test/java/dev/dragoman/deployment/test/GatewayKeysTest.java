// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.QuarkusUnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayKeysTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideConfigKey("quarkus.dragoman.gateway.api-keys", "fake-1,fake-2");

    @Test
    void a_key_opens() {
        given().header("x-goog-api-key", "fake-1").get("/v1/models").then().statusCode(200);
        given().header("Authorization", "Bearer fake-1")
                .get("/v1/models")
                .then()
                .statusCode(200);
        given().header("x-api-key", "fake-2")
                .body(Bodies.chat("demo/chat"))
                .post("/v4/beta/chat/completions")
                .then()
                .statusCode(200);
        given().header("api-key", "fake-2")
                .body("{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .urlEncodingEnabled(false)
                .post("/openai/deployments/demo%2Fchat/chat/completions")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/chat/completions", "/openai-chat/v1/chat/completions", "/nobody/v1/chat/completions"})
    void without_a_key_nothing_is_answered(String path) {
        for (String key : new String[] {"Bearer wrong", "Basic fake-1", ""}) {
            given().header("Authorization", key)
                    .body(Bodies.chat("demo/chat"))
                    .post(path)
                    .then()
                    .statusCode(401)
                    .header("x-request-id", notNullValue())
                    .body("error.code", equalTo("invalid_api_key"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/models", "/v1/models/demo/chat", "/v1/nothing", "/nobody/v1/models"})
    void lists_and_unknown_paths_are_behind_the_door_too(String path) {
        given().get(path).then().statusCode(401).body("error.code", equalTo("invalid_api_key"));
    }
}
