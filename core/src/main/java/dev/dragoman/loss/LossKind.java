// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

/** In what way something was not carried over exactly. */
public enum LossKind {
    /** Left out. */
    DROPPED,
    /** Replaced by the nearest value that the target knows. */
    APPROXIMATED,
    /** Brought into the target's range. */
    CLAMPED,
    /** The same effect by other means, such as a JSON schema through a forced tool. */
    EMULATED,
    /** The target demands a value that the source did not give. */
    DEFAULTED,
    /** Kept, in another place. */
    MOVED
}
