// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedPartsTest {
    private final List<ChatEvent> told = new ArrayList<>();
    private final StreamedParts parts = new StreamedParts(new Origin("vendor", null));

    @Test
    void a_signature_waits_for_the_next_part_that_can_carry_one() {
        Signature signature = new Signature("proof", null);
        parts.signNext(signature);
        parts.whole(Reasoning.of("think", null), told::add);
        assertThat(parts.hasSignature()).isTrue();

        parts.whole(ToolCall.of("call_1", "weather", "{}"), told::add);
        parts.whole(Text.of("Hello"), told::add);

        assertThat(told)
                .containsExactly(
                        new ChatEvent.PartStarted(0, 0, Reasoning.of("think", null)),
                        new ChatEvent.PartEnded(0, 0),
                        new ChatEvent.PartStarted(0, 1, signature.on(ToolCall.of("call_1", "weather", "{}"))),
                        new ChatEvent.PartEnded(0, 1),
                        new ChatEvent.PartStarted(0, 2, Text.of("Hello")),
                        new ChatEvent.PartEnded(0, 2));
        assertThat(parts.hasCalls()).isTrue();
    }
}
