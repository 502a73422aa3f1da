// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedTurnTest {
    private static final List<Message> MESSAGES = List.of(
            says(Role.SYSTEM, 1), says(Role.USER, 2), says(Role.ASSISTANT, 1), result(), result(), says(Role.USER, 1));

    @Test
    void first_instructions_stand_apart() {
        assertThat(MergedTurn.of(MESSAGES, 0).instructions()).isTrue();
        assertThat(MergedTurn.of(MESSAGES, 1)).isEqualTo(new MergedTurn(false, 0, 1));
    }

    @Test
    void results_and_what_the_user_says_behind_them_are_one_turn() {
        MergedTurn turn = MergedTurn.of(MESSAGES, 5);

        assertThat(turn).isEqualTo(new MergedTurn(false, 2, 3));
        assertThat(turn.partsBefore(MESSAGES, 5)).isEqualTo(2);
    }

    @Test
    void a_user_behind_a_user_is_a_turn_of_its_own() {
        List<Message> messages = List.of(says(Role.USER, 2), says(Role.USER, 1));

        assertThat(MergedTurn.of(messages, 1)).isEqualTo(new MergedTurn(false, 1, 1));
        assertThat(MergedTurn.of(messages, 1).partsBefore(messages, 1)).isZero();
    }

    private static Message says(Role role, int parts) {
        return new Message(role, Collections.<Part>nCopies(parts, Text.of("words")), null, Extensions.NONE);
    }

    private static Message result() {
        Part part = new ToolResult("call_1", null, List.of(Text.of("sunny")), null, null, Extensions.NONE);
        return new Message(Role.TOOL, List.of(part), null, Extensions.NONE);
    }
}
