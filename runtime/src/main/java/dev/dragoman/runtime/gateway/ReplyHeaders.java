// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.loss.Loss;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** Names and values of the headers that replies carry. */
final class ReplyHeaders {
    static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
    static final CharSequence SERVED_BY = HttpHeaders.createOptimized("dragoman-served-by");
    static final CharSequence LOSS = HttpHeaders.createOptimized("dragoman-loss");
    static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    static final CharSequence ACCEL_BUFFERING = HttpHeaders.createOptimized("x-accel-buffering");
    static final CharSequence NO = HttpHeaders.createOptimized("no");

    /** Longest list of losses; servers and proxies take 8 KiB for all headers. */
    static final int MAX_LOSSES = 2048;

    private static final int LONGEST_VALUE = 256;

    private ReplyHeaders() {}

    /** {@code <path>;<KIND>, …}, bounded; a count of the rest where it is cut. */
    static String losses(List<Loss> losses) {
        StringBuilder header = new StringBuilder(64 * Math.min(losses.size(), 16));
        for (int i = 0; i < losses.size(); i++) {
            String entry = visible(losses.get(i).path()) + ';' + losses.get(i).kind();
            if (header.length() + entry.length() + 24 > MAX_LOSSES) {
                return header.append(header.isEmpty() ? "+" : ", +")
                        .append(losses.size() - i)
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
        StringBuilder safe = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            safe.append(c > ' ' && c <= '~' && c != ',' && c != ';' ? c : '_');
        }
        return safe.toString();
    }
}
