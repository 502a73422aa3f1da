// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.framing.Frame;

/**
 * States in which order the frames of a dialect's streams come: which may follow which, one start and one stop a block, one
 * terminal, where the counts stand. Written after the dialect's documentation and not after our codec, since it judges the
 * codec. A stream that ends in the dialect's error event is complete too. One per stream.
 */
public interface StreamGrammar {
    /**
     * Takes the next frame.
     *
     * @param frame the frame, valid only until this method returns
     * @throws IllegalStateException if it may not come now
     * @throws IllegalArgumentException if it cannot be read
     */
    void accept(Frame frame);

    /**
     * Says that no frame follows.
     *
     * @throws IllegalStateException if the stream lacks its terminal or something else that must come
     */
    void end();
}
