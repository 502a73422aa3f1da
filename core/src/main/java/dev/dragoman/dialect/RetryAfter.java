// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers {@code retry-after-ms} and {@code retry-after} (RFC 9110, section 10.2.3), which most dialects share. A date is
 * counted from the answer's own {@code date} header, so that no clock is needed.
 */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * How long to wait; {@code null} if the headers don't say it or say nonsense.
     *
     * @param headers names in lower case
     */
    public static @Nullable Duration read(Map<String, String> headers) {
        Duration millis = number(headers.get("retry-after-ms"), 1);
        if (millis != null) {
            return millis;
        }
        String after = headers.get("retry-after");
        Duration seconds = number(after, 1000);
        if (seconds != null || after == null) {
            return seconds;
        }
        try {
            ZonedDateTime until = ZonedDateTime.parse(after.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            String date = headers.get("date");
            if (date == null) {
                return null;
            }
            ZonedDateTime now = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return bounded(Duration.between(now, until));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Adds {@code retry-after} in seconds, rounded up, and {@code retry-after-ms} where that says more. */
    public static void write(@Nullable Duration wait, Map<String, String> headers) {
        if (wait == null) {
            return;
        }
        long millis = wait.toMillis();
        headers.put("retry-after", Long.toString((millis + 999) / 1000));
        if (millis % 1000 != 0) {
            headers.put("retry-after-ms", Long.toString(millis));
        }
    }

    private static @Nullable Duration number(@Nullable String text, int millis) {
        if (text == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? bounded(Duration.ofMillis(Math.round(value * millis))) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration bounded(Duration wait) {
        return wait.isNegative() || wait.compareTo(LONGEST) > 0 ? null : wait;
    }
}
