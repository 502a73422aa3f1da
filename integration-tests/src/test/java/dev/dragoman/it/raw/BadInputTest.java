// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.gateway.endpoint.Endpoint;
import dev.dragoman.runtime.gateway.endpoint.EndpointKind;
import dev.dragoman.runtime.gateway.endpoint.EndpointPath;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import dev.dragoman.translate.Dialects;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a body, at every endpoint that takes one, in the shape of its dialect and naming the field. */
@QuarkusTest
class BadInputTest {
    private static final List<String> DIALECTS = List.of(
            "openai-chat",
            "openai-responses",
            "anthropic-messages",
            "gemini",
            "bedrock-converse",
            "cohere-v2",
            "mistral",
            "ollama");
    private static final Dialects KNOWN = Dialects.load(BadInputTest.class.getClassLoader());

    @TestHTTPResource("/")
    URI root;

    /** Each path that takes a body, below the id of each dialect that it serves, and at itself. */
    static Stream<Arguments> endpoints() {
        List<Arguments> endpoints = new ArrayList<>();
        for (EndpointPath path : Endpoints.paths()) {
            for (String dialect : DIALECTS) {
                Endpoint endpoint = path.find("POST", path.isMounted() ? dialect : null, header -> false);
                boolean meant = endpoint != null
                        && (path.isMounted() || endpoint.dialects().get(0).equals(dialect));
                if (meant) {
                    endpoints.add(Arguments.of(concrete(path.template(), dialect), dialect, endpoint.kind()));
                }
            }
        }
        return endpoints.stream();
    }

    private static String concrete(String template, String dialect) {
        return template.replace("{mount}", dialect)
                .replace("{model:.+}", "demo%2Fchat")
                .replaceAll("\\{\\w+}", "google");
    }

    /** The field that holds what is asked. */
    private static String field(String dialect, EndpointKind kind) {
        if (kind == EndpointKind.NAMED_MODEL) {
            return "model";
        }
        return switch (dialect) {
            case "gemini" -> "contents";
            case "openai-responses" -> "input";
            case "bedrock-converse" -> kind == EndpointKind.TOKEN_COUNT ? "input" : "messages";
            default -> "messages";
        };
    }

    private ChatError refused(String path, String dialect, String body) throws Exception {
        HttpResponse<String> response = Http.post(root.resolve(path), body);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 422);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        assertThat(response.body()).doesNotContain("Exception: ", "dev.dragoman", "java.");
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        Dialect client = KNOWN.get(dialect);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        ChatError error = client.errors().decode(response.statusCode(), headers, bytes);
        byte[] again = client.errors().encode(error).body();
        assertThat(new JsonObject(response.body()).fieldNames())
                .isEqualTo(new JsonObject(new String(again, StandardCharsets.UTF_8)).fieldNames());
        return error;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void a_value_of_the_wrong_type_is_named(String path, String dialect, EndpointKind kind) throws Exception {
        String field = field(dialect, kind);
        ChatError error = refused(path, dialect, "{\"model\":\"demo/chat\",\"max_tokens\":5,\"" + field + "\":7}");
        assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        assertThat(error.param() + " " + error.message()).contains(field);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void what_is_no_json_is_the_callers_fault(String path, String dialect, EndpointKind kind) throws Exception {
        for (String body : List.of("", "not json", "{\"model\":", "[]")) {
            assertThat(refused(path, dialect, body).kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        }
    }

    @Test
    void every_dialect_is_tried() {
        assertThat(endpoints().map(each -> (String) each.get()[1])).containsAll(DIALECTS);
        assertThat(endpoints().filter(each -> each.get()[2] == EndpointKind.TOKEN_COUNT))
                .hasSizeGreaterThan(6);
    }
}
