// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.testkit.model.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelDiffTest {
    private static final ChatRequest REQUEST = ChatRequest.builder("m")
            .system("Be brief.")
            .user("One?")
            .assistant("One.")
            .user("Two?")
            .build();

    @Test
    void a_missing_message_does_not_make_its_successors_differ() {
        List<Message> messages = new ArrayList<>(REQUEST.messages());
        messages.remove(1);
        List<Difference> differences = ModelDiff.between(
                REQUEST, REQUEST.toBuilder().messages(messages).build());
        assertThat(differences).extracting(Difference::path).containsExactly("messages[1]");
        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.CHANGED);
    }

    @Test
    void an_added_message_is_told_as_added() {
        List<Message> messages = new ArrayList<>(REQUEST.messages());
        messages.add(1, Message.user("Zero?"));
        List<Difference> differences = ModelDiff.between(
                REQUEST, REQUEST.toBuilder().messages(messages).build());
        assertThat(differences).extracting(Difference::path).containsExactly("messages");
        assertThat(differences).allMatch(Difference::added);
    }

    @Test
    void parts_that_changed_their_order_are_told_as_moved() {
        Part call = ToolCall.of("call_1", "f", "{}");
        Part text = Text.of("Let me look.");
        List<Difference> differences = ModelDiff.between(
                Message.of(Role.ASSISTANT, List.of(call, text)), Message.of(Role.ASSISTANT, List.of(text, call)));
        assertThat(differences).extracting(Difference::kind).containsExactly(Kind.MOVED);
    }

    @Test
    void white_space_in_arguments_is_no_difference_but_a_missing_bracket_is() {
        ToolCall call = ToolCall.of("call_1", "f", "{\"a\": 1.0}");
        assertThat(ModelDiff.between(call, call.withArguments("{\"a\":1}"))).isEmpty();
        assertThat(ModelDiff.between(call.withArguments(""), call.withArguments("{}")))
                .isEmpty();
        assertThat(ModelDiff.between(call, call.withArguments("{\"a\":1"))).hasSize(1);
    }

    @Test
    void absent_zero_and_empty_are_different() {
        assertThat(ModelDiff.between(
                        REQUEST, REQUEST.toBuilder().temperature(0.0).build()))
                .hasSize(1);
        assertThat(ModelDiff.between(REQUEST, REQUEST.toBuilder().verbosity("").build()))
                .hasSize(1);
    }

    @Test
    void paths_are_related_when_one_is_inside_of_the_other() {
        assertThat(ModelPath.related("messages[1].parts[0].detail", "messages[1]"))
                .isTrue();
        assertThat(ModelPath.related("messages[1]", "messages[1].parts[0].detail"))
                .isTrue();
        assertThat(ModelPath.related("messages[1]", "messages[10]")).isFalse();
        assertThat(ModelPath.related("stop", "store")).isFalse();
        assertThat(ModelPath.exists(REQUEST, "messages[3].parts[0].text")).isTrue();
        assertThat(ModelPath.exists(REQUEST, "messages[4]")).isFalse();
        assertThat(ModelPath.exists(REQUEST, "sampling.top_k")).isFalse();
    }
}
