// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Reads what is said of a key, in the configuration and in the file alike. No message repeats a value. */
final class KeySettings {
    private KeySettings() {}

    /** @throws IllegalArgumentException if it is neither an instant nor a date */
    static Instant expires(String text) {
        String value = text.strip();
        try {
            return value.contains("T")
                    ? Instant.parse(value)
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be like 2027-01-31T12:00:00Z or 2027-01-31", e);
        }
    }

    /** @throws IllegalArgumentException if it is no number of 1 or more */
    static int limit(String text) {
        int limit;
        try {
            limit = Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            limit = 0;
        }
        return limit(limit);
    }

    /** @throws IllegalArgumentException if it is less than 1 */
    static int limit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("must be a number of 1 or more");
        }
        return limit;
    }
}
