// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;

/** What structured answers are turned into by the SDK, which derives the schema from this class. */
@SuppressWarnings("NullAway") // filled by reflection
public final class Person {
    /** A name. */
    @JsonPropertyDescription("The person's name")
    public String name;

    /** An age. */
    public int age;

    /** An address within. */
    public Address address;

    /** Where a person lives. */
    public static final class Address {
        /** A city. */
        public String city;

        /** Whether people live there. */
        public boolean inhabited;
    }
}
