// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static dev.dragoman.it.openai.Sdk.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionAllowedToolChoice;
import com.openai.models.chat.completions.ChatCompletionAllowedTools;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCustomTool;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import dev.dragoman.it.vendor.VendorReplies;
import dev.dragoman.it.vendor.VendorScript;
import dev.dragoman.it.vendor.Wire;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VendorToolsTest extends SdkTest {
    private static final JsonObject TWO_CALLS = Wire.completion(
            "tool_calls", Wire.calls("get_weather", "{\"city\": \"Oslo\"}", "get_time", "{\"zone\":\"CET\"}"));

    private static ChatCompletionCreateParams.Builder offer(VendorScript script) {
        return ask(script.through("openai"), "Weather and time?")
                .addFunctionTool(Tools.function("get_weather", "city"))
                .addFunctionTool(Tools.function("get_time", "zone"));
    }

    @Test
    void one_call() {
        VendorScript script = vendor.script(
                VendorReplies.whole(Wire.completion("tool_calls", Wire.calls("get_weather", "{\"city\": \"Oslo\"}"))));
        ChatCompletion completion = sdk.chat(offer(script).parallelToolCalls(false));
        assertThat(Sdk.message(completion).content()).isEmpty();
        assertThat(Sdk.finishReason(completion)).isEqualTo("tool_calls");
        assertThat(Sdk.calls(completion))
                .extracting(
                        call -> call.id(),
                        call -> call.function().name(),
                        call -> call.function().arguments())
                .containsExactly(tuple("call_0", "get_weather", "{\"city\": \"Oslo\"}"));
        JsonObject asked = script.received().body();
        assertThat(asked.getBoolean("parallel_tool_calls")).isFalse();
        JsonObject function = asked.getJsonArray("tools").getJsonObject(0).getJsonObject("function");
        assertThat(function.getString("name")).isEqualTo("get_weather");
        assertThat(function.getBoolean("strict")).isTrue();
        assertThat(function.getJsonObject("parameters").getJsonArray("required"))
                .isEqualTo(JsonArray.of("city"));
    }

    @Test
    void parallel_calls() {
        VendorScript script = vendor.script(VendorReplies.whole(TWO_CALLS));
        assertThat(Sdk.calls(sdk.chat(offer(script))))
                .extracting(call -> call.id(), call -> call.function().name())
                .containsExactly(tuple("call_0", "get_weather"), tuple("call_1", "get_time"));
    }

    @Test
    void streamed_parallel_calls_keep_their_index() {
        List<JsonObject> chunks = new ArrayList<>();
        chunks.add(Wire.opening());
        chunks.addAll(Wire.callChunks(0, "get_weather", "{\"ci", "ty\":\"", "Oslo\"}"));
        chunks.addAll(Wire.callChunks(1, "get_time", "{\"zone\"", ":\"CET\"}"));
        chunks.add(Wire.finish("tool_calls"));
        chunks.add(Wire.usageChunk());
        VendorScript script = vendor.script(VendorReplies.stream(chunks));
        ChatCompletion completion = sdk.accumulated(offer(script));
        assertThat(Sdk.finishReason(completion)).isEqualTo("tool_calls");
        assertThat(Sdk.calls(completion))
                .extracting(
                        call -> call.id(),
                        call -> call.function().name(),
                        call -> call.function().arguments())
                .containsExactly(
                        tuple("call_0", "get_weather", "{\"city\":\"Oslo\"}"),
                        tuple("call_1", "get_time", "{\"zone\":\"CET\"}"));
        List<Long> indexes = sdk.chunks(offer(script)).stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().toolCalls().orElse(List.of()).stream())
                .map(ChatCompletionChunk.Choice.Delta.ToolCall::index)
                .distinct()
                .toList();
        assertThat(indexes).containsExactly(0L, 1L);
    }

    @Test
    void results_go_back_to_the_vendor() {
        VendorScript script =
                vendor.script(VendorReplies.whole(TWO_CALLS), VendorReplies.whole(Wire.text("Sunny at noon")));
        ChatCompletionCreateParams.Builder params = offer(script);
        ChatCompletion first = sdk.chat(params);
        params.addMessage(Sdk.message(first));
        Sdk.calls(first)
                .forEach(call -> params.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("result of " + call.function().name())
                        .build()));
        assertThat(Sdk.text(sdk.chat(params))).isEqualTo("Sunny at noon");
        JsonArray messages = script.exchanges().get(1).received().body().getJsonArray("messages");
        assertThat(messages).hasSize(4);
        assertThat(messages.getJsonObject(1).getJsonArray("tool_calls"))
                .isEqualTo(Wire.calls("get_weather", "{\"city\": \"Oslo\"}", "get_time", "{\"zone\":\"CET\"}")
                        .getJsonArray("tool_calls"));
        assertThat(messages.getJsonObject(3).getString("tool_call_id")).isEqualTo("call_1");
        assertThat(messages.getJsonObject(3).getString("content")).isEqualTo("result of get_time");
    }

    @Test
    void arguments_that_are_not_json_are_kept() {
        VendorScript script = vendor.script(
                VendorReplies.whole(Wire.completion("length", Wire.calls("get_weather", "{\"city\": \"Os"))));
        assertThat(Sdk.calls(sdk.chat(offer(script))).get(0).function().arguments())
                .isEqualTo("{\"city\": \"Os");
    }

    @Test
    void every_tool_choice_reaches_the_vendor() {
        VendorScript script = vendor.script(VendorReplies.whole(Wire.text("ok")));
        sdk.chat(offer(script)
                .toolChoice(ChatCompletionNamedToolChoice.builder()
                        .function(ChatCompletionNamedToolChoice.Function.builder()
                                .name("get_time")
                                .build())
                        .build()));
        assertThat(choice(script, 0))
                .isEqualTo(new JsonObject("{\"type\":\"function\",\"function\":{\"name\":\"get_time\"}}"));
        ChatCompletionAllowedTools.Tool allowed = ChatCompletionAllowedTools.Tool.builder()
                .putAdditionalProperty("type", JsonValue.from("function"))
                .putAdditionalProperty("function", JsonValue.from(Map.of("name", "get_time")))
                .build();
        sdk.chat(offer(script)
                .toolChoice(ChatCompletionAllowedToolChoice.builder()
                        .allowedTools(ChatCompletionAllowedTools.builder()
                                .mode(ChatCompletionAllowedTools.Mode.REQUIRED)
                                .addTool(allowed)
                                .build())
                        .build()));
        assertThat(choice(script, 1).getJsonObject("allowed_tools").getString("mode"))
                .isEqualTo("required");
    }

    private static JsonObject choice(VendorScript script, int request) {
        return script.exchanges().get(request).received().body().getJsonObject("tool_choice");
    }

    @Test
    void custom_tools() {
        JsonObject message = Wire.message(null)
                .put(
                        "tool_calls",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("id", "call_c")
                                        .put("type", "custom")
                                        .put(
                                                "custom",
                                                new JsonObject()
                                                        .put("name", "run")
                                                        .put("input", "print(1)"))));
        VendorScript script = vendor.script(VendorReplies.whole(Wire.completion("tool_calls", message)));
        ChatCompletion completion = sdk.chat(ask(script.through("openai"), "Run it")
                .addCustomTool(ChatCompletionCustomTool.Custom.builder()
                        .name("run")
                        .description("Runs code")
                        .build()));
        assertThat(Sdk.message(completion)
                        .toolCalls()
                        .orElseThrow()
                        .get(0)
                        .asCustom()
                        .custom()
                        .input())
                .isEqualTo("print(1)");
        assertThat(script.received()
                        .body()
                        .getJsonArray("tools")
                        .getJsonObject(0)
                        .getString("type"))
                .isEqualTo("custom");
    }
}
