// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.List;

/** Brings vendor profiles. Found by {@link java.util.ServiceLoader}; has a public constructor without arguments. */
@FunctionalInterface
public interface ProfileSource {
    /** The profiles, ids unique. */
    List<VendorProfile> profiles();
}
