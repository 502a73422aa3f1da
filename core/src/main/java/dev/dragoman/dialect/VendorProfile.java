// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An adapter as data: a dialect and how one vendor speaks it.
 *
 * @param id what users name in configuration, such as {@code openai}
 * @param dialect id of the dialect
 * @param baseUrl where the vendor is, without a slash at the end; {@value #REGION} in it stands for the configured region;
 *     {@code null} if every user has an address of their own
 * @param auth how the vendor wants its credential
 * @param environmentKeys environment variables that hold the credential, the first that is set counts
 * @param headers headers that every request carries
 * @param refusedFields request fields that others who speak the dialect take and this vendor refuses, in the dialect's own words
 * @param switchedOnByKey whether a credential in the environment switches the provider of this id on; {@code false} for another way
 *     to a vendor whose usual way the same variable switches on: it takes the credential once it is configured
 */
public record VendorProfile(
        String id,
        String dialect,
        @Nullable String baseUrl,
        Auth auth,
        List<String> environmentKeys,
        Map<String, String> headers,
        Set<String> refusedFields,
        boolean switchedOnByKey) {
    /** Stands for the configured region in a base URL. */
    public static final String REGION = "{region}";

    /**
     * How a vendor wants its credential.
     *
     * @param header name of the header
     * @param prefix what stands before the key, such as {@code "Bearer "}; empty if nothing
     * @param required whether requests without a key are hopeless
     * @param signer id of the {@link RequestSigner} that signs requests where signing credentials are configured instead of a
     *     key; {@code null} if the vendor takes keys only
     */
    public record Auth(
            String header,
            String prefix,
            boolean required,
            @Nullable String signer) {
        /** {@code Authorization: Bearer …}. */
        public static final Auth BEARER = new Auth("Authorization", "Bearer ", true);

        /** Checks that nothing required is missing. */
        public Auth {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(prefix, "prefix");
        }

        /** How a vendor that takes keys only wants its credential. */
        public Auth(String header, String prefix, boolean required) {
            this(header, prefix, required, null);
        }
    }

    /** Copies the collections. */
    public VendorProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(auth, "auth");
        environmentKeys = List.copyOf(environmentKeys);
        headers = Map.copyOf(headers);
        refusedFields = Set.copyOf(refusedFields);
    }

    /** A vendor that a credential in the environment switches on. */
    public VendorProfile(
            String id,
            String dialect,
            @Nullable String baseUrl,
            Auth auth,
            List<String> environmentKeys,
            Map<String, String> headers,
            Set<String> refusedFields) {
        this(id, dialect, baseUrl, auth, environmentKeys, headers, refusedFields, true);
    }

    /** A vendor that takes every field of its dialect. */
    public VendorProfile(
            String id,
            String dialect,
            @Nullable String baseUrl,
            Auth auth,
            List<String> environmentKeys,
            Map<String, String> headers) {
        this(id, dialect, baseUrl, auth, environmentKeys, headers, Set.of());
    }
}
