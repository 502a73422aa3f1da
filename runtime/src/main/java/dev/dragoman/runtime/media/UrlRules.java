// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be fetched, as far as their text tells: by scheme, host and port. An address with a user's name in it never.
 *
 * @param http whether connections without TLS are allowed, too
 * @param hosts hosts that are allowed; none: all, at the usual ports
 */
record UrlRules(boolean http, List<Host> hosts) {
    private static final int LONGEST_URL = 8_192;

    /**
     * Some hosts.
     *
     * @param name the host, or what the names of hosts end with if it begins with a dot
     * @param port the port; -1 for the usual one
     */
    record Host(String name, int port) {
        boolean admits(String host, int usualOr) {
            boolean named =
                    name.startsWith(".") ? host.endsWith(name) && host.length() > name.length() : host.equals(name);
            return named && port == usualOr;
        }
    }

    /** Copies the list. */
    UrlRules {
        hosts = List.copyOf(hosts);
    }

    /**
     * Reads a list of hosts: {@code example.com}, {@code *.example.com}, each with a port behind a colon if it is not the usual one.
     *
     * @throws IllegalArgumentException if an entry is none of these
     */
    static UrlRules of(boolean http, List<String> entries) {
        List<Host> hosts = new ArrayList<>(entries.size());
        for (String entry : entries) {
            hosts.add(host(entry.strip().toLowerCase(Locale.ROOT)));
        }
        return new UrlRules(http, hosts);
    }

    private static Host host(String entry) {
        int colon = entry.lastIndexOf(':');
        String name = colon < 0 ? entry : entry.substring(0, colon);
        int port = -1;
        if (colon >= 0) {
            try {
                port = Integer.parseInt(entry, colon + 1, entry.length(), 10);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + entry + "' is not a host with a port", e);
            }
        }
        String bare = name.startsWith("*.") ? name.substring(1) : name;
        boolean valid = !bare.isEmpty() && !bare.equals(".") && bare.chars().allMatch(UrlRules::isHostCharacter);
        if (!valid || (colon >= 0 && (port < 1 || port > 65_535))) {
            throw new IllegalArgumentException("'" + entry + "' is not a host such as example.com or *.example.com");
        }
        return new Host(bare, port);
    }

    private static boolean isHostCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    /** The address if it may be fetched; {@code null} otherwise. */
    @Nullable URI admit(String url) {
        if (url.length() > LONGEST_URL) {
            return null;
        }
        try {
            URI uri = new URI(url);
            return admits(uri) ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    boolean admits(URI uri) {
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (scheme == null || host == null || host.isEmpty() || uri.getRawUserInfo() != null) {
            return false;
        }
        boolean tls = scheme.equalsIgnoreCase("https");
        if (!tls && !(http && scheme.equalsIgnoreCase("http"))) {
            return false;
        }
        int port = uri.getPort() == (tls ? 443 : 80) ? -1 : uri.getPort();
        if (port == 0) {
            return false;
        }
        String name = name(uri);
        return hosts.isEmpty() ? port == -1 : hosts.stream().anyMatch(allowed -> allowed.admits(name, port));
    }

    /** The host as names are compared: lower case, without the brackets of IPv6 and without a dot at the end. */
    static String name(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]")) {
            return host.substring(1, host.length() - 1);
        }
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
