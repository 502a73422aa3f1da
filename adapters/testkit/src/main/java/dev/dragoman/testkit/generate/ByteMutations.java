// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.testkit.model.Dice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Breaks bytes: flipped bits, cut ends, foreign bytes, doubled stretches. */
public final class ByteMutations {
    private static final int DEEP = 10_000;
    private static final byte[][] INTRUDERS = {
        {(byte) 0xff},
        {(byte) 0xc3},
        {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        {0},
        {'"'},
        {'{'},
        {'}'},
        {'['},
        {']'},
        {','},
        {'\\'},
        {'\\', 'u', 'd', '8', '0', '0'},
        {'\\', 'u'},
        {'\n'},
        {'\r'},
        {'\n', '\n'},
        {':'},
        {'1', 'e', '9', '9', '9'},
        {'n', 'u', 'l', 'l'},
        {'/', '*'},
        {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}
    };

    private ByteMutations() {}

    /** The bytes with one to four things changed. */
    public static byte[] of(byte[] bytes, Dice dice) {
        byte[] mutant = bytes;
        int changes = dice.between(1, 4);
        for (int i = 0; i < changes; i++) {
            mutant = change(mutant, dice);
        }
        return mutant;
    }

    private static byte[] change(byte[] bytes, Dice dice) {
        if (bytes.length == 0) {
            return INTRUDERS[dice.below(INTRUDERS.length)];
        }
        int at = dice.below(bytes.length);
        int to = Math.min(bytes.length, at + dice.between(1, 40));
        return switch (dice.below(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> join(bytes, at, new byte[] {(byte) (bytes[at] ^ (1 << dice.below(8)))}, at + 1);
            case 2 -> join(bytes, at, new byte[0], to);
            case 3 -> join(bytes, to, Arrays.copyOfRange(bytes, at, to), to);
            default -> join(bytes, at, INTRUDERS[dice.below(INTRUDERS.length)], dice.percent(50) ? at : at + 1);
        };
    }

    /** The bytes up to {@code end}, then the middle, then the bytes from {@code next} on. */
    private static byte[] join(byte[] bytes, int end, byte[] middle, int next) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + middle.length);
        joined.write(bytes, 0, end);
        joined.writeBytes(middle);
        joined.write(bytes, next, bytes.length - next);
        return joined.toByteArray();
    }

    /** What every reader must survive, whatever it reads. */
    public static List<byte[]> classics() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "null",
                "true",
                "[]",
                "{}",
                "\"\"",
                "0",
                "1e999",
                "-",
                "{",
                "[",
                "\"",
                "{\"a\"",
                "{\"a\":",
                "{} {}",
                "\u0000",
                "nul",
                "{\"a\":1,}",
                "\ufeff{}",
                "'a'",
                "NaN",
                "data:",
                "data: ",
                "data: {}\n\n",
                "event: x\n\n",
                "9".repeat(2_000),
                "\"\\ud800\"",
                "{\"error\":null}",
                "{\"error\":{}}",
                "{\"error\":\"x\"}",
                "{\"error\":[1]}"));
        texts.add("[".repeat(DEEP));
        texts.add("[".repeat(DEEP) + "]".repeat(DEEP));
        texts.add("{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
        texts.add("{\"" + "k".repeat(100_000) + "\":1}");
        List<byte[]> classics = new ArrayList<>();
        texts.forEach(text -> classics.add(text.getBytes(StandardCharsets.UTF_8)));
        classics.add(new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
        classics.add(new byte[] {'"', (byte) 0xc3, '"'});
        classics.add(new byte[64]);
        return classics;
    }

    /** A value in place of which nothing good stands: nested deeper than anyone needs, larger than any number. */
    public static List<String> monsters() {
        return List.of(
                "[".repeat(DEEP) + "]".repeat(DEEP),
                "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP),
                "1e400",
                "-" + "9".repeat(500),
                "1" + "0".repeat(5_000),
                "\"\\ud83d\"",
                "\"\\udc00 \\ud800\\u0041\"");
    }
}
