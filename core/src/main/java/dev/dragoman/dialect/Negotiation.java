// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.Objects;

/**
 * How clients of a dialect choose the look of a whole reply by path, query and headers. Only JSON is spoken; the point is to say
 * so in the ways such clients expect.
 *
 * @param pathSuffix end of the path that asks for JSON, such as {@code .json}; empty for none
 * @param formatParameter name of the query parameter that asks for a format, such as {@code format}; empty for none
 * @param callbackParameter name of the query parameter that asks for a call of this function around the JSON; empty for none
 * @param accept whether the header {@code Accept} is heeded, so that a client that takes no JSON is told so
 */
public record Negotiation(String pathSuffix, String formatParameter, String callbackParameter, boolean accept) {
    /** Nothing to choose. */
    public static final Negotiation NONE = new Negotiation("", "", "", false);

    /** Checks that nothing required is missing. */
    public Negotiation {
        Objects.requireNonNull(pathSuffix, "pathSuffix");
        Objects.requireNonNull(formatParameter, "formatParameter");
        Objects.requireNonNull(callbackParameter, "callbackParameter");
    }

    /** Whether there is nothing to choose. */
    public boolean isNone() {
        return pathSuffix.isEmpty() && formatParameter.isEmpty() && callbackParameter.isEmpty() && !accept;
    }
}
