// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A key that clients may show. */
@ConfigGroup
public interface KeyConfig {
    /** The key itself, where it need not be kept from those who read the configuration. */
    Optional<String> value();

    /** The SHA-256 of the key instead, as {@code sha256:} and 64 hexadecimal digits. */
    Optional<String> hash();

    /**
     * The models that may be asked for with it, as clients name them: an alias, {@code provider/model}, or a beginning and
     * {@code *}. All if there are none.
     */
    Optional<List<String>> models();

    /** When it ends to open: an instant ({@code 2027-01-31T12:00:00Z}), or a date, which is midnight UTC at its beginning. */
    Optional<String> expires();

    /** Most requests at a time. */
    OptionalInt maxConcurrent();

    /** Most requests in a minute, over time; as many may come at once. */
    OptionalInt requestsPerMinute();
}
