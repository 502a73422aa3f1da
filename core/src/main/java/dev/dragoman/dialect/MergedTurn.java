// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import java.util.List;

/**
 * Where a message stands in a body that has instructions apart, and in which the results of tools and the user's words behind them
 * are one turn.
 *
 * @param instructions whether it stands apart; then there is no turn
 * @param number number of its turn, from 0
 * @param first index of the message that begins the turn
 */
public record MergedTurn(boolean instructions, int number, int first) {
    /** The turn of the message at this index. */
    public static MergedTurn of(List<Message> messages, int index) {
        boolean apart = messages.get(0).role().isInstruction();
        int number = -1;
        int first = 0;
        for (int i = apart ? 1 : 0; i <= index; i++) {
            if (i == 0 || !goesOn(messages.get(i - 1).role(), messages.get(i).role())) {
                number++;
                first = i;
            }
        }
        return new MergedTurn(apart && index == 0, number, first);
    }

    private static boolean goesOn(Role before, Role role) {
        return before == Role.TOOL && (role == Role.TOOL || role == Role.USER);
    }

    /** How many parts of the turn stand before those of the message at this index. */
    public int partsBefore(List<Message> messages, int index) {
        int parts = 0;
        for (int i = first; i < index; i++) {
            parts += messages.get(i).parts().size();
        }
        return parts;
    }
}
