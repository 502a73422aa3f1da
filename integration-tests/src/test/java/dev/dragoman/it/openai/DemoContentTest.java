// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.models.ResponseFormatJsonObject;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAudio;
import com.openai.models.chat.completions.ChatCompletionAudioParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionPredictionContent;
import com.openai.models.chat.completions.ChatCompletionTokenLogprob;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.completions.CompletionUsage;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DemoContentTest extends SdkTest {
    @Test
    void receives_images_audio_and_files() {
        ChatCompletion completion = sdk.chat(Parts.mixed("demo/chat"));
        assertThat(Sdk.text(completion)).contains("1 image, 1 audio clip and 1 file");
        assertThat(completion
                        .usage()
                        .orElseThrow()
                        .promptTokensDetails()
                        .orElseThrow()
                        .audioTokens())
                .hasValue(50L);
    }

    @Test
    void speaks() {
        ChatCompletion whole = sdk.chat(spoken(ChatCompletionAudioParam.Format.WAV));
        ChatCompletionAudio audio = Sdk.message(whole).audio().orElseThrow();
        assertThat(new String(Base64.getDecoder().decode(audio.data()), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("RIFF");
        assertThat(audio.transcript()).contains("You wrote: \"Say it\".");
        assertThat(audio.expiresAt()).isGreaterThan(whole.created());
        assertThat(Sdk.message(whole).content()).isEmpty();
    }

    @Test
    void speaks_in_pieces() {
        ChatCompletion streamed = sdk.accumulated(spoken(ChatCompletionAudioParam.Format.PCM16));
        ChatCompletionAudio audio = Sdk.message(streamed).audio().orElseThrow();
        assertThat(Base64.getDecoder().decode(audio.data())).hasSize(4800);
        assertThat(audio.transcript()).contains("You wrote: \"Say it\".");
        assertThat(Sdk.finishReason(streamed)).isEqualTo("stop");
    }

    private static ChatCompletionCreateParams.Builder spoken(ChatCompletionAudioParam.Format format) {
        return ask("demo/chat", "Say it")
                .modalities(
                        List.of(ChatCompletionCreateParams.Modality.TEXT, ChatCompletionCreateParams.Modality.AUDIO))
                .audio(ChatCompletionAudioParam.builder()
                        .format(format)
                        .voice("alloy")
                        .build());
    }

    @Test
    void structured_answers() {
        StructuredChatCompletion<Person> completion = sdk.client()
                .chat()
                .completions()
                .create(ask("demo/chat", "Ada is 36")
                        .responseFormat(Person.class)
                        .build());
        Person person = completion.choices().get(0).message().content().orElseThrow();
        assertThat(person.age).isEqualTo(36);
        assertThat(person.name).isNotEmpty();
        assertThat(person.address.inhabited).isTrue();
    }

    @Test
    void json_objects() {
        ChatCompletion completion = sdk.chat(ask("demo/chat", "Answer in JSON")
                .responseFormat(ResponseFormatJsonObject.builder().build()));
        assertThat(new JsonObject(Sdk.text(completion)).getInteger("messages")).isEqualTo(1);
    }

    @Test
    void probabilities_whole_and_streamed() {
        ChatCompletion whole =
                sdk.chat(ask("demo/chat", "Hello!").logprobs(true).topLogprobs(2));
        ChatCompletion streamed =
                sdk.accumulated(ask("demo/chat", "Hello!").logprobs(true).topLogprobs(2));
        List<ChatCompletionTokenLogprob> tokens =
                whole.choices().get(0).logprobs().orElseThrow().content().orElseThrow();
        assertThat(String.join(
                        "",
                        tokens.stream().map(ChatCompletionTokenLogprob::token).toList()))
                .isEqualTo(Sdk.text(whole));
        assertThat(tokens).allSatisfy(token -> assertThat(token.topLogprobs()).hasSize(2));
        assertThat(streamed.choices().get(0).logprobs().orElseThrow().content()).hasValue(tokens);
    }

    @Test
    void citations() {
        ChatCompletion completion = sdk.chat(ask("demo/chat", "Search")
                .webSearchOptions(ChatCompletionCreateParams.WebSearchOptions.builder()
                        .searchContextSize(ChatCompletionCreateParams.WebSearchOptions.SearchContextSize.LOW)
                        .build()));
        assertThat(Sdk.message(completion).annotations().orElseThrow())
                .singleElement()
                .satisfies(annotation -> {
                    assertThat(annotation.urlCitation().url()).isEqualTo("https://example.org/demo");
                    assertThat(Sdk.text(completion)
                                    .substring((int) annotation.urlCitation().startIndex(), (int)
                                            annotation.urlCitation().endIndex()))
                            .isEqualTo("More about this is on example.org.");
                });
    }

    @Test
    void predictions() {
        CompletionUsage usage = sdk.chat(ask("demo/chat", "Hello!")
                        .prediction(ChatCompletionPredictionContent.builder()
                                .content("one two three four")
                                .build()))
                .usage()
                .orElseThrow();
        CompletionUsage.CompletionTokensDetails details =
                usage.completionTokensDetails().orElseThrow();
        assertThat(details.acceptedPredictionTokens()).hasValue(2L);
        assertThat(details.rejectedPredictionTokens()).hasValue(2L);
    }

    @Test
    void the_service_tier() {
        ChatCompletion completion =
                sdk.chat(ask("demo/chat", "Hello!").serviceTier(ChatCompletionCreateParams.ServiceTier.FLEX));
        assertThat(completion.serviceTier().orElseThrow().asString()).isEqualTo("flex");
    }
}
