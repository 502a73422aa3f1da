// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BedrockConverseErrorsTest {
    private static ChatError decode(int status, String type, String body) {
        Map<String, String> headers = type.isEmpty()
                ? Map.of("x-amzn-requestid", "req-1")
                : Map.of("x-amzn-requestid", "req-1", "x-amzn-errortype", type);
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Wire.DIALECT.errors().decode(status, headers, bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "400,ValidationException,INVALID_REQUEST,400",
        "400,ServiceQuotaExceededException,QUOTA,400",
        "400,ConflictException,CONFLICT,400",
        "403,AccessDeniedException,PERMISSION,403",
        "403,UnrecognizedClientException,AUTHENTICATION,403",
        "404,ResourceNotFoundException,NOT_FOUND,404",
        "408,ModelTimeoutException,TIMEOUT,408",
        "424,ModelErrorException,UPSTREAM,424",
        "429,ThrottlingException,RATE_LIMIT,429",
        "500,InternalServerException,INTERNAL,500",
        "503,ServiceUnavailableException,OVERLOADED,503"
    })
    void pitfall_36_each_exception_has_its_kind_and_its_status(int status, String type, ErrorKind kind, int told) {
        ChatError error = decode(status, type + ":http://internal.amazon.com/coral/", "{'message':'No.'}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.code()).isEqualTo(type);
        assertThat(error.requestId()).isEqualTo("req-1");
        EncodedError encoded = Wire.DIALECT.errors().encode(error);
        assertThat(encoded.status()).isEqualTo(told);
        assertThat(encoded.headers())
                .containsEntry("x-amzn-ErrorType", type)
                .containsEntry("x-amzn-RequestId", "req-1");
        assertThat(Wire.json(encoded.body()).get("message").asText()).isEqualTo("No.");
    }

    @Test
    void front_ends_name_the_exception_in_the_body() {
        ChatError error = decode(403, "", "{'__type':'com.amazon.coral#ExpiredTokenException','Message':'Expired.'}");
        assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(error.message()).isEqualTo("Expired.");
    }

    @Test
    void a_model_that_is_not_ready_is_overloaded_though_its_status_is_429() {
        assertThat(decode(429, "ModelNotReadyException", "{}").kind()).isEqualTo(ErrorKind.OVERLOADED);
    }

    @Test
    void a_prompt_that_is_too_long_is_told_apart() {
        assertThat(decode(400, "ValidationException", "{'message':'Input is too long for requested model.'}")
                        .kind())
                .isEqualTo(ErrorKind.CONTEXT_LENGTH);
    }

    @Test
    void bodies_that_are_no_json_are_taken() {
        assertThat(decode(503, "", "<html>").message()).isEqualTo("<html>");
        assertThat(decode(408, "", "").kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void the_list_of_models_has_the_shape_of_bedrocks_control_plane() {
        byte[] list = Wire.DIALECT.modelListEncoder().encode(List.of(new ModelEntry("a/b", "a", 0)));
        assertThat(Wire.json(list).at("/modelSummaries/0/modelId").asText()).isEqualTo("a/b");
        byte[] one = Wire.DIALECT.modelListEncoder().encode(new ModelEntry("a/b", "a", 0));
        assertThat(Wire.json(one).at("/modelDetails/providerName").asText()).isEqualTo("a");
    }
}
