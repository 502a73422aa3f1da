// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that clients must show, wherever their dialect puts them. Only hashes are kept, and all of them are compared, each in
 * constant time. Thread-safe; the keys of the file are replaced when it changes.
 */
public final class InboundKeys {
    private static final String BEARER = "Bearer ";
    private static final List<String> HEADERS = List.of("x-api-key", "api-key", "x-goog-api-key");

    private final List<KnownKey> configured;
    private final boolean open;
    private final boolean acceptSignatures;
    private final Clock clock;
    private volatile List<KnownKey> keys;

    /**
     * The keys of the configuration.
     *
     * @param hasFile whether more come from a file; then the door is shut even while the file holds none
     * @param acceptSignatures whether the access key id of a signed request is taken for a key
     */
    InboundKeys(List<KnownKey> configured, boolean hasFile, boolean acceptSignatures, Clock clock) {
        this.configured = List.copyOf(configured);
        this.open = configured.isEmpty() && !hasFile;
        this.acceptSignatures = acceptSignatures;
        this.clock = clock;
        this.keys = this.configured;
    }

    /** Takes the keys of the file in place of those that it had before. */
    void replaceFile(List<KnownKey> fromFile) {
        ArrayList<KnownKey> all = new ArrayList<>(configured);
        all.addAll(fromFile);
        keys = List.copyOf(all);
    }

    /** Whether no key is demanded. */
    public boolean isOpen() {
        return open;
    }

    /** Who this is, or why it is turned away. The first key that opens counts, wherever it is. */
    public Admission admit(HttpServerRequest request) {
        if (open) {
            return Admission.of(InboundKey.NOBODY);
        }
        Search search = new Search();
        String authorization = request.getHeader("authorization");
        boolean signed = authorization != null && AwsCredential.isSigned(authorization);
        if (authorization != null) {
            search.shown = true;
            search.look(signed ? signer(authorization) : bearer(authorization));
        }
        for (String header : HEADERS) {
            search.look(request.getHeader(header));
        }
        String query = request.query();
        search.look(query != null && query.contains("key=") ? request.getParam("key") : null);
        InboundKey found = search.found;
        if (found != null) {
            return Admission.of(found);
        }
        return Admission.refused(signed && !acceptSignatures ? AwsCredential.refusal() : refusal(search));
    }

    private static @Nullable String bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length())
                : null;
    }

    private @Nullable String signer(String authorization) {
        return acceptSignatures ? AwsCredential.accessKeyId(authorization) : null;
    }

    private static ChatError refusal(Search search) {
        String message = "No API key provided: send one as Authorization: Bearer, x-api-key, api-key or x-goog-api-key";
        if (search.expired) {
            message = "The API key provided has expired";
        } else if (search.shown) {
            message = "Incorrect API key provided";
        }
        return ChatError.of(ErrorKind.AUTHENTICATION, message).withCode("invalid_api_key");
    }

    /** Looks for a key that opens in one place after the other. */
    private final class Search {
        private final List<KnownKey> known = keys;
        private @Nullable InboundKey found;
        private boolean shown;
        private boolean expired;

        void look(@Nullable String key) {
            if (key == null || found != null) {
                return;
            }
            shown = true;
            KeyHash hash = KeyHash.of(key.strip());
            for (KnownKey candidate : known) {
                if (candidate.hash().matches(hash)) {
                    boolean over = candidate.key().isExpired(clock.instant());
                    expired |= over;
                    found = over || found != null ? found : candidate.key();
                }
            }
        }
    }

    /** A number only. */
    @Override
    public String toString() {
        return "InboundKeys[" + keys.size() + "]";
    }
}
