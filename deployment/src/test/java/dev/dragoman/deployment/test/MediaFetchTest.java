// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.QuarkusUnitTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures at addresses, for a vendor that takes their content only. */
class MediaFetchTest {
    private static final String MESSAGE = "{\"model\":\"ollama/m\",\"messages\":[{\"role\":\"user\",\"content\":["
            + "{\"type\":\"text\",\"text\":\"Look\"},{\"type\":\"image_url\",\"image_url\":{\"url\":\"%s\"}}]}]}";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class, OllamaVendor.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.ollama.base-url", "http://localhost:8081/vendor")
            .overrideRuntimeConfigKey("quarkus.dragoman.media.fetch", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.media.allow-http", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.media.allowed-hosts", "127.0.0.1:8081");

    /** Answers, and serves a picture that is not fetched, since it lies on this machine. */
    @Singleton
    public static class OllamaVendor {
        void routes(@Observes Router router) {
            router.post("/vendor/api/chat")
                    .handler(routing -> routing.response()
                            .putHeader("content-type", "application/json")
                            .end("{\"model\":\"m\",\"created_at\":\"2026-11-20T10:00:00Z\",\"message\":{\"role\":"
                                    + "\"assistant\",\"content\":\"Yes\"},\"done\":true,\"done_reason\":\"stop\"}"));
        }
    }

    @Test
    void the_machine_itself_is_not_fetched_from_even_if_its_host_is_allowed() {
        given().body(MESSAGE.formatted("http://127.0.0.1:8081/a.png"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("media_refused"))
                .body("error.param", startsWith("messages[0].content[1]"))
                .body("error.message", containsString("is not at a public address"));
    }

    @Test
    void an_address_that_is_not_allowed_is_left_out_and_reported() {
        given().body(MESSAGE.formatted("https://elsewhere.example/a.png"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-loss", containsString("messages[0].content[1];DROPPED"))
                .body("choices[0].message.content", equalTo("Yes"));
    }
}
