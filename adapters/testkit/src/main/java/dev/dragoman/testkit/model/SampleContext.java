// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Origin;
import java.util.Objects;
import java.util.function.Function;

/**
 * What samples need to know of the dialect they are for.
 *
 * @param dialect its id
 * @param vendor id of the adapter that requests go to and answers come from
 * @param unknownJson a value as this dialect would write a piece, tool or choice of a type that nobody knows
 */
public record SampleContext(String dialect, String vendor, Function<String, RawJson> unknownJson) {
    /** The model that every sample asks for. */
    public static final String MODEL = "sample-model";
    /** A dialect that is never the one under test. */
    public static final String ELSEWHERE = "elsewhere";
    /** Name of an extension field that no dialect knows. */
    public static final String UNKNOWN_FIELD = "x_testkit";

    /** Checks that nothing required is missing. */
    public SampleContext {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(unknownJson, "unknownJson");
    }

    /** The mark on reasoning made by the vendor under test. */
    public Origin own() {
        return new Origin(vendor, MODEL);
    }

    /** The mark on reasoning made elsewhere. */
    public Origin foreign() {
        return new Origin(ELSEWHERE, "another-model");
    }
}
