// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCustomTool;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoToolsTest extends SdkTest {
    private static ChatCompletionCreateParams.Builder offer(String prompt) {
        return ask("demo/chat", prompt)
                .addFunctionTool(Tools.function("get_weather", "city"))
                .addFunctionTool(Tools.function("get_time", "zone"));
    }

    @Test
    void one_call_whole_and_streamed() {
        for (ChatCompletion completion : new ChatCompletion[] {
            sdk.chat(offer("What's the weather in Oslo?")), sdk.accumulated(offer("What's the weather in Oslo?"))
        }) {
            assertThat(Sdk.finishReason(completion)).isEqualTo("tool_calls");
            assertThat(Sdk.calls(completion))
                    .extracting(
                            call -> call.function().name(),
                            call -> call.function().arguments())
                    .containsExactly(tuple("get_weather", "{\"city\":\"Oslo\"}"));
        }
    }

    @Test
    void parallel_calls_whole_and_streamed() {
        for (ChatCompletion completion :
                new ChatCompletion[] {sdk.chat(offer("Use all tools")), sdk.accumulated(offer("Use all tools"))}) {
            assertThat(Sdk.calls(completion))
                    .extracting(call -> call.function().name())
                    .containsExactly("get_weather", "get_time");
            assertThat(Sdk.calls(completion)).extracting(call -> call.id()).doesNotHaveDuplicates();
        }
        assertThat(Sdk.calls(sdk.chat(offer("Use all tools").parallelToolCalls(false))))
                .hasSize(1);
    }

    @Test
    void a_loop_of_calls_and_results_ends() {
        ChatCompletionCreateParams.Builder params = offer("What's the weather in Oslo?");
        ChatCompletion first = sdk.chat(params);
        params.addMessage(Sdk.message(first));
        Sdk.calls(first)
                .forEach(call -> params.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("21 degrees")
                        .build()));
        ChatCompletion second = sdk.chat(params);
        assertThat(Sdk.text(second)).contains("get_weather returned: 21 degrees");
        assertThat(Sdk.finishReason(second)).isEqualTo("stop");
    }

    @Test
    void obeys_the_tool_choice() {
        assertThat(Sdk.calls(sdk.chat(offer("Hello").toolChoice(ChatCompletionToolChoiceOption.Auto.REQUIRED))))
                .hasSize(1);
        assertThat(Sdk.calls(
                        sdk.chat(offer("What's the weather?").toolChoice(ChatCompletionToolChoiceOption.Auto.NONE))))
                .isEmpty();
    }

    @Test
    void custom_tools_get_text() {
        ChatCompletion completion = sdk.chat(ask("demo/chat", "Please run_code now")
                .addCustomTool(ChatCompletionCustomTool.Custom.builder()
                        .name("run_code")
                        .build()));
        assertThat(Sdk.message(completion)
                        .toolCalls()
                        .orElseThrow()
                        .get(0)
                        .asCustom()
                        .custom()
                        .input())
                .isEqualTo("Please run_code now");
    }
}
