// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.completions.CompletionUsage;
import dev.dragoman.it.vendor.Gate;
import dev.dragoman.it.vendor.Received;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorResource;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VendorTextTest extends SdkTest {
    @Test
    void a_whole_answer() {
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text("Hello there")));
        ChatCompletion completion = sdk.chat(ask(script.through("openai"), "Hello!"));
        assertThat(Sdk.text(completion)).isEqualTo("Hello there");
        assertThat(Sdk.finishReason(completion)).isEqualTo("stop");
        assertThat(completion.id()).isEqualTo("chatcmpl-vendor1");
        assertThat(completion.model()).isEqualTo(Wire.MODEL);
        assertThat(completion._allProperties().get("system_fingerprint").convert(String.class))
                .isEqualTo("fp_vendor");
        CompletionUsage usage = completion.usage().orElseThrow();
        assertThat(usage.promptTokens()).isEqualTo(19);
        assertThat(usage.completionTokens()).isEqualTo(10);
        assertThat(usage.totalTokens()).isEqualTo(29);
        assertThat(usage.promptTokensDetails().orElseThrow().cachedTokens()).hasValue(8L);
        assertThat(usage.completionTokensDetails().orElseThrow().reasoningTokens())
                .hasValue(4L);
    }

    @Test
    void the_vendor_gets_its_own_key_and_its_own_name_of_the_model() {
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text("Hi")));
        sdk.chat(ask(script.through("openai"), "Hello!")
                .addDeveloperMessage("Be brief.")
                .temperature(0.5));
        Received received = script.received();
        assertThat(received.headers())
                .containsEntry("authorization", "Bearer " + VendorResource.KEY)
                .containsEntry("content-type", "application/json");
        assertThat(received.headers().toString()).doesNotContain(Sdk.KEY);
        assertThat(received.body().getString("model")).isEqualTo(script.model());
        assertThat(received.body().getDouble("temperature")).isEqualTo(0.5);
        assertThat(received.body().getJsonArray("messages"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("content", "Hello!").put("role", "user"))
                        .add(new JsonObject().put("content", "Be brief.").put("role", "developer")));
    }

    @Test
    void unknown_fields_pass_in_both_directions() {
        JsonObject answer = Wire.text("Hi").put("vendor_field", new JsonObject().put("deep", 1));
        VendorScript script = vendor.script(VendorReplies.whole(answer));
        ChatCompletion completion = sdk.chat(ask(script.through("openai"), "Hello!")
                .putAdditionalBodyProperty("enable_thinking", JsonValue.from(true))
                .putAdditionalBodyProperty("top_k", JsonValue.from(7))
                .putAdditionalBodyProperty("never_heard_of", JsonValue.from(List.of(1.5, "x"))));
        assertThat(script.received().body().getBoolean("enable_thinking")).isTrue();
        assertThat(script.received().body().getInteger("top_k")).isEqualTo(7);
        assertThat(script.received().body().getJsonArray("never_heard_of")).isEqualTo(JsonArray.of(1.5, "x"));
        assertThat(completion._allProperties()).containsKey("vendor_field");
    }

    @Test
    void a_streamed_answer() {
        VendorScript script = vendor.script(VendorReplies.stream(Wire.textChunks("Hello", " there", ", 👋")));
        List<ChatCompletionChunk> chunks = sdk.chunks(ask(script.through("openai"), "Hello!"));
        assertThat(Sdk.text(chunks)).isEqualTo("Hello there, 👋");
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.id()).isEqualTo("chatcmpl-vendor1"));
        assertThat(chunks.get(0).choices().get(0).delta().role().orElseThrow().asString())
                .isEqualTo("assistant");
        assertThat(chunks.get(chunks.size() - 1)
                        .choices()
                        .get(0)
                        .finishReason()
                        .orElseThrow()
                        .asString())
                .isEqualTo("stop");
        assertThat(script.received().body().getBoolean("stream")).isTrue();
    }

    @Test
    void a_streamed_answer_with_usage_accumulates() {
        List<JsonObject> chunks = new ArrayList<>(Wire.textChunks("Hello", " there"));
        chunks.add(Wire.usageChunk());
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        ChatCompletion completion = sdk.accumulated(ask(script.through("openai"), "Hello!"));
        assertThat(Sdk.text(completion)).isEqualTo("Hello there");
        assertThat(completion.usage().orElseThrow().totalTokens()).isEqualTo(29);
        assertThat(script.received().body().getJsonObject("stream_options").getBoolean("include_usage"))
                .isTrue();
    }

    @Test
    void who_did_not_ask_for_usage_gets_no_usage_chunk() {
        List<JsonObject> sent = new ArrayList<>(Wire.textChunks("Hi"));
        sent.add(Wire.usageChunk());
        VendorScript script = vendor.script(VendorReplies.stream(sent));
        assertThat(sdk.chunks(ask(script.through("openai"), "Hello!")))
                .allSatisfy(chunk -> assertThat(chunk.choices()).isNotEmpty())
                .allSatisfy(chunk -> assertThat(chunk.usage()).isEmpty());
    }

    @Test
    void the_first_chunk_is_out_before_the_vendor_sends_the_second() {
        Gate gate = new Gate();
        List<JsonObject> all = Wire.textChunks("first", " second");
        VendorScript script = vendor.script(VendorReplies.gated(all.subList(0, 2), gate, all.subList(2, 4)));
        try (StreamResponse<ChatCompletionChunk> response = sdk.stream(ask(script.through("openai"), "Hello!"))) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            StringBuilder text = new StringBuilder();
            while (text.isEmpty()) {
                text.append(Sdk.text(List.of(chunks.next())));
            }
            assertThat(text).hasToString("first");
            gate.open();
            chunks.forEachRemaining(chunk -> text.append(Sdk.text(List.of(chunk))));
            assertThat(text).hasToString("first second");
        }
    }

    @Test
    void compressed_answers() {
        VendorScript script = vendor.script(
                VendorReplies.gzipped(Wire.text("small")), VendorReplies.gzippedStream(Wire.textChunks("sm", "all")));
        assertThat(Sdk.text(sdk.chat(ask(script.through("openai"), "Hello!")))).isEqualTo("small");
        assertThat(Sdk.text(sdk.chunks(ask(script.through("openai"), "Hello!"))))
                .isEqualTo("small");
    }

    @Test
    void sse_in_all_its_spellings() {
        String frames = ": hello\r\nevent: ignored\r\ndata:" + Wire.opening() + "\r\n\r\n"
                + "id: 7\nretry: 10\n\n:\n\ndata:" + Wire.delta(new JsonObject().put("content", "a\u2028b")) + "\n\n"
                + "data: " + Wire.finish("stop") + "\n\ndata:[DONE]\n\n";
        VendorScript script = vendor.script(VendorReplies.streamOf(frames));
        assertThat(Sdk.text(sdk.chunks(ask(script.through("openai"), "Hello!"))))
                .isEqualTo("a\u2028b");
    }

    @Test
    void several_choices() {
        JsonObject two = Wire.completion("stop", Wire.message("one"), Wire.message("two"));
        VendorScript script = vendor.script(VendorReplies.whole(two));
        ChatCompletion completion =
                sdk.chat(ask(script.through("openai"), "Hello!").n(2));
        assertThat(completion.choices())
                .extracting(choice -> choice.message().content().orElseThrow())
                .containsExactly("one", "two");
        assertThat(script.received().body().getInteger("n")).isEqualTo(2);
    }
}
