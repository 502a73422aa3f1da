// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundKeysTest {
    private final InboundKeys keys = new InboundKeys(List.of("fake-1", "fake-2"));

    @ParameterizedTest
    @CsvSource({
        "authorization, Bearer fake-1",
        "authorization, bearer fake-2",
        "x-api-key, fake-1",
        "api-key, fake-2",
        "x-goog-api-key, fake-1"
    })
    void a_key_is_taken_wherever_a_dialect_puts_it(String header, String value) {
        assertThat(keys.objection(Requests.with(Map.of(header, value)))).isNull();
    }

    @Test
    void a_key_is_taken_from_the_query() {
        assertThat(keys.objection(Requests.withKeyInQuery("fake-2"))).isNull();
        assertThat(keys.objection(Requests.withKeyInQuery("fake"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fake-1/20261120/us-east-1/bedrock/aws4_request | true",
                "fake-3/20261120/us-east-1/bedrock/aws4_request | false",
                "fake-1/aws4_request | false",
                "fake-1 | false"
            })
    void the_access_key_id_of_a_signed_request_is_the_key(String credential, boolean opens) {
        String header = "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host;x-amz-date, Signature="
                + "0".repeat(64);
        assertThat(keys.objection(Requests.with(Map.of("authorization", header))) == null)
                .isEqualTo(opens);
    }

    @Test
    void one_right_key_is_enough() {
        assertThat(keys.objection(Requests.with(Map.of("authorization", "Bearer other", "x-api-key", "fake-1"))))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "authorization, Bearer fake-3",
        "authorization, Basic fake-1",
        "authorization, fake-1",
        "x-api-key, FAKE-1",
        "x-api-key, fake-"
    })
    void a_wrong_key_is_refused(String header, String value) {
        ChatError error = keys.objection(Requests.with(Map.of(header, value)));
        assertThat(error).isNotNull();
        assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(error.code()).isEqualTo("invalid_api_key");
        assertThat(error.message()).doesNotContain("fake");
    }

    @Test
    void no_key_is_refused_and_told_where_to_put_one() {
        assertThat(keys.objection(Requests.with(Map.of())).message()).contains("x-api-key");
    }

    @Test
    void without_keys_everyone_may_pass() {
        InboundKeys none = new InboundKeys(List.of());
        assertThat(none.isOpen()).isTrue();
        assertThat(none.objection(Requests.with(Map.of()))).isNull();
    }

    @Test
    void shows_no_key() {
        assertThat(keys).hasToString("InboundKeys[2]");
    }
}
