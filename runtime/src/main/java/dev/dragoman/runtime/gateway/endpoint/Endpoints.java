// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.endpoint;

import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.CHAT;
import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.GREETING;
import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.MODEL;
import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.MODELS;
import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.NAMED_MODEL;
import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.TOKEN_COUNT;
import static dev.dragoman.runtime.gateway.endpoint.EndpointKind.VERSION;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All paths of the gateway. Each one is served again below the id of its dialect, and below that of every profile of the dialect:
 * {@code /openai-chat/v1/chat/completions}.
 */
public final class Endpoints {
    private static final String OPENAI_CHAT = "openai-chat";
    /** The profile of gateways that moved OpenAI's path, with ranges and errors of their own. */
    private static final String V4_GATEWAY = "vendor-gateway-v4";

    private static final String OPENAI_RESPONSES = "openai-responses";
    private static final String ANTHROPIC = "anthropic-messages";
    private static final String GEMINI = "gemini";
    private static final String BEDROCK = "bedrock-converse";
    private static final String COHERE = "cohere-v2";
    private static final String MISTRAL = "mistral";
    private static final String OLLAMA = "ollama";

    private static final String VERTEX = "/projects/{project}/locations/{location}/publishers/{publisher}";
    private static final String VERTEX_EXPRESS = "/publishers/{publisher}";

    private static final List<Endpoint> TABLE = table();
    private static final List<EndpointPath> PATHS = paths(TABLE);

    /** Whose clients mean a path that nobody serves, by what it begins with. */
    private static final Map<String, String> NEAR = near();

    /** What a dialect says in headers besides credentials, names in lower case. No other header gets further than the gateway. */
    private static final Map<String, List<String>> HEADERS =
            Map.of(ANTHROPIC, List.of("anthropic-version", "anthropic-beta"));

    /** What a dialect says in the query besides credentials. */
    private static final Map<String, List<String>> QUERY = Map.of(GEMINI, List.of("alt"));

    private Endpoints() {}

    private static List<Endpoint> table() {
        List<Endpoint> table = new ArrayList<>(List.of(
                // OpenAI's SDKs, base URL http://host/v1 or http://host; Mistral's below /mistral
                Endpoint.of(CHAT, "/v1/chat/completions", OPENAI_CHAT, MISTRAL),
                Endpoint.of(CHAT, "/chat/completions", OPENAI_CHAT),
                Endpoint.of(CHAT, "/v1/responses", OPENAI_RESPONSES),
                Endpoint.of(CHAT, "/responses", OPENAI_RESPONSES),
                Endpoint.of(TOKEN_COUNT, "/v1/responses/input_tokens", OPENAI_RESPONSES),
                Endpoint.of(TOKEN_COUNT, "/responses/input_tokens", OPENAI_RESPONSES),
                // vendor gateways that moved them, and ServiceStack's way to ask for JSON
                Endpoint.of(CHAT, "/v4/beta/chat/completions", OPENAI_CHAT).spokenAs(V4_GATEWAY),
                Endpoint.of(CHAT, "/v1/chat/completions.json", OPENAI_CHAT).mounted(),
                // Azure: the first generation names the model in the path, the second is OpenAI's below /openai
                Endpoint.of(CHAT, "/openai/deployments/{model}/chat/completions", OPENAI_CHAT),
                Endpoint.of(CHAT, "/openai/v1/chat/completions", OPENAI_CHAT),
                Endpoint.of(CHAT, "/openai/v1/responses", OPENAI_RESPONSES),
                Endpoint.of(TOKEN_COUNT, "/openai/v1/responses/input_tokens", OPENAI_RESPONSES),
                Endpoint.of(CHAT, "/openai/responses", OPENAI_RESPONSES),
                // Anthropic
                Endpoint.of(CHAT, "/v1/messages", ANTHROPIC),
                Endpoint.of(TOKEN_COUNT, "/v1/messages/count_tokens", ANTHROPIC),
                // Bedrock
                Endpoint.of(CHAT, "/model/{model}/converse", BEDROCK).streaming(false),
                Endpoint.of(CHAT, "/model/{model}/converse-stream", BEDROCK).streaming(true),
                Endpoint.of(TOKEN_COUNT, "/model/{model}/count-tokens", BEDROCK),
                // Cohere
                Endpoint.of(CHAT, "/v2/chat", COHERE),
                // Ollama
                Endpoint.of(CHAT, "/api/chat", OLLAMA),
                Endpoint.of(MODELS, "/api/tags", OLLAMA),
                Endpoint.of(NAMED_MODEL, "/api/show", OLLAMA),
                Endpoint.of(VERSION, "/api/version", OLLAMA),
                // the root without an id is the application's
                Endpoint.of(GREETING, EndpointPath.ROOT, OLLAMA).mounted(),
                // lists of models: OpenAI's, but for clients that say who they are
                Endpoint.of(MODELS, "/v1/models", ANTHROPIC).when("anthropic-version"),
                Endpoint.of(MODELS, "/v1/models", GEMINI).when("x-goog-api-key"),
                Endpoint.of(MODELS, "/v1/models", OPENAI_CHAT),
                Endpoint.of(MODELS, "/v1/models"),
                Endpoint.of(MODEL, "/v1/models/{model}", ANTHROPIC).when("anthropic-version"),
                Endpoint.of(MODEL, "/v1/models/{model}", GEMINI).when("x-goog-api-key"),
                Endpoint.of(MODEL, "/v1/models/{model}", OPENAI_CHAT),
                Endpoint.of(MODEL, "/v1/models/{model}"),
                Endpoint.of(MODELS, "/models", OPENAI_CHAT, OPENAI_RESPONSES),
                Endpoint.of(MODEL, "/models/{model}", OPENAI_CHAT, OPENAI_RESPONSES),
                Endpoint.of(MODELS, "/openai/v1/models", OPENAI_CHAT, OPENAI_RESPONSES),
                Endpoint.of(MODEL, "/openai/v1/models/{model}", OPENAI_CHAT, OPENAI_RESPONSES)));
        // Google's SDKs, which choose the version
        for (String version : List.of("/v1beta", "/v1", "/v1alpha")) {
            gemini(table, version + "/models/{model}");
        }
        for (String version : List.of("/v1beta", "/v1alpha")) {
            table.add(Endpoint.of(MODELS, version + "/models", GEMINI));
            table.add(Endpoint.of(MODEL, version + "/models/{model}", GEMINI));
        }
        // Vertex, with and without a project
        for (String version : List.of("/v1beta1", "/v1")) {
            gemini(table, version + VERTEX + "/models/{model}");
            gemini(table, version + VERTEX_EXPRESS + "/models/{model}");
        }
        table.add(Endpoint.of(MODELS, "/v1beta1" + VERTEX_EXPRESS + "/models", GEMINI));
        return List.copyOf(table);
    }

