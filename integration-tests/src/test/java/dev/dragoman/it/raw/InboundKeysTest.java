// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With inbound keys configured, nobody gets in without one, wherever the client's dialect puts it. */
@QuarkusTest
@TestProfile(InboundKeysTest.Keys.class)
class InboundKeysTest {
    private static final String KEY = "fake-inbound-key-two";

    /** Two keys. */
    public static final class Keys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.dragoman.gateway.api-keys", "fake-inbound-key-one," + KEY);
        }
    }

    @TestHTTPResource("/v1/chat/completions")
    URI chat;

    @TestHTTPResource("/v1/models")
    URI models;

    @Test
    void no_key_is_unauthorized() throws Exception {
        JsonObject error = Http.error(Http.post(chat, Http.ask("demo/chat")), 401);
        assertThat(error.getString("type")).isEqualTo("invalid_request_error");
        Http.error(Http.get(models), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer ",
                "Bearer",
                "Basic " + KEY,
                "Bearer fake-inbound-key-two-and-more",
                "Bearer fake-inbound"
            })
    void a_wrong_key_is_unauthorized(String authorization) throws Exception {
        JsonObject error = Http.error(Http.post(chat, Http.ask("demo/chat"), "Authorization", authorization), 401);
        assertThat(error.getString("message")).doesNotContain(KEY, "wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization,Bearer " + KEY,
        "authorization,bearer " + KEY,
        "x-api-key," + KEY,
        "api-key," + KEY,
        "x-goog-api-key," + KEY,
        "Authorization,Bearer fake-inbound-key-one",
    })
    void a_key_opens(String header, String value) throws Exception {
        assertThat(Http.text(Http.post(chat, Http.ask("demo/chat"), header, value)))
                .contains("Hello!");
        assertThat(Http.get(models, header, value).statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_in_the_query_opens() throws Exception {
        URI uri = URI.create(chat + "?key=" + KEY);
        assertThat(Http.text(Http.post(uri, Http.ask("demo/chat")))).contains("Hello!");
    }

    @Test
    void the_key_is_checked_before_the_body() throws Exception {
        Http.error(Http.post(chat, "not json"), 401);
    }
}
