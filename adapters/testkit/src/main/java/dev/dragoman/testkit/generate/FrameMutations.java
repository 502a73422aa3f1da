// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.generate;

import dev.dragoman.framing.Frame;
import dev.dragoman.testkit.model.Dice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Breaks a stream frame by frame, whatever the framing: missing, doubled, swapped, foreign frames, and broken payloads. */
public final class FrameMutations {
    private FrameMutations() {}

    /**
     * The frames with one to four things changed.
     *
     * @param others frames of another stream, to be mixed in
     */
    public static List<Frame> of(List<Frame> frames, List<Frame> others, Dice dice) {
        List<Frame> mutant = new ArrayList<>(frames);
        int changes = dice.between(1, 4);
        for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
            change(mutant, others, dice);
        }
        return mutant;
    }

    private static void change(List<Frame> mutant, List<Frame> others, Dice dice) {
        int at = dice.below(mutant.size());
        Frame frame = mutant.get(at);
        switch (dice.below(8)) {
            case 0 -> mutant.remove(at);
            case 1 -> mutant.add(at, frame);
            case 2 -> Collections.swap(mutant, at, dice.below(mutant.size()));
            case 3 -> mutant.add(at, dice.pick(others));
            case 4 -> mutant.set(at, Frame.of(dice.pick(others).event(), frame.text()));
            case 5 -> {
                byte[] bytes = ByteMutations.of(frame.text().getBytes(StandardCharsets.UTF_8), dice);
                mutant.set(at, Frame.of(frame.event(), bytes, 0, bytes.length));
            }
            default -> {
                byte[] bytes = payload(frame, dice);
                mutant.set(at, Frame.of(frame.event(), bytes, 0, bytes.length));
            }
        }
    }

    /** Other JSON where it is JSON, other bytes where an earlier change or the dialect made it something else. */
    private static byte[] payload(Frame frame, Dice dice) {
        byte[] bytes = frame.text().getBytes(StandardCharsets.UTF_8);
        try {
            return JsonMutations.of(bytes, dice);
        } catch (IllegalArgumentException e) {
            return ByteMutations.of(bytes, dice);
        }
    }
}
