// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

/** What a vendor does with one request. */
enum Fault {
    /** Answers "Good", streamed as "Good" and " day". */
    NONE,
    /** Answers "Hel" and "lo", the proper start for a continuation. */
    HELLO,
    /** Goes on with " World" as Claude does. */
    CONTINUES,
    /** 429 that asks to come back in a few milliseconds. */
    BUSY_FOR_A_MOMENT,
    /** 429 that asks to come back in an hour. */
    BUSY_FOR_LONG,
    /** 429 that does not say when. */
    BUSY,
    /** 500. */
    BROKEN,
    /** 503. */
    UNAVAILABLE,
    /** 401. */
    UNKNOWN_KEY,
    /** 400 because of what the caller wrote. */
    WRONG,
    /** 400 because it does not fit. */
    TOO_LONG,
    /** 400 because a filter refuses it. */
    FILTERED,
    /** Closes the connection instead of an answer. */
    RESET,
    /** Never answers. */
    SILENT,
    /** Begins its answer and says no word. */
    WORDLESS,
    /** Says "Hel" and closes the connection. */
    CUT,
    /** Says "Hel" and is still there. */
    STALLS,
    /** Says "Hel" and then nonsense. */
    MALFORMED,
    /** Nonsense from the start. */
    NONSENSE,
    /** Says "Hel" and ends properly but for the end itself. */
    ENDLESS
}
