// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;

/**
 * Paths that hold names which somebody else chose, such as that of a model: how a name is written into one, and that the result
 * leads where the dialect meant. Source: RFC 3986, sections 2.3 (unreserved characters), 3.3 (paths) and 5.2.4 (dot segments).
 */
public final class RequestTarget {
    private static final String UNRESERVED = "-._~";
    /**
     * What may stand in a path and a query beside letters and digits; slash and percent sign included, and the braces around a setting
     * that is not filled in.
     */
    private static final String ALLOWED = UNRESERVED + "!$&'()*+,;=:@/?%{}";

    private RequestTarget() {}

    /** A name as one segment: everything but unreserved characters is percent-encoded, slashes too. */
    public static String segment(String name) {
        return encoded(name, UNRESERVED);
    }

    /** A name that may be several segments: its slashes stay. */
    public static String segments(String name) {
        return encoded(name, UNRESERVED + "/@");
    }

    private static String encoded(String name, String plain) {
        StringBuilder out = new StringBuilder(name.length() + 16);
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isLetterOrDigit(c) || plain.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        return out.toString();
    }

    /**
     * Checks a path and query that are to be sent.
     *
     * @throws IllegalArgumentException if it does not begin with a slash, or holds a character that must be percent-encoded
     * @throws ChatException of kind {@code INVALID_REQUEST} if one of its segments is {@code .} or {@code ..}, however often
     *     encoded, even within a segment whose slashes are encoded: a server or a proxy may take it for a way to somewhere else
     */
    static void check(String target) {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash");
        }
        int dots = 0;
        boolean onlyDots = true;
        int at = 1;
        while (at < target.length() && target.charAt(at) != '?') {
            char c = target.charAt(at);
            requireAllowed(c);
            int next = c == '%' ? afterEscape(target, at) : at + 1;
            char meant = c == '%' ? unescaped(target, next) : c;
            if (meant == '/' || meant == '\\') {
                refuseDots(onlyDots, dots);
                dots = 0;
                onlyDots = true;
            } else if (meant == '.') {
                dots++;
            } else {
                onlyDots = false;
            }
            at = next;
        }
        refuseDots(onlyDots, dots);
        for (; at < target.length(); at++) {
            requireAllowed(target.charAt(at));
        }
    }

    private static void requireAllowed(char c) {
        if (!isLetterOrDigit(c) && ALLOWED.indexOf(c) < 0) {
            throw new IllegalArgumentException("a path holds a character that must be percent-encoded");
        }
    }

    private static void refuseDots(boolean onlyDots, int dots) {
        if (onlyDots && (dots == 1 || dots == 2)) {
            throw ChatException.invalid("model", "A model cannot have '.' or '..' between slashes");
        }
    }

    /** Where the escape ends that begins at a percent sign, an escape of an escape included ({@code %252E}). */
    private static int afterEscape(String target, int percent) {
        int at = percent + 1;
        while (target.startsWith("25", at) && isHex(target, at + 2) && isHex(target, at + 3)) {
            at += 2;
        }
        if (!isHex(target, at) || !isHex(target, at + 1)) {
            throw new IllegalArgumentException("a path holds a percent sign that is no escape");
        }
        return at + 2;
    }

    private static char unescaped(String target, int end) {
        return (char) Integer.parseInt(target, end - 2, end, 16);
    }

    private static boolean isHex(String text, int at) {
        return at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 0x80;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
