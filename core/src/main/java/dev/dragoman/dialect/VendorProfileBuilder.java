// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.dialect.VendorProfile.Auth;
import dev.dragoman.dialect.VendorProfile.Variant;
import dev.dragoman.profile.AvoidField;
import dev.dragoman.profile.FieldRule;
import dev.dragoman.profile.ProfileRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link VendorProfile}. Without more it is a vendor without an address that takes bearer keys. Not thread-safe. */
public final class VendorProfileBuilder {
    private final String id;
    private final String dialect;
    private @Nullable String baseUrl;
    private Auth auth = Auth.BEARER;
    private List<String> environmentKeys = List.of();
    private Map<String, String> headers = Map.of();
    private boolean switchedOnByKey = true;
    private ProfileRules rules = ProfileRules.NONE;
    private List<Variant> variants = List.of();
    private ModelCatalog models = ModelCatalog.NONE;

    VendorProfileBuilder(String id, String dialect) {
        this.id = id;
        this.dialect = dialect;
    }

    VendorProfileBuilder(VendorProfile profile) {
        this(profile.id(), profile.dialect());
        baseUrl = profile.baseUrl();
        auth = profile.auth();
        environmentKeys = profile.environmentKeys();
        headers = profile.headers();
        switchedOnByKey = profile.switchedOnByKey();
        rules = profile.rules();
        variants = profile.variants();
        models = profile.models();
    }

    /** Where the vendor is, without a slash at the end; {@code null} if every user has an address of their own. */
    public VendorProfileBuilder baseUrl(@Nullable String newBaseUrl) {
        baseUrl = newBaseUrl;
        return this;
    }

    /** How the vendor wants its credential. */
    public VendorProfileBuilder auth(Auth newAuth) {
        auth = newAuth;
        return this;
    }

    /** Environment variables that hold the credential, the first that is set counts. */
    public VendorProfileBuilder environment(List<String> keys) {
        environmentKeys = keys;
        return this;
    }

    /** Environment variables that hold the credential, the first that is set counts. */
    public VendorProfileBuilder environment(String... keys) {
        return environment(List.of(keys));
    }

    /** Headers that every request carries. */
    public VendorProfileBuilder headers(Map<String, String> newHeaders) {
        headers = newHeaders;
        return this;
    }

    /** Whether a credential in the environment switches the provider of this id on; so it is unless {@code false} is said. */
    public VendorProfileBuilder switchedOnByKey(boolean switched) {
        switchedOnByKey = switched;
        return this;
    }

    /** What tells the vendor from its dialect, instead of what was said of it before. */
    public VendorProfileBuilder rules(ProfileRules newRules) {
        rules = newRules;
        return this;
    }

    /** Fields, in the words of the dialect, that its codecs are to do without. */
    public VendorProfileBuilder avoids(String... fields) {
        List<FieldRule> all = new ArrayList<>(rules.fields());
        for (String field : fields) {
            all.add(FieldRule.of(field, new AvoidField()));
        }
        return rules(rules.withFields(all));
    }

    /** Profiles for some of the vendor's models, the first that fits counts. */
    public VendorProfileBuilder variants(List<Variant> newVariants) {
        variants = newVariants;
        return this;
    }

    /** What its models can do. */
    public VendorProfileBuilder models(ModelCatalog newModels) {
        models = newModels;
        return this;
    }

    /** The vendor as it was described. */
    public VendorProfile build() {
        return new VendorProfile(
                id, dialect, baseUrl, auth, environmentKeys, headers, switchedOnByKey, rules, variants, models);
    }
}
