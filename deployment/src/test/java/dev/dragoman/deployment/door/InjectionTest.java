// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.QuarkusUnitTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client or a vendor writes stays where it belongs: no header, path, script or event comes of it. */
class InjectionTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Watched.class, Watched.Received.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.api-keys", "fake-inbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.api-key", "fake-outbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Watched.HOST + "/v1")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.gemini.api-key", "fake-outbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.gemini.base-url", Watched.HOST)
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.gemini.max-retries", "0")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.api-key", "fake-outbound")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.max-retries", "0")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.bedrock.base-url", Watched.HOST);

    private static final String HOSTILE =
            "x\\n\\ndata: [DONE]\\n\\nevent: message_stop\\ndata: {}\\r\\n\\r\\n\\u2028: y";

    @Inject
    Watched vendor;

    private static Response chat(String model, String stream) {
        return given().header("x-api-key", "fake-inbound")
                .body("{\"model\":\"" + model + "\"" + stream
                        + ",\"max_tokens\":900,\"messages\":[{\"role\":\"user\",\"content\":\"" + HOSTILE + "\"}]}")
                .post("/v1/chat/completions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection", "Keep-Alive", "Proxy-Authorization", "TE", "Trailer", "Cookie", "X-Forwarded-For",
                        "Forwarded",
                "Via", "Origin", "Referer", "X-Api-Key", "Api-Key", "X-Goog-Api-Key", "Anthropic-Beta",
                        "X-Amz-Security-Token",
                "X-Anything", "Traceparent", "Accept-Language", "OpenAI-Project"
            })
    void no_header_of_a_client_goes_upstream(String header) throws Exception {
        given().header("Authorization", "Bearer fake-inbound")
                .header(header, "inbound-value")
                .body("{\"model\":\"openai/m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/chat/completions?key=inbound-value&user=inbound-value")
                .then()
                .statusCode(200);
        Watched.Received received = vendor.received();
        assertThat(received.headers().toString()).doesNotContain("inbound");
        assertThat(received.uri()).isEqualTo("/watched/v1/chat/completions");
        assertThat(received.headers().keySet())
                .isSubsetOf(
                        "accept",
                        "accept-encoding",
                        "authorization",
                        "content-length",
                        "content-type",
                        "host",
                        "user-agent");
    }

    @Test
    void no_header_of_a_vendor_comes_back() throws Exception {
        Map<String, String> headers = new TreeMap<>();
        chat("openai/m", "")
                .then()
                .statusCode(200)
                .extract()
                .headers()
                .forEach(header -> headers.put(header.getName().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        vendor.received();
        assertThat(headers.keySet())
                .isSubsetOf(
                        "content-type",
                        "content-length",
                        "x-request-id",
                        "dragoman-served-by",
                        "dragoman-attempts",
                        "dragoman-loss");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1beta/models/gemini%2F..%2F..%2Fadmin:generateContent, gemini",
        "/v1beta/models/gemini%2Fa%3Fkey=b%23c:generateContent, gemini",
        "/v1beta/models/gemini%2Fa%0D%0AX-Evil:%20b:generateContent, gemini",
        "/v1beta/models/gemini%2F%2e%2e%2F%2e%2e%2Fadmin:generateContent, gemini",
        "/model/bedrock%2F..%2F..%2Fadmin/converse, bedrock",
        "/model/bedrock%2Fa%3Fb%23c%5C..%5Cd/converse, bedrock"
    })
    void a_model_in_a_path_cannot_leave_its_place(String path, String provider) throws Exception {
        String body = provider.equals("gemini")
                ? "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}]}"
                : "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]}";
        int expected = path.contains("..") || path.contains("%2e") ? 400 : 0;
        int status = given().urlEncodingEnabled(false)
                .header("x-api-key", "fake-inbound")
                .body(body)
                .post(path)
                .statusCode();
        if (expected != 0) {
            assertThat(status).isEqualTo(expected);
            return; // the vendor was not even asked
        }
        Watched.Received received = vendor.received();
        String begin = provider.equals("gemini") ? "/watched/v1beta/models/" : "/watched/model/";
        assertThat(received.uri()).startsWith(begin);
        String model = received.uri()
                .substring(begin.length(), received.uri().lastIndexOf(provider.equals("gemini") ? ':' : '/'));
        assertThat(model).doesNotContain("?", "#", "\\", "\r", "\n", "/../").doesNotStartWith("../");
        assertThat(received.headers()).doesNotContainKey("x-evil");
    }

    @Test
    void the_body_of_a_request_names_no_other_vendor_address() throws Exception {
        given().header("x-api-key", "fake-inbound")
                .body("{\"model\":\"openai/http://localhost:1/x\",\"base_url\":\"http://localhost:1\","
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(200);
        assertThat(vendor.received().uri()).isEqualTo("/watched/v1/chat/completions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"callback=alert(1)", "jsonp=alert(1)", "$callback=alert(1)", "alt=jsonp&callback=x"})
    void there_is_no_jsonp(String query) {
        for (String path : new String[] {"/v1/models", "/v1beta/models"}) {
            String body = given().header("x-goog-api-key", "fake-inbound")
                    .urlEncodingEnabled(false)
                    .get(path + "?" + query)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .extract()
                    .asString();
            assertThat(body).startsWith("{").doesNotContain("alert");
        }
    }

    @Test
    void what_a_client_names_does_not_break_a_header() {
        given().header("x-api-key", "fake-inbound")
                .body("{\"model\":\"demo/a\\r\\nset-cookie: b=c\",\"a\\r\\nset-cookie: d=e\":1,"
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                .post("/v1/chat/completions")
                .then()
                .statusCode(200)
                .header("set-cookie", nullValue())
                .header("dragoman-served-by", equalTo("demo/a__set-cookie:_b=c"));
    }

    @Test
    void text_of_a_model_makes_no_events() {
        String chat = chat("demo/chat", ",\"stream\":true").asString();
        assertThat(chat.lines().filter(line -> line.equals("data: [DONE]"))).hasSize(1);
        assertThat(chat.lines().filter(line -> !line.isEmpty()))
                .allMatch(line -> line.startsWith("data: {") || line.equals("data: [DONE]") || line.startsWith(": "));
        assertThat(chat).contains("message_stop").doesNotContain("\nevent: ").doesNotContain("\r");
        String messages = given().header("x-api-key", "fake-inbound")
                .body(
                        "{\"model\":\"demo/chat\",\"stream\":true,\"max_tokens\":900,\"messages\":[{\"role\":\"user\",\"content\":\""
                                + HOSTILE + "\"}]}")
                .post("/v1/messages")
                .asString();
        assertThat(messages.lines().filter(line -> line.equals("event: message_stop")))
                .hasSize(1);
        assertThat(messages.lines()).doesNotContain("data: [DONE]");
        assertThat(messages).doesNotContain("\r");
    }
}
