// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.endpoint;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A path and all that is served there. */
public final class EndpointPath {
    /** Name of the parameter that holds the id of a dialect. */
    public static final String MOUNT = "mount";
    /** Name of the parameter that holds a model. */
    public static final String MODEL = "model";
    /** Name of the parameter that holds the maker of a model. */
    public static final String PUBLISHER = "publisher";

    /** The path of a dialect's root, below its own id only: other paths of one segment are the application's. */
    static final String ROOT = "";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final String template;
    private final boolean mounted;
    private final int literals;
    private final List<Endpoint> endpoints;
    private final Pattern pattern;

    EndpointPath(String path, boolean mounted, List<Endpoint> endpoints) {
        this.mounted = mounted;
        this.literals = PARAMETER.matcher(path).replaceAll("").length();
        this.endpoints = List.copyOf(endpoints);
        if (path.equals(ROOT)) {
            String ids = endpoints.stream()
                    .flatMap(endpoint -> endpoint.dialects().stream())
                    .collect(Collectors.joining("|"));
            this.template = "/{" + MOUNT + ":" + ids + "}";
            this.pattern = Pattern.compile("/(" + ids + ")/?");
        } else {
            String mount = mounted ? "/{" + MOUNT + "}" : "";
            this.template = mount + path.replace("{" + MODEL + "}", "{" + MODEL + ":.+}");
            this.pattern = pattern(mount + path);
        }
    }

    /** The path in the words of Jakarta REST. */
    public String template() {
        return template;
    }

    /** Whether it begins with the id of a dialect. */
    public boolean isMounted() {
        return mounted;
    }

    /** How many of its characters are literal. */
    int literals() {
        return literals;
    }

    /** Whether this is such a path. */
    public boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    /**
     * The endpoint that a request is meant for; {@code null} if there is none for its method and its dialect.
     *
     * @param method the HTTP method; {@code HEAD} stands for {@code GET}
     * @param dialect the dialect below whose id the request came; {@code null} if the path names none
     * @param headers whether the request has a header
     */
    public @Nullable Endpoint find(String method, @Nullable String dialect, Predicate<String> headers) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Endpoint endpoint : endpoints) {
            boolean meant = dialect == null
                    ? endpoint.header() == null || headers.test(endpoint.header())
                    : endpoint.serves(dialect);
            if (meant && endpoint.kind().method().equals(wanted)) {
                return endpoint;
            }
        }
        return null;
    }

    /** The methods that it has, as the header {@code Allow} lists them. */
    public String methods() {
        TreeSet<String> methods = new TreeSet<>();
        endpoints.forEach(endpoint -> methods.add(endpoint.kind().method()));
        return String.join(", ", methods);
    }

    /** The dialect of its clients, where the path does not name it; {@code null} if that is for the path to say. */
    @Nullable String dialect(Predicate<String> headers) {
        for (Endpoint endpoint : endpoints) {
            if (!mounted && (endpoint.header() == null || headers.test(endpoint.header()))) {
                return endpoint.client();
            }
        }
        return null;
    }

    private static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(path);
        int end = 0;
        while (parameters.find()) {
            regex.append(Pattern.quote(path.substring(end, parameters.start())))
                    .append(MODEL.equals(parameters.group(1)) ? ".+" : "[^/]+");
            end = parameters.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(path.substring(end))).append("/?").toString());
    }

    @Override
    public String toString() {
        return template;
    }
}
