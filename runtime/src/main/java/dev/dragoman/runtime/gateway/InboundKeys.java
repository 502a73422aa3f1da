// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that clients must show, wherever their dialect puts them. Only hashes are kept, and all of them are compared, each in
 * constant time. Immutable.
 */
final class InboundKeys {
    private static final String BEARER = "Bearer ";
    private static final List<String> HEADERS = List.of("x-api-key", "api-key", "x-goog-api-key");

    private final List<byte[]> hashes;

    InboundKeys(Collection<String> keys) {
        hashes = keys.stream().map(InboundKeys::hash).toList();
    }

    /** Whether no key is demanded. */
    boolean isOpen() {
        return hashes.isEmpty();
    }

    /** Why this request is turned away; {@code null} if it may pass. */
    @Nullable ChatError objection(HttpServerRequest request) {
        if (isOpen()) {
            return null;
        }
        boolean shown = false;
        String authorization = request.getHeader("authorization");
        if (authorization != null) {
            shown = true;
            if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    && accepts(authorization.substring(BEARER.length()).strip())) {
                return null;
            }
        }
        for (String header : HEADERS) {
            String key = request.getHeader(header);
            if (key != null) {
                shown = true;
                if (accepts(key.strip())) {
                    return null;
                }
            }
        }
        String query = request.query();
        String key = query != null && query.contains("key=") ? request.getParam("key") : null;
        if (key != null) {
            shown = true;
            if (accepts(key)) {
                return null;
            }
        }
        return refusal(shown);
    }

    private boolean accepts(String key) {
        byte[] hash = hash(key);
        boolean accepted = false;
        for (byte[] known : hashes) {
            accepted |= MessageDigest.isEqual(known, hash);
        }
        return accepted;
    }

    private static ChatError refusal(boolean shown) {
        String message = shown
                ? "Incorrect API key provided"
                : "No API key provided: send one as Authorization: Bearer, x-api-key, api-key or x-goog-api-key";
        return ChatError.of(ErrorKind.AUTHENTICATION, message).withCode("invalid_api_key");
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A number only. */
    @Override
    public String toString() {
        return "InboundKeys[" + hashes.size() + "]";
    }
}
