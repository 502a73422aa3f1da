// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /v1/chat/completions, openai-chat, CHAT,",
        "POST, /chat/completions, openai-chat, CHAT,",
        "POST, /v4/beta/chat/completions, openai-chat, CHAT,",
        "POST, /openai/deployments/a%2Fb/chat/completions, openai-chat, CHAT,",
        "POST, /openai/v1/chat/completions, openai-chat, CHAT,",
        "POST, /v1/responses, openai-responses, CHAT,",
        "POST, /v1/responses/input_tokens, openai-responses, TOKEN_COUNT,",
        "POST, /v1/messages, anthropic-messages, CHAT,",
        "POST, /v1/messages/count_tokens, anthropic-messages, TOKEN_COUNT,",
        "POST, /v1beta/models/a/b:generateContent, gemini, CHAT, false",
        "POST, /v1/models/a:streamGenerateContent, gemini, CHAT, true",
        "POST, /v1alpha/models/a%2Fb:countTokens, gemini, TOKEN_COUNT,",
        "POST, /v1beta1/projects/p/locations/l/publishers/google/models/a:generateContent, gemini, CHAT, false",
        "POST, /v1beta1/publishers/google/models/a:streamGenerateContent, gemini, CHAT, true",
        "POST, /model/a%2Fb%3A0/converse, bedrock-converse, CHAT, false",
        "POST, /model/a/converse-stream, bedrock-converse, CHAT, true",
        "POST, /v2/chat, cohere-v2, CHAT,",
        "POST, /api/chat, ollama, CHAT,",
        "GET, /api/tags, ollama, MODELS,",
        "POST, /api/show, ollama, NAMED_MODEL,",
        "HEAD, /api/version, ollama, VERSION,",
        "GET, /v1/models, openai-chat, MODELS,",
        "GET, /v1/models/a/b, openai-chat, MODEL,",
        "GET, /v1beta/models, gemini, MODELS,",
        "GET, /v1beta/models/a, gemini, MODEL,",
    })
    void each_path_is_one_endpoint_of_its_dialect_and_below_its_id(
            String method, String path, String dialect, EndpointKind kind, Boolean stream) {
        Endpoint direct = Endpoints.at(path).find(method, null, header -> false);
        assertThat(direct.kind()).isEqualTo(kind);
        assertThat(direct.dialects().get(0)).isEqualTo(dialect);
        assertThat(direct.stream()).isEqualTo(stream);
        Endpoint mounted = Endpoints.at("/" + dialect + path).find(method, dialect, header -> false);
        assertThat(mounted.kind()).isEqualTo(kind);
        assertThat(Endpoints.dialect(path, header -> false)).isEqualTo(direct.client());
    }

    @Test
    void clients_of_a_path_may_speak_a_profile_of_its_dialect() {
        Endpoint v4 = Endpoints.at("/v4/beta/chat/completions").find("POST", null, header -> false);
        assertThat(v4.client()).isEqualTo("vendor-gateway-v4");
        assertThat(v4.serves("openai-chat")).isTrue();
        assertThat(Endpoints.dialect("/v4/nothing", header -> false)).isEqualTo("vendor-gateway-v4");
        assertThat(Endpoints.at("/v1/chat/completions")
                        .find("POST", null, header -> false)
                        .client())
                .isEqualTo("openai-chat");
    }

    @Test
    void dialects_have_only_their_own_paths_below_their_ids() {
        EndpointPath chat = Endpoints.at("/mistral/v1/chat/completions");
        assertThat(chat.find("POST", "mistral", header -> false)).isNotNull();
        assertThat(chat.find("POST", "anthropic-messages", header -> false)).isNull();
        assertThat(Endpoints.at("/mistral/v1/models").find("GET", "mistral", header -> false))
                .isNotNull();
        assertThat(Endpoints.at("/x/v1/chat/completions.json").find("POST", "openai-chat", header -> false))
                .isNotNull();
        assertThat(Endpoints.at("/v1/chat/completions.json")).isNull();
    }

    @Test
    void clients_that_say_who_they_are_get_their_own_list() {
        EndpointPath list = Endpoints.at("/v1/models");
        assertThat(list.find("GET", null, "anthropic-version"::equals).dialects())
                .containsExactly("anthropic-messages");
        assertThat(list.find("GET", null, "x-goog-api-key"::equals).dialects()).containsExactly("gemini");
    }

    @Test
    void a_path_knows_its_methods() {
        assertThat(Endpoints.at("/v1/messages").methods()).isEqualTo("POST");
        assertThat(Endpoints.at("/v1/messages").find("GET", null, header -> false))
                .isNull();
    }

    @Test
    void a_dialects_own_root_is_below_its_id_only() {
        EndpointPath root = Endpoints.at("/ollama");
        assertThat(root.template()).isEqualTo("/{mount:ollama}");
        assertThat(root.find("GET", "ollama", header -> false).kind()).isEqualTo(EndpointKind.GREETING);
        assertThat(Endpoints.at("/ollama/")).isSameAs(root);
        assertThat(Endpoints.at("/gemini")).isNull();
        assertThat(Endpoints.at("/")).isNull();
    }

    @Test
    void no_path_stands_there_twice() {
        Set<String> templates = new HashSet<>();
        assertThat(Endpoints.paths())
                .allSatisfy(path -> assertThat(templates.add(path.template())).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hello", "/v10/things", "/api/users", "/models-of-ours"})
    void other_paths_are_the_applications(String path) {
        assertThat(Endpoints.isNear(path)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, openai-chat",
        "/v1/messages/batches, anthropic-messages",
        "/v1/responses/resp_1, openai-responses",
        "/v1beta/cachedContents, gemini",
        "/api/generate, ollama",
        "/v2/embed, cohere-v2"
    })
    void a_path_that_nobody_serves_is_refused_in_the_dialect_of_its_neighbours(String path, String dialect) {
        assertThat(Endpoints.isNear(path)).isTrue();
        assertThat(Endpoints.dialect(path, header -> false)).isEqualTo(dialect);
    }
}
