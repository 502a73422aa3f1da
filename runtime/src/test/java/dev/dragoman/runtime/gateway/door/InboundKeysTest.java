// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.gateway.Requests;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundKeysTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SCOPE = "/20261120/us-east-1/bedrock/aws4_request";

    private final InboundKeys keys = keys(false, key("fake-1", "one", null), key("fake-2", "two", null));

    private static InboundKeys keys(boolean signatures, KnownKey... known) {
        return new InboundKeys(List.of(known), false, signatures, CLOCK);
    }

    private static KnownKey key(String key, String name, Instant expires) {
        return new KnownKey(KeyHash.of(key), new InboundKey(name, List.of(), expires, KeyLimit.NONE));
    }

    private static HttpServerRequest signed(String credential) {
        return Requests.with(Map.of(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host;x-amz-date, Signature="
                        + "0".repeat(64)));
    }

    private static ChatError objection(InboundKeys keys, String header, String value) {
        return keys.admit(Requests.with(Map.of(header, value))).objection();
    }

    @ParameterizedTest
    @CsvSource({
        "authorization, Bearer fake-1",
        "authorization, bearer fake-2",
        "x-api-key, fake-1",
        "api-key, fake-2",
        "x-goog-api-key, fake-1"
    })
    void a_key_is_taken_wherever_a_dialect_puts_it(String header, String value) {
        Admission admission = keys.admit(Requests.with(Map.of(header, value)));
        assertThat(admission.objection()).isNull();
        assertThat(admission.key().name()).isEqualTo(value.endsWith("1") ? "one" : "two");
    }

    @Test
    void a_key_is_taken_from_the_query() {
        assertThat(keys.admit(Requests.withKeyInQuery("fake-2")).objection()).isNull();
        assertThat(keys.admit(Requests.withKeyInQuery("fake")).objection()).isNotNull();
    }

    @Test
    void a_signed_request_is_refused_and_told_how_else_to_come() {
        ChatError error = keys.admit(signed("fake-1" + SCOPE)).objection();
        assertThat(error.status()).isEqualTo(403);
        assertThat(error.code()).isEqualTo("UnrecognizedClientException");
        assertThat(error.message()).contains("AWS_BEARER_TOKEN_BEDROCK").doesNotContain("fake");
        assertThat(keys(false).admit(signed("anybody" + SCOPE)).objection()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"fake-1" + SCOPE + ", true", "fake-3" + SCOPE + ", false", "fake-1/aws4_request, false", "fake-1, false"
    })
    void where_signatures_are_accepted_the_access_key_id_is_the_key(String credential, boolean opens) {
        InboundKeys accepting = keys(true, key("fake-1", "one", null));
        ChatError objection = accepting.admit(signed(credential)).objection();
        assertThat(objection == null).isEqualTo(opens);
    }

    @Test
    void one_right_key_is_enough() {
        assertThat(keys.admit(Requests.with(Map.of("authorization", "Bearer other", "x-api-key", "fake-1")))
                        .objection())
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
        ChatError error = objection(keys, header, value);
        assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(error.code()).isEqualTo("invalid_api_key");
        assertThat(error.message()).contains("Incorrect").doesNotContain("fake");
    }

    @Test
    void the_hash_of_a_key_is_no_key() {
        String hash = "sha256:" + "a".repeat(64);
        InboundKeys hashed =
                keys(false, new KnownKey(KeyHash.parse(hash), new InboundKey("h", List.of(), null, KeyLimit.NONE)));
        assertThat(objection(hashed, "x-api-key", hash)).isNotNull();
        assertThat(objection(hashed, "x-api-key", "a".repeat(64))).isNotNull();
    }

    @Test
    void an_expired_key_opens_nothing() {
        InboundKeys two = keys(false, key("fake-1", "one", NOW), key("fake-2", "two", NOW.plusSeconds(1)));
        assertThat(objection(two, "x-api-key", "fake-1").message()).contains("expired");
        assertThat(objection(two, "x-api-key", "fake-2")).isNull();
    }

    @Test
    void no_key_is_refused_and_told_where_to_put_one() {
        assertThat(keys.admit(Requests.with(Map.of())).objection().message()).contains("x-api-key");
    }

    @Test
    void without_keys_everyone_may_pass() {
        assertThat(keys(false).isOpen()).isTrue();
        assertThat(keys(false).admit(Requests.with(Map.of())).objection()).isNull();
    }

    @Test
    void a_file_without_keys_does_not_open_the_door() {
        InboundKeys file = new InboundKeys(List.of(), true, false, CLOCK);
        assertThat(file.isOpen()).isFalse();
        assertThat(file.admit(Requests.with(Map.of())).objection()).isNotNull();
        file.replaceFile(List.of(key("fake-9", "nine", null)));
        assertThat(objection(file, "x-api-key", "fake-9")).isNull();
        file.replaceFile(List.of());
        assertThat(objection(file, "x-api-key", "fake-9")).isNotNull();
    }

    @Test
    void shows_no_key() {
        assertThat(keys).hasToString("InboundKeys[2]");
        assertThat(key("fake-1", "one", null).toString()).doesNotContain("fake", "sha256");
    }
}
