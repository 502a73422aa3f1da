// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.endpoint;

/** What an endpoint is for. */
public enum EndpointKind {
    /** A request to a model. */
    CHAT("POST"),
    /** The number of tokens of a request, without its answer. */
    TOKEN_COUNT("POST"),
    /** The list of models. */
    MODELS("GET"),
    /** One model, which the path names. */
    MODEL("GET"),
    /** One model, which the body names. */
    NAMED_MODEL("POST"),
    /** The version of the server, which some clients ask for first. */
    VERSION("GET"),
    /** The root of the server, at which some clients look for life. */
    GREETING("GET");

    private final String method;

    EndpointKind(String method) {
        this.method = method;
    }

    /** The HTTP method. */
    public String method() {
        return method;
    }
}
