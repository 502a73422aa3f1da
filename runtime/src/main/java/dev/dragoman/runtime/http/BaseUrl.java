// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a vendor is.
 *
 * @param tls whether it is reached by TLS
 * @param host its host, without brackets
 * @param port its port
 * @param path what stands before each path, without a slash at the end; empty for the host's root
 */
public record BaseUrl(boolean tls, String host, int port, String path) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Checks that nothing required is missing. */
    public BaseUrl {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(path, "path");
    }

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is not an absolute HTTP or HTTPS URL, or holds a user, a query or a fragment; the
     *     message does not repeat it
     */
    public static BaseUrl parse(String text) {
        URI uri;
        try {
            uri = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is not a URL: " + e.getReason(), e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("must begin with http:// or https://");
        }
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("has no host, or one with characters that host names cannot have");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("must be scheme, host, port and path only");
        }
        boolean tls = scheme.equals("https");
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS_PORT : HTTP_PORT;
        return new BaseUrl(tls, withoutBrackets(host), port, withoutSlash(uri.getRawPath()));
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String withoutSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
