// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.endpoint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of endpoints.
 *
 * @param kind what it is for
 * @param path its path; {@code {model}} may hold slashes, every other name in braces stands for one segment
 * @param dialects who is served there: the first at the path itself, all of them below their ids; empty for every dialect, but
 *     only below its id
 * @param stream whether the path asks for a stream; {@code null} if the body says so
 * @param header a header, lower case, without which a request is not meant for this line but for a later one of the same path;
 *     {@code null} if none is needed
 * @param mountedOnly whether the path is served below ids only
 * @param profile id of the profile that clients of the path itself speak; {@code null} for the first of the dialects
 */
public record Endpoint(
        EndpointKind kind,
        String path,
        List<String> dialects,
        @Nullable Boolean stream,
        @Nullable String header,
        boolean mountedOnly,
        @Nullable String profile) {
    /** Copies the list. */
    public Endpoint {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        dialects = List.copyOf(dialects);
        mountedOnly |= dialects.isEmpty();
    }

    static Endpoint of(EndpointKind kind, String path, String... dialects) {
        return new Endpoint(kind, path, List.of(dialects), null, null, false, null);
    }

    /** The same where the path itself tells whether to stream. */
    Endpoint streaming(boolean streamed) {
        return new Endpoint(kind, path, dialects, streamed, header, mountedOnly, profile);
    }

    /** The same for requests with this header only. */
    Endpoint when(String name) {
        return new Endpoint(kind, path, dialects, stream, name, mountedOnly, profile);
    }

    /** The same below ids only. */
    Endpoint mounted() {
        return new Endpoint(kind, path, dialects, stream, header, true, profile);
    }

    /** The same, but that clients of the path itself speak a profile of the dialect. */
    Endpoint spokenAs(String id) {
        return new Endpoint(kind, path, dialects, stream, header, mountedOnly, id);
    }

    /** Id of the dialect or profile that clients of the path itself speak. */
    public String client() {
        return profile != null ? profile : dialects.get(0);
    }

    /** Whether clients of this dialect are served there below its id. */
    boolean serves(String dialect) {
        return dialects.isEmpty() || dialects.contains(dialect);
    }
}
