// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import java.lang.reflect.Constructor;

/** The grammars of dialects for tests of other modules, which know an adapter's tests by name only. */
public final class Grammars {
    private Grammars() {}

    /**
     * A fresh grammar of the streams that the dialect writes.
     *
     * @param laws name of the adapter's subclass of {@link DialectLaws}
     * @throws IllegalArgumentException if there is no such class
     */
    public static StreamGrammar of(String laws) {
        return kit(laws).streamGrammar();
    }

    /**
     * A fresh grammar of the streams that vendors of the dialect are known to send.
     *
     * @param laws name of the adapter's subclass of {@link DialectLaws}
     * @throws IllegalArgumentException if there is no such class
     */
    public static StreamGrammar ofVendors(String laws) {
        return kit(laws).vendorStreamGrammar();
    }

    static DialectKit kit(String laws) {
        try {
            Constructor<?> constructor = Class.forName(laws).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (DialectKit) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(laws, e);
        }
    }
}
