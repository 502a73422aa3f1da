// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import java.util.List;

/**
 * Text that much of the answer will repeat, so that the vendor can answer faster.
 *
 * @param texts the text in pieces, at least one
 */
public record Prediction(List<String> texts) {
    /** @throws IllegalArgumentException if there is no text */
    public Prediction {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a prediction needs a text");
        }
    }

    @Override
    public String toString() {
        return "Prediction[" + texts.size() + " texts]";
    }
}
