// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

/** A call under way. To be used on the context that the call was started on. */
@FunctionalInterface
public interface CallHandle {
    /** Ends the vendor's request at once; nothing is delivered any more. Does nothing if the call is over. */
    void cancel();
}
