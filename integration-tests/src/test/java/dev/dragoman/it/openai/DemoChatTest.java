// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.core.JsonValue;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.models.Model;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in model by OpenAI's SDK: no vendor, no key. */
@QuarkusTest
class DemoChatTest extends SdkTest {
    @Test
    void answers() {
        ChatCompletion completion = sdk.chat(
                ask("demo/chat", "Hello!").addDeveloperMessage("Be kind.").addAssistantMessage("Yes?"));
        assertThat(Sdk.text(completion)).contains("You wrote: \"Hello!\".", "3 messages");
        assertThat(Sdk.finishReason(completion)).isEqualTo("stop");
        assertThat(completion.usage().orElseThrow().totalTokens()).isPositive();
    }

    @Test
    void a_streamed_answer_is_the_whole_answer() {
        ChatCompletion whole = sdk.chat(ask("demo/chat", "Hello!"));
        ChatCompletion streamed = sdk.accumulated(ask("demo/chat", "Hello!"));
        assertThat(Sdk.text(streamed)).isEqualTo(Sdk.text(whole));
        assertThat(streamed.usage()).isEqualTo(whole.usage());
        assertThat(Sdk.finishReason(streamed)).isEqualTo("stop");
        assertThat(sdk.chunks(ask("demo/chat", "Hello!"))).hasSizeGreaterThan(10);
    }

    @Test
    void honours_stop_and_the_limit() {
        ChatCompletion stopped = sdk.chat(ask("demo/chat", "count to 9").stop(" 5"));
        assertThat(Sdk.text(stopped)).isEqualTo("1 2 3 4");
        assertThat(Sdk.finishReason(stopped)).isEqualTo("stop");
        ChatCompletion cut = sdk.accumulated(ask("demo/chat", "count to 9").maxCompletionTokens(3));
        assertThat(Sdk.text(cut)).isEqualTo("1 2 3");
        assertThat(Sdk.finishReason(cut)).isEqualTo("length");
    }

    @Test
    void several_choices() {
        ChatCompletion whole = sdk.chat(ask("demo/chat", "Hello!").n(2));
        assertThat(whole.choices()).hasSize(2);
        ChatCompletion streamed = sdk.accumulated(ask("demo/chat", "Hello!").n(2));
        assertThat(streamed.choices())
                .extracting(choice -> choice.message().content().orElseThrow())
                .containsExactlyElementsOf(whole.choices().stream()
                        .map(choice -> choice.message().content().orElseThrow())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void reasons_when_asked() {
        ChatCompletion completion = sdk.chat(ask("demo/chat", "Hello!").reasoningEffort(ReasoningEffort.LOW));
        assertThat(reasoning(Sdk.message(completion)._allProperties().get("reasoning_content")))
                .startsWith("The last message has");
        assertThat(completion
                        .usage()
                        .orElseThrow()
                        .completionTokensDetails()
                        .orElseThrow()
                        .reasoningTokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isPositive());
    }

    @Test
    void streams_its_reasoning_before_its_answer() {
        StringBuilder reasoning = new StringBuilder();
        boolean answered = false;
        for (ChatCompletionChunk chunk : sdk.chunks(ask("demo/reasoner", "Hello!"))) {
            for (ChatCompletionChunk.Choice choice : chunk.choices()) {
                answered |=
                        choice.delta().content().filter(text -> !text.isEmpty()).isPresent();
                JsonValue thought = choice.delta()._allProperties().get("reasoning_content");
                if (thought != null && !reasoning(thought).isEmpty()) {
                    assertThat(answered).isFalse();
                    reasoning.append(reasoning(thought));
                }
            }
        }
        assertThat(reasoning.toString()).startsWith("The last message has");
        assertThat(answered).isTrue();
    }

    private static String reasoning(JsonValue value) {
        return value == null ? "" : value.convert(String.class);
    }

    @Test
    void recognises_its_reasoning_in_the_next_turn() {
        ChatCompletionCreateParams.Builder params = ask("demo/reasoner", "Hello!");
        ChatCompletionMessage first = Sdk.message(sdk.chat(params));
        // The SDK itself does not send back what it does not know.
        ChatCompletionAssistantMessageParam.Builder turn = first.toParam().toBuilder();
        for (String field : List.of("reasoning_content", "reasoning_details")) {
            turn.putAdditionalProperty(field, first._allProperties().get(field));
        }
        ChatCompletion second = sdk.chat(params.addMessage(turn.build()).addUserMessage("And again"));
        assertThat(Sdk.text(second)).contains("My own reasoning came back unchanged (1).");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 429, 500, 503})
    void fails_on_demand(int status) {
        OpenAIServiceException whole =
                catchThrowableOfType(OpenAIServiceException.class, () -> sdk.chat(ask("demo/error-" + status, "Hi")));
        assertThat(whole.statusCode()).isEqualTo(status);
        assertThat(whole.getMessage()).contains("asked to fail with status " + status);
        OpenAIServiceException streamed =
                catchThrowableOfType(OpenAIServiceException.class, () -> sdk.chunks(ask("demo/error-" + status, "Hi")));
        assertThat(streamed.statusCode()).isEqualTo(status);
        if (status == 429 || status == 503) {
            assertThat(whole.headers().values("retry-after")).containsExactly("1");
            assertThat(streamed.headers().values("retry-after")).containsExactly("1");
        }
    }

    @Test
    void breaks_off_on_demand() {
        assertThat(catchThrowableOfType(SseException.class, () -> sdk.chunks(ask("demo/broken-stream", "Hi"))))
                .isNotNull();
        OpenAIServiceException whole =
                catchThrowableOfType(OpenAIServiceException.class, () -> sdk.chat(ask("demo/broken-stream", "Hi")));
        assertThat(whole.statusCode()).isEqualTo(502);
    }

    @Test
    void refuses_on_demand() {
        ChatCompletion whole = sdk.chat(ask("demo/chat", "Please refuse"));
        assertThat(Sdk.message(whole).refusal()).hasValue("I was asked to refuse, so I do.");
        assertThat(Sdk.message(whole).content()).isEmpty();
        ChatCompletion streamed = sdk.accumulated(ask("demo/chat", "Please refuse"));
        assertThat(Sdk.message(streamed).refusal()).hasValue("I was asked to refuse, so I do.");
        assertThat(Sdk.finishReason(streamed)).isEqualTo(Sdk.finishReason(whole));
    }

    @Test
    void an_alias_serves_too() {
        assertThat(Sdk.text(sdk.chat(ask("house", "Hello!")))).contains("You wrote: \"Hello!\".");
    }

    @Test
    void is_in_the_list_of_models() {
        List<String> ids =
                sdk.client().models().list().items().stream().map(Model::id).toList();
        assertThat(ids).contains("demo/chat", "demo/reasoner", "house").doesNotHaveDuplicates();
        assertThat(sdk.client().models().retrieve("demo/chat").ownedBy()).isEqualTo("demo");
    }
}
