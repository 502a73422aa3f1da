// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.JsonValue;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAudioParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionTokenLogprob;
import com.openai.models.chat.completions.StructuredChatCompletion;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VendorContentTest extends SdkTest {
    @Test
    void images_audio_and_files_reach_the_vendor() {
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text("I see")));
        sdk.chat(Parts.mixed(script.through("openai")));
        JsonArray content = script.received()
                .body()
                .getJsonArray("messages")
                .getJsonObject(0)
                .getJsonArray("content");
        assertThat(content.getJsonObject(1).getJsonObject("image_url"))
                .isEqualTo(new JsonObject().put("url", Parts.IMAGE).put("detail", "high"));
        assertThat(content.getJsonObject(2).getJsonObject("input_audio"))
                .isEqualTo(new JsonObject().put("data", Parts.SOUND).put("format", "wav"));
        assertThat(content.getJsonObject(3).getJsonObject("file"))
                .isEqualTo(new JsonObject().put("file_data", Parts.FILE).put("filename", "note.pdf"));
    }

    @Test
    void spoken_answers() {
        JsonObject message = Wire.message(null)
                .put(
                        "audio",
                        new JsonObject()
                                .put("id", "audio_1")
                                .put("data", Parts.SOUND)
                                .put("expires_at", 1_790_003_600L)
                                .put("transcript", "Hello"));
        VendorScript script = vendor.script(VendorReplies.whole(Wire.completion("stop", message)));
        ChatCompletion completion = sdk.chat(ask(script.through("openai"), "Speak")
                .modalities(
                        List.of(ChatCompletionCreateParams.Modality.TEXT, ChatCompletionCreateParams.Modality.AUDIO))
                .audio(ChatCompletionAudioParam.builder()
                        .format(ChatCompletionAudioParam.Format.WAV)
                        .voice("alloy")
                        .build()));
        assertThat(Sdk.message(completion).audio()).hasValueSatisfying(audio -> {
            assertThat(audio.id()).isEqualTo("audio_1");
            assertThat(audio.data()).isEqualTo(Parts.SOUND);
            assertThat(audio.transcript()).isEqualTo("Hello");
            assertThat(audio.expiresAt()).isEqualTo(1_790_003_600L);
        });
        assertThat(script.received().body().getJsonObject("audio"))
                .isEqualTo(new JsonObject().put("format", "wav").put("voice", "alloy"));
        assertThat(script.received().body().getJsonArray("modalities")).isEqualTo(JsonArray.of("text", "audio"));
    }

    @Test
    void streamed_spoken_answers() {
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(Wire.opening());
        chunks.add(audio(new JsonObject().put("id", "audio_1").put("transcript", "Hel")));
        chunks.add(audio(new JsonObject().put("data", "AAAA")));
        chunks.add(audio(new JsonObject().put("transcript", "lo")));
        chunks.add(audio(new JsonObject().put("data", "BBBB")));
        chunks.add(Wire.finish("stop"));
        JsonObject last = audio(new JsonObject().put("expires_at", 1_790_003_600L));
        last.getJsonArray("choices").getJsonObject(0).remove("finish_reason");
        chunks.add(last);
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        ChatCompletion completion = sdk.accumulated(ask(script.through("openai"), "Speak"));
        assertThat(Sdk.message(completion).audio()).hasValueSatisfying(audio -> {
            assertThat(audio.data()).isEqualTo("AAAABBBB");
            assertThat(audio.transcript()).isEqualTo("Hello");
        });
    }

    private static JsonObject audio(JsonObject audio) {
        return Wire.delta(new JsonObject().put("audio", audio));
    }

    @Test
    void structured_answers() {
        String json = "{\"name\":\"Ada\",\"age\":36,\"address\":{\"city\":\"London\",\"inhabited\":true}}";
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text(json)));
        StructuredChatCompletion<Person> completion = sdk.client()
                .chat()
                .completions()
                .create(ask(script.through("openai"), "Who?")
                        .responseFormat(Person.class)
                        .build());
        Person person = completion.choices().get(0).message().content().orElseThrow();
        assertThat(person.name).isEqualTo("Ada");
        assertThat(person.address.city).isEqualTo("London");
        JsonObject format = script.received().body().getJsonObject("response_format");
        assertThat(format.getString("type")).isEqualTo("json_schema");
        assertThat(format.getJsonObject("json_schema").getBoolean("strict")).isTrue();
        assertThat(format.getJsonObject("json_schema")
                        .getJsonObject("schema")
                        .getJsonObject("properties")
                        .fieldNames())
                .containsExactlyInAnyOrder("name", "age", "address");
    }

    @Test
    void probabilities() {
        JsonObject token = new JsonObject("{\"token\":\"Hi\",\"logprob\":-0.25,\"bytes\":[72,105],"
                + "\"top_logprobs\":[{\"token\":\"Hi\",\"logprob\":-0.25,\"bytes\":[72,105]},"
                + "{\"token\":\"<|end|>\",\"logprob\":-9999.0,\"bytes\":null}]}");
        JsonObject answer = Wire.text("Hi");
        answer.getJsonArray("choices")
                .getJsonObject(0)
                .put(
                        "logprobs",
                        new JsonObject().put("content", JsonArray.of(token)).putNull("refusal"));
        VendorScript script = vendor.script(VendorReplies.whole(answer));
        ChatCompletion completion =
                sdk.chat(ask(script.through("openai"), "Hello!").logprobs(true).topLogprobs(2));
        List<ChatCompletionTokenLogprob> tokens =
                completion.choices().get(0).logprobs().orElseThrow().content().orElseThrow();
        assertThat(tokens).singleElement().satisfies(logprob -> {
            assertThat(logprob.token()).isEqualTo("Hi");
            assertThat(logprob.bytes()).hasValue(List.of(72L, 105L));
            assertThat(logprob.topLogprobs()).hasSize(2);
            assertThat(logprob.topLogprobs().get(1).logprob()).isEqualTo(-9999.0);
            assertThat(logprob.topLogprobs().get(1).bytes()).isEmpty();
        });
    }

    @Test
    void refusals_and_citations() {
        JsonObject refused = Wire.message(null).put("refusal", "I won't");
        JsonObject cited = Wire.message("See here")
                .put(
                        "annotations",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "url_citation")
                                        .put(
                                                "url_citation",
                                                new JsonObject()
                                                        .put("start_index", 4)
                                                        .put("end_index", 8)
                                                        .put("url", "https://example.org/")
                                                        .put("title", "Example"))));
        VendorScript script = vendor.script(
                VendorReplies.whole(Wire.completion("stop", refused)),
                VendorReplies.whole(Wire.completion("stop", cited)));
        ChatCompletion first = sdk.chat(ask(script.through("openai"), "Do evil"));
        assertThat(Sdk.message(first).refusal()).hasValue("I won't");
        assertThat(Sdk.finishReason(first)).isEqualTo("stop");
        ChatCompletion second = sdk.chat(ask(script.through("openai"), "Search"));
        assertThat(Sdk.message(second)
                        .annotations()
                        .orElseThrow()
                        .get(0)
                        .urlCitation()
                        .url())
                .isEqualTo("https://example.org/");
    }

    @Test
    void settings_reach_the_vendor() {
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text("ok")));
        sdk.chat(ask(script.through("openai"), "Hello!")
                .reasoningEffort(ReasoningEffort.HIGH)
                .maxCompletionTokens(100)
                .stopOfStrings(List.of("a", "b"))
                .putAdditionalBodyProperty("seed", JsonValue.from(42))
                .topP(0.25)
                .frequencyPenalty(-1.5)
                .store(false)
                .putAdditionalBodyProperty("user", JsonValue.from("someone")));
        JsonObject body = script.received().body();
        assertThat(body.getString("reasoning_effort")).isEqualTo("high");
        assertThat(body.getInteger("max_completion_tokens")).isEqualTo(100);
        assertThat(body.getJsonArray("stop")).isEqualTo(JsonArray.of("a", "b"));
        assertThat(body.getInteger("seed")).isEqualTo(42);
        assertThat(body.getDouble("top_p")).isEqualTo(0.25);
        assertThat(body.getDouble("frequency_penalty")).isEqualTo(-1.5);
        assertThat(body.getBoolean("store")).isFalse();
        assertThat(body.getString("user")).isEqualTo("someone");
    }
}
