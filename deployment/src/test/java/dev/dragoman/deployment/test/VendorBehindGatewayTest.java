// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.dragoman.ChatClient;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.loss.Loss;
import dev.dragoman.model.ChatRequest;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A vendor of the client's own dialect, and one of another. */
class VendorBehindGatewayTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    jar -> jar.addClasses(Bodies.class, Vendor.class, OpenAiShaped.class, MirrorDialect.class)
                            .addAsServiceProvider(Dialect.class, MirrorDialect.class)
                            .addAsServiceProvider(ProfileSource.class, MirrorDialect.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("OPENAI_API_KEY", "sk-fake")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Vendor.BASE_URL)
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.mirror.base-url", Vendor.BASE_URL)
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.anthropic.base-url", "http://localhost:8081/vendor")
            .overrideRuntimeConfigKey("quarkus.dragoman.default-provider", "openai");

    private static final String WITH_SEED =
            "{\"model\":\"mirror/m\",\"seed\":7,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    @Inject
    Vendor vendor;

    @Inject
    ChatClient chat;

    @Test
    void the_same_dialect_passes_through_both_ways() throws Exception {
        String body = given().body(
                        "{ \"unheard_of\": 1.50, \"model\" : \"openai/m\", \"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "openai/m")
                .header("dragoman-loss", nullValue())
                .extract()
                .asString();
        assertThat(body).isEqualTo(Vendor.ANSWER);
        assertThat(vendor.received().body())
                .isEqualTo(
                        "{ \"unheard_of\": 1.50, \"model\" : \"m\", \"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}");
    }

    @Test
    void an_answer_of_the_same_dialect_that_clients_could_not_read_is_written_anew() throws Exception {
        given().body(Bodies.chat("irregular"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .body("choices[0].finish_reason", equalTo("tool_calls"))
                .body("choices[0].message.tool_calls[0].id", not(blankOrNullString()))
                .body("choices[0].message.tool_calls[0].function.name", equalTo("f"))
                .body("unheard_of", equalTo(1.5f));
        vendor.received();
    }

    @Test
    void frames_of_the_same_dialect_pass_through() throws Exception {
        String events = given().body(Bodies.stream("m"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(events).isEqualTo(Vendor.PIECE + Vendor.END);
        vendor.received();
    }

    @Test
    void no_header_of_the_client_reaches_the_vendor() throws Exception {
        given().header("Authorization", "Bearer inbound")
                .header("Cookie", "a=b")
                .header("X-Stainless-Lang", "java")
                .header("OpenAI-Organization", "org")
                .header("User-Agent", "a client")
                .body(Bodies.chat("m"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);
        assertThat(vendor.received().headers())
                .containsEntry("authorization", "Bearer sk-fake")
                .containsEntry("user-agent", "dragoman")
                .doesNotContainKeys("cookie", "x-stainless-lang", "openai-organization", "x-request-id");
    }

    @Test
    void tokens_are_counted_by_the_vendor() throws Exception {
        given().header("anthropic-version", "2023-06-01")
                .header("anthropic-beta", "one")
                .header("anthropic-beta", "two")
                .body("{\"model\":\"anthropic/m\", \"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}], \"new\":1}")
                .post("/v1/messages/count_tokens")
                .then()
                .statusCode(200)
                .body("input_tokens", equalTo(9));
        Vendor.Received received = vendor.received();
        assertThat(received.body())
                .isEqualTo("{\"model\":\"m\", \"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}], \"new\":1}");
        assertThat(received.headers()).containsEntry("anthropic-beta", "one,two");
        given().body("{\"model\":\"openai/m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/messages/count_tokens")
                .then()
                .statusCode(501)
                .body("type", equalTo("error"));
    }

    @Test
    void losses_are_reported_in_the_clients_terms() throws Exception {
        given().body(WITH_SEED)
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-served-by", "mirror/m")
                .header("dragoman-loss", "seed;DROPPED")
                .body("choices[0].message.content", equalTo("Yes"));
        vendor.received();
        given().body(WITH_SEED.replace("\"seed\"", "\"stream\":true,\"seed\""))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-loss", "seed;DROPPED");
        vendor.received();
    }

    @Test
    void what_is_lost_on_the_way_is_told_before_the_end() throws Exception {
        String events = given().body(Bodies.stream("mirror/later"))
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("dragoman-loss", nullValue())
                .extract()
                .asString();
        assertThat(events).contains("\n: dragoman-loss ").containsSubsequence("reflection", "[DONE]");
        vendor.received();
    }

    @Test
    void losses_are_refused_when_the_client_says_so() {
        for (String policy : List.of("safe", "STRICT")) {
            given().header("Dragoman-On-Loss", policy)
                    .body(WITH_SEED)
                    .post("/v1/chat/completions")
                    .then()
                    .statusCode(400)
                    .body("error.param", equalTo("seed"))
                    .body("error.code", equalTo("unsupported_parameter"));
        }
    }

    @Test
    void losses_are_told_to_the_application() throws Exception {
        ChatRequest request =
                ChatRequest.builder("mirror/m").user("Hello").seed(7L).build();
        assertThat(chat.chat(request).await().indefinitely().losses())
                .extracting(Loss::path)
                .containsExactly("sampling.seed");
        vendor.received();
        List<Loss> losses = new ArrayList<>();
        chat.stream(request, losses::add).collect().asList().await().indefinitely();
        assertThat(losses).extracting(Loss::path).containsExactly("sampling.seed");
        vendor.received();
    }
}
