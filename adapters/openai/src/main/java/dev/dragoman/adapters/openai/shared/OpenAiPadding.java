// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import java.util.function.Supplier;

/**
 * The {@code obfuscation} of a chunk: random characters that bring the length of a delta up to the next multiple of a step, so
 * that an eavesdropper cannot guess words from lengths.
 */
public final class OpenAiPadding {
    private static final int STEP = 16;

    private final Supplier<String> randomText;

    /** @param randomText makes random text of letters and digits */
    public OpenAiPadding(Supplier<String> randomText) {
        this.randomText = randomText;
    }

    /** Random text that brings a text of this length up to the next step. */
    public String of(int length) {
        int missing = STEP - length % STEP;
        StringBuilder padding = new StringBuilder(missing);
        while (padding.length() < missing) {
            padding.append(randomText.get());
        }
        return padding.substring(0, missing);
    }
}
