// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

/** A streamed call under way. */
public interface StreamHandle extends CallHandle {
    /** Asks for the next batch: what the vendor's next chunk holds. One batch follows, ended by {@link StreamSink#flush()}. */
    void fetch();
}
