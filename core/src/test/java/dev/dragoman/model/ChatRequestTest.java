// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.tool.FunctionTool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatRequestTest {
    @Test
    void a_builder_made_from_a_request_makes_it_again() {
        ChatRequest request = ChatRequest.builder("openai/gpt-x")
                .system("Be brief.")
                .user("Hello")
                .temperature(0.5)
                .seed(7L)
                .stop(List.of("x"))
                .tool(FunctionTool.of("f", "does f", "{\"type\":\"object\"}"))
                .metadata("a", "b")
                .stream(true)
                .build();
        assertThat(request.toBuilder().build()).isEqualTo(request);
        assertThat(request.withModel("gpt-x").model()).isEqualTo("gpt-x");
        assertThat(request.withStream(false).stream()).isFalse();
    }

    @Test
    void values_are_checked() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ChatRequest.builder("m").temperature(Double.NaN).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChatRequest.builder("m").maxOutputTokens(-1L).build());
        FunctionTool tool = FunctionTool.of("f", null, "{}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChatRequest.builder("m").tool(tool).tool(tool).build())
                .withMessageContaining("'f'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of(Role.USER, List.of(ToolCall.of("id", "f", "{}"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of(Role.TOOL, List.of(Text.of("x"))));
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of(Role.USER, List.of(ToolResult.of("id", "x"))));
    }

    @Test
    void collections_are_copied_and_keep_their_order() {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = 20; i > 0; i--) {
            metadata.put("k" + i, "v");
        }
        List<String> stop = new ArrayList<>(List.of("a"));
        ChatRequest request =
                ChatRequest.builder("m").metadata(metadata).stop(stop).build();
        stop.add("b");
        metadata.put("late", "x");
        assertThat(request.stop()).containsExactly("a");
        assertThat(request.metadata().keySet()).startsWith("k20", "k19").doesNotContain("late");
    }

    @Test
    void what_a_user_wrote_is_in_no_text_for_logs() {
        ChatRequest request = ChatRequest.builder("m")
                .user("my secret")
                .endUser(new EndUser("secret@example.org", null))
                .build();
        assertThat(request.toString()).doesNotContain("secret");
        assertThat(request.messages().get(0).toString()).doesNotContain("secret");
        assertThat(request.endUser().toString()).doesNotContain("secret");
        assertThat(ToolCall.of("id", "f", "{\"a\":\"secret\"}").toString()).doesNotContain("secret");
        assertThat(Reasoning.of("secret", null).toString()).doesNotContain("secret");
    }
}
