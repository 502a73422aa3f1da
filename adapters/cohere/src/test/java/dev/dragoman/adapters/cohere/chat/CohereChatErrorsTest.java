// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.adapters.cohere.CohereProfiles;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereChatErrorsTest {
    private static ChatError decode(int status, String body) {
        return Wire.DIALECT
                .errors()
                .decode(
                        status,
                        Map.of("x-request-id", "req_1", "retry-after", "3"),
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST,400",
        "401,AUTHENTICATION,401",
        "402,BILLING,402",
        "403,PERMISSION,403",
        "404,NOT_FOUND,404",
        "422,INVALID_REQUEST,422",
        "429,RATE_LIMIT,429",
        "498,AUTHENTICATION,401",
        "499,CANCELLED,499",
        "500,INTERNAL,500",
        "501,NOT_IMPLEMENTED,501",
        "503,OVERLOADED,503",
        "504,TIMEOUT,504"
    })
    void pitfall_36_each_status_has_its_kind(int status, ErrorKind kind, int told) {
        ChatError error = decode(status, "{'id':'e1','message':'No.'}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.requestId()).isEqualTo("e1");
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        EncodedError encoded = Wire.DIALECT.errors().encode(error);
        assertThat(encoded.status()).isEqualTo(told);
        assertThat(Wire.json(encoded.body())).isEqualTo(Wire.json("{'id':'e1','message':'No.'}"));
        assertThat(encoded.headers()).containsEntry("retry-after", "3");
    }

    @Test
    void a_prompt_that_is_too_long_is_told_apart_by_its_text() {
        ChatError error = decode(400, "{'message':'too many tokens: 9 over'}");
        assertThat(error.kind()).isEqualTo(ErrorKind.CONTEXT_LENGTH);
        assertThat(error.message()).isEqualTo("9 over");
        assertThat(Wire.json(Wire.DIALECT.errors().encode(error).body())
                        .get("message")
                        .asText())
                .isEqualTo("too many tokens: 9 over");
    }

    @Test
    void the_field_at_fault_stands_before_the_text() {
        ChatError error = ChatError.of(ErrorKind.INVALID_REQUEST, "Wrong.").withParam("messages[0].role");
        assertThat(Wire.json(Wire.DIALECT.errors().encode(error).body())
                        .get("message")
                        .asText())
                .isEqualTo("messages[0].role: Wrong.");
    }

    @Test
    void bodies_that_are_no_json_are_taken() {
        assertThat(decode(503, "<html>").message()).isEqualTo("<html>");
        assertThat(decode(502, "").message()).isNotEmpty();
    }

    @Test
    void the_list_of_models_has_coheres_shape() {
        byte[] list = Wire.DIALECT.modelListEncoder().encode(List.of(new ModelEntry("a/b", "a", 0)));
        assertThat(Wire.json(list).at("/models/0/name").asText()).isEqualTo("a/b");
        assertThat(Wire.json(list).at("/models/0/endpoints/0").asText()).isEqualTo("chat");
    }

    @Test
    void the_profile_is_that_of_the_vendors_own_sdk() {
        VendorProfile profile = new CohereProfiles().profiles().get(0);
        assertThat(profile.baseUrl()).isEqualTo("https://api.cohere.com");
        assertThat(profile.environmentKeys()).containsExactly("COHERE_API_KEY", "CO_API_KEY");
        assertThat(profile.auth()).isEqualTo(VendorProfile.Auth.BEARER);
    }
}
