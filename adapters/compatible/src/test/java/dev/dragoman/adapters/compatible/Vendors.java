// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.profile.ProfileRules;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.translate.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The profiles on the class path of these tests. */
final class Vendors {
    static final Dialects DIALECTS = Dialects.load(Vendors.class.getClassLoader());
    static final Map<String, VendorProfile> ALL = YamlProfiles.load(Vendors.class.getClassLoader(), List.of()).stream()
            .collect(Collectors.toMap(VendorProfile::id, profile -> profile));

    private Vendors() {}

    /**
     * The rules for some models of a vendor.
     *
     * @param name id of the profile, with the pattern of the models behind it
     * @param id id of the profile
     * @param dialect id of the dialect
     * @param rules what tells the models from the dialect
     */
    record Speaker(String name, String id, String dialect, ProfileRules rules) {
        Dialect profiled() {
            return ProfiledDialect.of(id, DIALECTS.get(dialect), rules);
        }
    }

    /** Every vendor, with each of its variants, whose dialect is here. */
    static List<Speaker> speakers() {
        List<Speaker> speakers = new ArrayList<>();
        ALL.values().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(profile -> {
            speakers.add(new Speaker(profile.id(), profile.id(), profile.dialect(), profile.rules()));
            profile.variants()
                    .forEach(variant -> speakers.add(new Speaker(
                            profile.id() + " " + variant.match().get(0),
                            profile.id(),
                            variant.dialect(),
                            variant.rules())));
        });
        speakers.removeIf(speaker -> DIALECTS.find(speaker.dialect()).isEmpty());
        return speakers;
    }

    static Dialect dialect(String id) {
        VendorProfile profile = ALL.get(id);
        return ProfiledDialect.of(id, DIALECTS.get(profile.dialect()), profile.rules());
    }
}
