// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.VendorProfile;
import java.util.List;

/** The profiles on the class path, for programs that look for {@link ProfileSource}s. */
public final class CompatibleProfiles implements ProfileSource {
    @Override
    public List<VendorProfile> profiles() {
        ClassLoader own = CompatibleProfiles.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return YamlProfiles.load(context != null ? context : own, List.of());
    }
}
