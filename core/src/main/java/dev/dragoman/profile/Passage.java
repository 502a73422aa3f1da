// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

/** How a request comes to the dialect in which a vendor is asked. */
public enum Passage {
    /** It was asked in another dialect, or in the words of another profile, and is written anew. */
    TRANSLATED,
    /** Its client speaks the dialect: what it wrote goes on, and it may mean a field that only some speakers of the dialect know. */
    PASSED
}
