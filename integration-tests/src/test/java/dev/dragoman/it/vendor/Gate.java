// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import java.util.concurrent.CompletableFuture;

/** Holds the vendor back until a test lets it go on. */
public final class Gate {
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /** Lets the vendor go on. */
    public void open() {
        opened.complete(null);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a test that fails in there fails by waiting
    void whenOpen(Runnable action) {
        opened.thenRun(action);
    }
}
