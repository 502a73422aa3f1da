// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.time.Duration;

/**
 * Counts what is asked with each key. The gateway has one that counts in memory, for itself alone; a bean of this type takes its
 * place, so that several instances can share their counts. Only keys that have a limit are brought here.
 */
public interface KeyLimits {
    /**
     * Whether one more request may be served. Called on the event loop of the client's connection, and must not block it.
     *
     * @param key the name of the key
     * @param limit its limits, never none of them
     * @param verdict is told exactly one thing, at once or later, on the same event loop
     */
    void ask(String key, KeyLimit limit, Verdict verdict);

    /** What is to become of a request. */
    interface Verdict {
        /**
         * It may be served.
         *
         * @param release is run exactly once, when it is over
         */
        void granted(Runnable release);

        /**
         * It is turned away.
         *
         * @param wait how long its client should wait, more than zero
         */
        void refused(Duration wait);
    }
}
