// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

/** Which paths are the gateway's, in an application that may have others. */
final class GatewayPaths {
    private static final String CHAT = "/chat/completions";
    private static final String MESSAGES = "/v1/messages";

    private GatewayPaths() {}

    /** Whether an endpoint answers this path, whatever the method. */
    static boolean isEndpoint(String path) {
        String trimmed = trimmed(path);
        return trimmed.endsWith(CHAT)
                || trimmed.endsWith(MESSAGES)
                || trimmed.equals("/models")
                || trimmed.startsWith("/models/")
                || trimmed.endsWith("/v1/models")
                || trimmed.contains("/v1/models/");
    }

    /** Whether a path that nobody answers looks as if a client of a vendor's API had meant the gateway. */
    static boolean isNear(String path) {
        return isEndpoint(path) || path.startsWith("/v1/") || path.startsWith("/v4/") || path.startsWith("/openai/");
    }

    /** The method of an endpoint. */
    static String method(String path) {
        String trimmed = trimmed(path);
        return trimmed.endsWith(CHAT) || trimmed.endsWith(MESSAGES) ? "POST" : "GET";
    }

    /** The dialect whose clients use this path, where the path does not begin with a dialect's id. */
    static String dialect(String path) {
        return path.startsWith(MESSAGES) ? "anthropic-messages" : "openai-chat";
    }

    private static String trimmed(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
