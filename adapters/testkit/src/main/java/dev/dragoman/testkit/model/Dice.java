// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance from a seed. */
public final class Dice {
    private static final String[] PIECES = {
        "a",
        "word ",
        "Oslo",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\"",
        "\\",
        "/",
        "{",
        "}",
        "[1,2]",
        ":",
        ",",
        "data: ",
        "event: x\n",
        "\u00e9",
        "\u00df",
        "\u4e2d\u6587",
        "\ud83d\ude00",
        "\u2028",
        "\u0000",
        "\u007f",
        "<think>",
        "[DONE]",
        "null",
        "0"
    };

    private final Random random;

    /** Dice of this seed. */
    public Dice(long seed) {
        // Neighbouring seeds of Random begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** A number from 0 to {@code bound}, exclusive. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between these, both included. */
    public int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Whether something of this probability, in percent, happens. */
    public boolean percent(int probability) {
        return random.nextInt(100) < probability;
    }

    /** One of these. */
    public <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Text with everything that codecs stumble over, well-formed Unicode. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int pieces = between(1, 8);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /** A text cut into pieces, never within a pair of surrogates; joined they are the text again. */
    public List<String> cut(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + between(1, Math.max(1, text.length() / 2)));
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
