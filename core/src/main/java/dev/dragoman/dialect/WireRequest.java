// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client sent it, without its transport.
 *
 * @param body the JSON body in UTF-8; not copied, do not change it
 * @param model the model that the path names, for dialects that name it there (Gemini, Bedrock, Azure); {@code null} otherwise
 * @param stream whether the path asks for a stream, for dialects that say so there; {@code null} otherwise
 * @param headers what a dialect may read besides the body ({@code anthropic-version}, {@code anthropic-beta}), names in lower
 *     case; never a credential
 * @param query parameters of the query that a dialect may read ({@code alt}), names and values decoded; never a credential
 */
public record WireRequest(
        byte[] body,
        @Nullable String model,
        @Nullable Boolean stream,
        Map<String, String> headers,
        Map<String, String> query) {
    /** Copies the maps, and lower-cases the names of the headers. */
    public WireRequest {
        Objects.requireNonNull(body, "body");
        if (headers.isEmpty()) {
            headers = Map.of();
        } else {
            Map<String, String> lower = new TreeMap<>();
            headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
            headers = Map.copyOf(lower);
        }
        query = Map.copyOf(query);
    }

    /** A request without a query. */
    public WireRequest(byte[] body, @Nullable String model, @Nullable Boolean stream, Map<String, String> headers) {
        this(body, model, stream, headers, Map.of());
    }

    /** A request that says everything in its body. */
    public static WireRequest of(byte[] body) {
        return new WireRequest(body, null, null, Map.of());
    }

    /** A size only: prompts stay out of logs. */
    @Override
    public String toString() {
        return "WireRequest[" + body.length + " bytes, model=" + model + ", stream=" + stream + "]";
    }
}
