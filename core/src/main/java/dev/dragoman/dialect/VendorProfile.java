// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.profile.Glob;
import dev.dragoman.profile.ProfileRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An adapter as data: a dialect and how one vendor speaks it.
 *
 * @param id what users name in configuration, such as {@code openai}
 * @param dialect id of the dialect
 * @param baseUrl where the vendor is, without a slash at the end; {@code null} if every user has an address of their own; names
 *     between braces are settings of the provider
 * @param auth how the vendor wants its credential
 * @param environmentKeys environment variables that hold the credential, the first that is set counts
 * @param headers headers that every request carries
 * @param switchedOnByKey whether a credential in the environment switches the provider of this id on; {@code false} for another way
 *     to a vendor whose usual way the same variable switches on: it takes the credential once it is configured
 * @param rules what tells the vendor from its dialect
 * @param variants profiles for some of the vendor's models, the first that fits counts
 * @param models what its models can do; {@link ModelCatalog#NONE} for what the dialect knows
 */
public record VendorProfile(
        String id,
        String dialect,
        @Nullable String baseUrl,
        Auth auth,
        List<String> environmentKeys,
        Map<String, String> headers,
        boolean switchedOnByKey,
        ProfileRules rules,
        List<Variant> variants,
        ModelCatalog models) {
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

    /**
     * How the vendor speaks to some of its models.
     *
     * @param match patterns of names of models, {@code *} for any characters
     * @param dialect id of the dialect
     * @param rules what tells these models from the dialect
     */
    public record Variant(List<String> match, String dialect, ProfileRules rules) {
        /** Copies the list. */
        public Variant {
            Objects.requireNonNull(dialect, "dialect");
            Objects.requireNonNull(rules, "rules");
            match = List.copyOf(match);
        }

        /** Whether this is for the model of this name. */
        public boolean fits(String model) {
            return match.stream().anyMatch(pattern -> Glob.matches(pattern, model));
        }
    }

    /** Copies the collections. */
    public VendorProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(auth, "auth");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(models, "models");
        environmentKeys = List.copyOf(environmentKeys);
        headers = Map.copyOf(headers);
        variants = List.copyOf(variants);
    }

    /**
     * A vendor that speaks its dialect as it is, until more is said.
     *
     * @param id what users name in configuration
     * @param dialect id of the dialect
     */
    public static VendorProfileBuilder builder(String id, String dialect) {
        return new VendorProfileBuilder(id, dialect);
    }

    /** The same values, to be changed. */
    public VendorProfileBuilder toBuilder() {
        return new VendorProfileBuilder(this);
    }

    /** Request fields that others who speak the dialect take and this vendor refuses, as far as its codecs ask for them. */
    public Set<String> refusedFields() {
        return rules.avoidedFields();
    }

    /** The same vendor for a provider with these settings, which stand between braces in paths. */
    public VendorProfile with(Map<String, String> settings) {
        List<Variant> filled = variants.stream()
                .map(variant -> new Variant(
                        variant.match(), variant.dialect(), variant.rules().with(settings)))
                .toList();
        return toBuilder().rules(rules.with(settings)).variants(filled).build();
    }

    /** Names of settings without which a provider cannot be called. */
    public List<String> missing(Map<String, String> settings) {
        return Stream.concat(Stream.of(rules), variants.stream().map(Variant::rules))
                .flatMap(each -> each.paths().missing(settings).stream())
                .distinct()
                .toList();
    }
}
