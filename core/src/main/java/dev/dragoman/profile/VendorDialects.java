// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.translate.Dialects;
import java.util.ArrayList;
import java.util.List;

/** What a vendor speaks to each of its models. Immutable and thread-safe. */
public final class VendorDialects {
    private record Choice(VendorProfile.Variant variant, Dialect dialect) {}

    private final Dialect usual;
    private final List<Choice> choices;

    /**
     * The dialects of a vendor.
     *
     * @throws IllegalArgumentException if a dialect of the profile is not there
     */
    public VendorDialects(VendorProfile profile, Dialects dialects) {
        usual = ProfiledDialect.of(profile.id(), dialects.get(profile.dialect()), profile.rules());
        List<Choice> list = new ArrayList<>(profile.variants().size());
        for (VendorProfile.Variant variant : profile.variants()) {
            Dialect base = dialects.get(variant.dialect());
            list.add(new Choice(variant, ProfiledDialect.of(profile.id(), base, variant.rules())));
        }
        choices = List.copyOf(list);
    }

    /** One dialect for all models. */
    public VendorDialects(Dialect only) {
        usual = only;
        choices = List.of();
    }

    /** What it speaks to this model, the vendor's own name of it. */
    public Dialect of(String model) {
        for (Choice choice : choices) {
            if (choice.variant().fits(model)) {
                return choice.dialect();
            }
        }
        return usual;
    }

    /** What it speaks to models that nothing special is known of. */
    public Dialect usual() {
        return usual;
    }
}
