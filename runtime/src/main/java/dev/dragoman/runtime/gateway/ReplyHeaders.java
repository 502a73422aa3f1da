// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.loss.Loss;
import dev.dragoman.runtime.attempt.AttemptLog;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Names and values of the headers that replies carry. */
final class ReplyHeaders {
    static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    static final CharSequence SERVED_BY = HttpHeaders.createOptimized("dragoman-served-by");
    static final CharSequence ATTEMPTS = HttpHeaders.createOptimized("dragoman-attempts");
    static final CharSequence LOSS = HttpHeaders.createOptimized("dragoman-loss");
    static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    static final CharSequence ACCEL_BUFFERING = HttpHeaders.createOptimized("x-accel-buffering");
    static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("x-content-type-options");
    static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
    static final CharSequence NO = HttpHeaders.createOptimized("no");

    /** Longest list of losses; servers and proxies take 8 KiB for all headers. */
    static final int MAX_LOSSES = 2048;

    private static final int LONGEST_VALUE = 256;

    private ReplyHeaders() {}

    /** {@code <path>;<KIND>, …}, bounded; a count of the rest where it is cut. */
    static String losses(List<Loss> losses) {
        return list(
                losses.size(),
                i -> visible(losses.get(i).path()) + ';' + losses.get(i).kind());
    }

    /**
     * {@code <provider>/<model>;<outcome>, …}, bounded in the same way.
     *
     * @param underWay who has begun to answer; {@code null} if nobody has
     */
    static String attempts(List<AttemptLog.Entry> entries, @Nullable String underWay) {
        if (underWay == null) {
            return list(
                    entries.size(),
                    i -> visible(entries.get(i).target()) + ';' + entries.get(i).outcome());
        }
        List<AttemptLog.Entry> all = new ArrayList<>(entries);
        all.add(new AttemptLog.Entry(underWay, AttemptLog.OK));
        return attempts(all, null);
    }

    private static String list(int size, IntFunction<String> entries) {
        StringBuilder header = new StringBuilder(64 * Math.min(size, 16));
        for (int i = 0; i < size; i++) {
            String entry = entries.apply(i);
            if (header.length() + entry.length() + 24 > MAX_LOSSES) {
                return header.append(header.isEmpty() ? "+" : ", +")
                        .append(size - i)
                        .append(" more")
                        .toString();
            }
            header.append(header.isEmpty() ? "" : ", ").append(entry);
        }
        return header.toString();
    }

    /** What a client wrote, made fit for a header: visible ASCII, bounded, and nothing that separates entries. */
    static String visible(String value) {
        int length = Math.min(value.length(), LONGEST_VALUE);
        int plain = 0;
        while (plain < length && isVisible(value.charAt(plain))) {
            plain++;
        }
        if (plain == length) {
            return value.substring(0, length);
        }
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            safe.append(isVisible(c) ? c : '_');
        }
        return safe.toString();
    }

    private static boolean isVisible(char c) {
        return c > ' ' && c <= '~' && c != ',' && c != ';';
    }
}