    private static void gemini(List<Endpoint> table, String model) {
        table.add(Endpoint.of(CHAT, model + ":generateContent", GEMINI).streaming(false));
        table.add(Endpoint.of(CHAT, model + ":streamGenerateContent", GEMINI).streaming(true));
        table.add(Endpoint.of(TOKEN_COUNT, model + ":countTokens", GEMINI));
    }

    private static Map<String, String> near() {
        Map<String, String> near = new LinkedHashMap<>();
        near.put("/v1/messages", ANTHROPIC);
        near.put("/v1/responses", OPENAI_RESPONSES);
        near.put("/v1/projects/", GEMINI);
        near.put("/v1/", OPENAI_CHAT);
        near.put("/v4/", V4_GATEWAY);
        near.put("/openai/", OPENAI_CHAT);
        near.put("/v1beta", GEMINI);
        near.put("/v1alpha/", GEMINI);
        near.put("/v2/", COHERE);
        near.put("/model/", BEDROCK);
        for (String ollama : List.of("chat", "generate", "tags", "show", "ps", "embed", "pull", "version")) {
            near.put("/api/" + ollama, OLLAMA);
        }
        return near;
    }

    /** All paths, those with more literal text first, as Jakarta REST looks for them. */
    public static List<EndpointPath> paths() {
        return PATHS;
    }

    /** The headers that clients of this dialect may send on. */
    public static List<String> headers(String dialect) {
        return HEADERS.getOrDefault(dialect, List.of());
    }

    /** The parameters of the query that clients of this dialect may send on. */
    public static List<String> query(String dialect) {
        return QUERY.getOrDefault(dialect, List.of());
    }

    /** The path that this is; {@code null} if nothing is served there. Not meant for each request: Quarkus REST is faster. */
    public static @Nullable EndpointPath at(String path) {
        for (EndpointPath candidate : PATHS) {
            if (candidate.matches(path)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether a path that nobody serves looks as if a client of a vendor's API had meant the gateway. */
    public static boolean isNear(String path) {
        return at(path) != null || NEAR.keySet().stream().anyMatch(path::startsWith);
    }

    /**
     * The dialect that clients of this path read, where it does not begin with a dialect's id.
     *
     * @param headers whether the request has a header
     */
    public static String dialect(String path, Predicate<String> headers) {
        EndpointPath found = at(path);
        String dialect = found == null ? null : found.dialect(headers);
        if (dialect != null) {
            return dialect;
        }
        for (Map.Entry<String, String> near : NEAR.entrySet()) {
            if (path.startsWith(near.getKey())) {
                return near.getValue();
            }
        }
        return OPENAI_CHAT;
    }

    private static List<EndpointPath> paths(List<Endpoint> table) {
        Map<String, List<Endpoint>> direct = new LinkedHashMap<>();
        Map<String, List<Endpoint>> mounted = new LinkedHashMap<>();
        for (Endpoint endpoint : table) {
            if (!endpoint.mountedOnly()) {
                direct.computeIfAbsent(endpoint.path(), path -> new ArrayList<>())
                        .add(endpoint);
            }
            mounted.computeIfAbsent(endpoint.path(), path -> new ArrayList<>()).add(endpoint);
        }
        List<EndpointPath> paths = new ArrayList<>();
        direct.forEach((path, endpoints) -> paths.add(new EndpointPath(path, false, endpoints)));
        mounted.forEach((path, endpoints) -> paths.add(new EndpointPath(path, true, endpoints)));
        paths.sort(Comparator.comparingInt(EndpointPath::literals).reversed());
        return List.copyOf(paths);
    }
}
