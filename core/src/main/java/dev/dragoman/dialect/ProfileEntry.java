// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A profile in a list of profiles: what must be known of it to tell whether it is wanted. The profile itself is made when it is
 * first asked for, so that the many that nobody uses cost next to nothing. Thread-safe if the supplier is.
 */
public final class ProfileEntry {
    private final String id;
    private final List<String> environmentKeys;
    private final @Nullable String signer;
    private final Supplier<VendorProfile> source;
    private volatile @Nullable VendorProfile profile;

    private ProfileEntry(
            String id, List<String> environmentKeys, @Nullable String signer, Supplier<VendorProfile> source) {
        this.id = Objects.requireNonNull(id, "id");
        this.environmentKeys = List.copyOf(environmentKeys);
        this.signer = signer;
        this.source = Objects.requireNonNull(source, "source");
    }

    /** A profile that is there already. */
    public static ProfileEntry of(VendorProfile profile) {
        return new ProfileEntry(
                profile.id(), profile.environmentKeys(), profile.auth().signer(), () -> profile);
    }

    /**
     * A profile that is still to be read. Its vendor takes keys only.
     *
     * @param id the profile's id
     * @param environmentKeys the profile's variables of the environment
     * @param source reads it; may be asked more than once, and by several threads
     */
    public static ProfileEntry lazy(String id, List<String> environmentKeys, Supplier<VendorProfile> source) {
        return new ProfileEntry(id, environmentKeys, null, source);
    }

    /** What users name in configuration, as in {@link VendorProfile#id()}. */
    public String id() {
        return id;
    }

    /** Environment variables that hold its credential, as in {@link VendorProfile#environmentKeys()}. */
    public List<String> environmentKeys() {
        return environmentKeys;
    }

    /** Who signs its requests, as in {@link VendorProfile.Auth#signer()}. */
    public @Nullable String signer() {
        return signer;
    }

    /**
     * The profile.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    public VendorProfile profile() {
        VendorProfile made = profile;
        if (made == null) {
            made = source.get();
            profile = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return id;
    }
}
