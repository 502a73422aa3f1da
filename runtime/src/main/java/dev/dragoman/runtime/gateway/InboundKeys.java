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
    private static final String SIGNED = "AWS4-HMAC-SHA256 ";
    private static final String CREDENTIAL = "Credential=";
    private static final int SCOPE = 4;
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
            String key = credential(authorization);
            if (key != null && accepts(key)) {
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
        String asked = query != null && query.contains("key=") ? request.getParam("key") : null;
        if (asked != null) {
            shown = true;
            if (accepts(asked)) {
                return null;
            }
        }
        return refusal(shown);
    }

    /**
     * The key in the header {@code Authorization}; {@code null} if there is none. Of a request that an AWS SDK signed it is the
     * access key id: whoever knows a key of the gateway shows it there, and the signature, for which the gateway would have to know
     * a second secret, says nothing more.
     */
    private static @Nullable String credential(String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return authorization.substring(BEARER.length()).strip();
        }
        if (!authorization.startsWith(SIGNED)) {
            return null;
        }
        int start = authorization.indexOf(CREDENTIAL);
        if (start < 0) {
            return null;
        }
        start += CREDENTIAL.length();
        int comma = authorization.indexOf(',', start);
        int end = comma < 0 ? authorization.length() : comma;
        for (int i = 0; i < SCOPE; i++) { // date, region, service, aws4_request
            end = authorization.lastIndexOf('/', end - 1);
            if (end <= start) {
                return null;
            }
        }
        return authorization.substring(start, end);
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
