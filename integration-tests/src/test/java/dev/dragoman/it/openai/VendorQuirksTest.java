// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What compatible vendors do differently from OpenAI, and what OpenAI's SDK does not take. */
@QuarkusTest
class VendorQuirksTest extends SdkTest {
    @Test
    void pitfall_34_usage_beside_the_finish_reason() {
        List<JsonObject> chunks = new ArrayList<>(Wire.textChunks("Hello"));
        JsonObject usage = Wire.usageChunk().getJsonObject("usage");
        chunks.get(chunks.size() - 1).put("usage", usage);
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        ChatCompletion completion = sdk.accumulated(ask(script.through("openai"), "Hello!"));
        assertThat(Sdk.text(completion)).isEqualTo("Hello");
        assertThat(completion.usage().orElseThrow().totalTokens()).isEqualTo(29);
    }

    @Test
    void an_error_of_null_in_a_chunk_is_no_error() {
        List<JsonObject> chunks = Wire.textChunks("Hello");
        chunks.forEach(chunk -> chunk.putNull("error"));
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        assertThat(Sdk.text(sdk.chunks(ask(script.through("openai"), "Hello!"))))
                .isEqualTo("Hello");
    }

    @Test
    void pitfall_4_calls_without_an_index() {
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(Wire.opening());
        chunks.addAll(Wire.callChunks(0, "get_weather", "{\"city\":", "\"Oslo\"}"));
        chunks.addAll(Wire.callChunks(1, "get_time", "{\"zone\":", "\"CET\"}"));
        chunks.forEach(VendorQuirksTest::dropIndex);
        chunks.add(Wire.finish("tool_calls"));
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        assertThat(Sdk.calls(sdk.accumulated(offer(script))))
                .extracting(
                        call -> call.function().name(), call -> call.function().arguments())
                .containsExactly(tuple("get_weather", "{\"city\":\"Oslo\"}"), tuple("get_time", "{\"zone\":\"CET\"}"));
    }

    @Test
    void pitfall_1_all_calls_with_index_0() {
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(Wire.opening());
        chunks.addAll(Wire.callChunks(0, "get_weather", "{\"city\":\"Oslo\"}"));
        List<JsonObject> second = Wire.callChunks(1, "get_time", "{\"zone\":\"CET\"}");
        second.forEach(chunk -> call(chunk).put("index", 0));
        chunks.addAll(second);
        chunks.add(Wire.finish("tool_calls"));
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        assertThat(Sdk.calls(sdk.accumulated(offer(script))))
                .extracting(
                        call -> call.function().name(), call -> call.function().arguments())
                .containsExactly(tuple("get_weather", "{\"city\":\"Oslo\"}"), tuple("get_time", "{\"zone\":\"CET\"}"));
    }

    private static ChatCompletionCreateParams.Builder offer(VendorScript script) {
        return ask(script.through("openai"), "Weather and time?")
                .addFunctionTool(Tools.function("get_weather", "city"))
                .addFunctionTool(Tools.function("get_time", "zone"));
    }

    private static void dropIndex(JsonObject chunk) {
        if (delta(chunk).containsKey("tool_calls")) {
            call(chunk).remove("index");
        }
    }

    private static JsonObject call(JsonObject chunk) {
        return delta(chunk).getJsonArray("tool_calls").getJsonObject(0);
    }

    private static JsonObject delta(JsonObject chunk) {
        JsonArray choices = chunk.getJsonArray("choices");
        return choices.getJsonObject(0).getJsonObject("delta");
    }
}
