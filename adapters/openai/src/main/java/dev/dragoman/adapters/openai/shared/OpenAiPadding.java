// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import java.util.function.Supplier;

/**
 * The {@code obfuscation} of a chunk: random characters that bring the length of a delta up to the next multiple of a step, so
 * that an eavesdropper cannot guess words from lengths.
 */
final class OpenAiChatPadding {
    private static final int STEP = 16;

    private final Supplier<String> randomText;

    OpenAiChatPadding(Supplier<String> randomText) {
        this.randomText = randomText;
    }

    String of(int length) {
        int missing = STEP - length % STEP;
        StringBuilder padding = new StringBuilder(missing);
        while (padding.length() < missing) {
            padding.append(randomText.get());
        }
        return padding.substring(0, missing);
    }
}
