// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GeminiRequestTest {
    private static final String G3 = "gemini-3-flash-preview";
    private static final FunctionTool CLOCK = FunctionTool.of("clock", null, "{\"type\":\"object\"}");

    private final Losses losses = new Losses();

    private static ToolCall call(String id, @Nullable Signature signature) {
        return new ToolCall(id, ToolKind.FUNCTION, "clock", "{}", signature, null, Extensions.NONE);
    }

    private static ChatRequest loop(String model, ToolCall... calls) {
        var request = ChatRequest.builder(model)
                .user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(calls)))
                .tool(CLOCK);
        for (ToolCall call : calls) {
            request.toolResult(call.id(), "noon");
        }
        return request.build();
    }

    @Test
    void pitfall_10_signatures_return_to_their_issuer_at_their_call() {
        Signature own = new Signature("c2ln", new Origin("gemini", G3));
        String wire = Wire.encode(loop(G3, call("a", own), call("b", null)), losses);
        assertThat(wire).contains("\"args\":{}},\"thoughtSignature\":\"c2ln\"},{\"functionCall\":{\"id\":\"b\"");
        assertThat(wire).doesNotContain(GeminiSeal.UNSIGNED);
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void pitfall_10_a_call_that_was_never_signed_says_so_once_a_step_and_only_to_models_that_ask() {
        String wire = Wire.encode(loop(G3, ToolCall.of("a", "clock", "{}"), ToolCall.of("b", "clock", "{}")), losses);
        assertThat(wire.split(GeminiSeal.UNSIGNED, -1)).hasSize(2);
        assertThat(wire.indexOf(GeminiSeal.UNSIGNED)).isLessThan(wire.indexOf("\"id\":\"b\""));
        assertThat(Wire.lost(losses)).isEqualTo("messages[1].parts[0] EMULATED");

        assertThat(Wire.encode(loop("gemini-2.5-flash", ToolCall.of("a", "clock", "{}"))))
                .doesNotContain(GeminiSeal.UNSIGNED);
        ChatRequest older = loop(G3, ToolCall.of("a", "clock", "{}")).toBuilder()
                .user("Thanks. And now?")
                .build();
        assertThat(Wire.encode(older)).doesNotContain(GeminiSeal.UNSIGNED);
    }

    @Test
    void pitfall_9_and_10_signatures_of_others_are_not_sent() {
        Signature foreign = new Signature("Zm9yZWlnbg==", new Origin("mistral", "m"));
        String wire = Wire.encode(loop(G3, call("a", foreign)), losses);
        assertThat(wire).doesNotContain("Zm9yZWlnbg==").contains(GeminiSeal.UNSIGNED);
        assertThat(Wire.lost(losses))
                .isEqualTo("messages[1].parts[0].signature DROPPED; messages[1].parts[0] EMULATED");
    }

    @Test
    void the_word_for_no_signature_is_no_signature() {
        ChatRequest request = Wire.decode("{\"contents\":[{\"role\":\"model\",\"parts\":[{\"functionCall\":"
                + "{\"name\":\"clock\"},\"thoughtSignature\":\"" + GeminiSeal.UNSIGNED + "\"}]}]}");
        assertThat(((ToolCall) request.messages().get(0).parts().get(0)).signature())
                .isNull();
    }

    @Test
    void pitfall_14_a_budget_leaves_room_for_the_answer() {
        ChatRequest request = ChatRequest.builder("gemini-2.5-flash")
                .user("Hi")
                .maxOutputTokens(1000L)
                .reasoningEffort(ReasoningEffort.HIGH)
                .build();
        assertThat(Wire.encode(request, losses)).contains("\"thinkingBudget\":500");
        assertThat(Wire.lost(losses)).isEqualTo("reasoning.effort APPROXIMATED; reasoning.effort CLAMPED");
    }

    @Test
    void thinking_is_said_as_the_model_takes_it() {
        assertThat(thinking("gemini-2.5-pro", ReasoningSettings.ofMode(ReasoningSettings.Mode.OFF)))
                .contains("\"thinkingBudget\":128");
        assertThat(thinking("gemini-2.5-flash", ReasoningSettings.ofMode(ReasoningSettings.Mode.OFF)))
                .contains("\"thinkingBudget\":0");
        assertThat(thinking("gemini-2.5-flash-lite", ReasoningSettings.ofBudget(100)))
                .contains("\"thinkingBudget\":512");
        assertThat(thinking("gemini-3-pro-preview", ReasoningSettings.ofEffort(ReasoningEffort.MEDIUM)))
                .contains("\"thinkingLevel\":\"LOW\"");
        assertThat(thinking("gemini-3-flash-preview", ReasoningSettings.ofEffort(ReasoningEffort.NONE)))
                .contains("\"thinkingLevel\":\"MINIMAL\"");
        assertThat(thinking("gemini-4-hydrogen", ReasoningSettings.ofEffort(ReasoningEffort.MAX)))
                .contains("\"thinkingLevel\":\"xhigh\"");
        assertThat(thinking("gemini-9-new", ReasoningSettings.ofBudget(20_000)))
                .contains("\"thinkingLevel\":\"MEDIUM\"")
                .doesNotContain("thinkingBudget");
        assertThat(thinking("gemini-2.0-flash", ReasoningSettings.ofBudget(2000)))
                .doesNotContain("thinkingConfig");
    }

    private static String thinking(String model, ReasoningSettings reasoning) {
        return Wire.encode(
                ChatRequest.builder(model).user("Hi").reasoning(reasoning).build());
    }

    @Test
    void pitfall_28_schemas_lose_what_is_not_honoured_and_say_so() {
        FunctionTool tool = FunctionTool.of(
                "f",
                null,
                "{\"type\":\"object\",\"properties\":{\"a\":{\"const\":\"x\"},\"b\":{\"type\":\"string\",\"pattern\":\"^x\"},"
                        + "\"c\":{\"$ref\":\"#/$defs/c\",\"description\":\"C\"}},\"$defs\":{\"c\":{\"type\":[\"string\",\"null\"]}}}");
        String wire = Wire.encode(ChatRequest.builder(G3).user("Hi").tool(tool).build(), losses);
        assertThat(wire)
                .contains("\"a\":{\"enum\":[\"x\"]}")
                .contains("\"b\":{\"type\":\"string\",\"description\":\"(pattern: \\\"^x\\\")\"}")
                .contains("\"c\":{\"$ref\":\"#/$defs/c\"}");
        assertThat(Wire.lost(losses))
                .isEqualTo("tools[0].parameters.properties.a.const EMULATED;"
                        + " tools[0].parameters.properties.b.pattern APPROXIMATED;"
                        + " tools[0].parameters.properties.c.description APPROXIMATED");
    }

    @Test
    void pitfall_29_nothing_empty_is_sent_but_for_signatures() {
        Text signed = new Text("", List.of(), new Signature("c2ln", GeminiSeal.NATIVE), null, Extensions.NONE);
        String wire = Wire.encode(ChatRequest.builder(G3)
                .system("")
                .user("")
                .message(Message.of(Role.ASSISTANT, List.of(Text.of("x"), Text.of(""), signed)))
                .user("y")
                .build());
        assertThat(wire)
                .isEqualTo("{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"(empty)\"}]},"
                        + "{\"role\":\"model\",\"parts\":[{\"text\":\"x\"},{\"text\":\"\",\"thoughtSignature\":\"c2ln\"}]},"
                        + "{\"role\":\"user\",\"parts\":[{\"text\":\"y\"}]}]}");
    }

    @Test
    void pitfall_30_media_of_results_stand_in_them_or_behind_them() {
        Image image = Image.of(new MediaSource.Base64("image/png", "aGk="));
        ToolResult result = new ToolResult("a", null, List.of(Text.of("see"), image), null, null, Extensions.NONE);
        Message answer = Message.of(Role.TOOL, List.of(result));
        assertThat(Wire.encode(withResult(G3, answer)))
                .contains("\"response\":{\"output\":\"see\"},\"parts\":[{\"inlineData\":");
        assertThat(Wire.encode(withResult("gemini-2.5-flash", answer), losses))
                .contains("\"response\":{\"output\":\"see\"}}},{\"text\":\"What clock returned")
                .contains("},{\"inlineData\":");
        assertThat(Wire.lost(losses)).isEqualTo("messages[2].parts[0] EMULATED");
    }

    private static ChatRequest withResult(String model, Message answer) {
        return ChatRequest.builder(model)
                .user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(call("a", new Signature("c2ln", GeminiSeal.NATIVE)))))
                .message(answer)
                .tool(CLOCK)
                .build();
    }

    @Test
    void results_are_objects() {
        assertThat(GeminiResults.object("{\"a\":1}", false)).hasToString("{\"a\":1}");
        assertThat(GeminiResults.object("{\"output\":1}", false)).hasToString("{\"output\":\"{\\\"output\\\":1}\"}");
        assertThat(GeminiResults.object("{\"$ref\":\"x\"}", false))
                .hasToString("{\"output\":\"{\\\"$ref\\\":\\\"x\\\"}\"}");
        assertThat(GeminiResults.object("[1]", false)).hasToString("{\"output\":\"[1]\"}");
        assertThat(GeminiResults.object("down", true)).hasToString("{\"error\":\"down\"}");
    }

    @Test
    void pitfall_17_json_and_tools_are_asked_for_as_the_model_can() {
        var asked = ChatRequest.builder(G3).user("Hi").tool(CLOCK).outputFormat(OutputFormat.JSON_OBJECT);
        assertThat(Wire.encode(asked.build())).contains("\"responseMimeType\":\"application/json\"");
        assertThat(Wire.encode(asked.model("gemini-2.5-flash").build()))
                .doesNotContain("responseMimeType")
                .contains("json_output")
                .contains("\"mode\":\"ANY\"");
        // The caller wants a call: there will be no text that could have a form.
        assertThat(Wire.encode(asked.model(G3).toolChoice(ToolChoice.REQUIRED).build(), losses))
                .doesNotContain("responseMimeType")
                .doesNotContain("json_output");
        assertThat(Wire.lost(losses)).isEqualTo("outputFormat DROPPED");
    }

    @Test
    void searches_and_functions_do_not_mix_before_gemini_3() {
        var asked =
                ChatRequest.builder("gemini-2.5-flash").user("Hi").tool(CLOCK).webSearch(WebSearch.DEFAULT);
        assertThat(Wire.encode(asked.build(), losses)).doesNotContain("googleSearch");
        assertThat(Wire.lost(losses)).isEqualTo("webSearch DROPPED");
        assertThat(Wire.encode(asked.model(G3).build())).contains("{\"googleSearch\":{}}");
    }

    @Test
    void pitfall_31_addresses_that_the_model_does_not_fetch_are_refused_openly() {
        ChatRequest request = ChatRequest.builder("gemini-2.0-flash")
                .user(Text.of("What?"), Image.of(MediaSource.Url.of("https://example.com/a.png")))
                .build();
        assertThat(Wire.encode(request, losses)).doesNotContain("example.com");
        assertThat(Wire.lost(losses)).contains("messages[0].parts[1] DROPPED");
    }

    @Test
    void paths_name_the_model_and_the_wish_for_a_stream() {
        ChatRequest request = ChatRequest.builder("org/m:1").user("Hi").build();
        assertThat(Wire.encoded(request, losses).path()).isEqualTo("/v1beta/models/org/m%3A1:generateContent");
        assertThat(Wire.encoded(request.withStream(true).withModel("tunedModels/x"), losses)
                        .path())
                .isEqualTo("/v1beta/tunedModels/x:streamGenerateContent?alt=sse");
    }

    @Test
    void what_is_wrong_is_named_in_googles_terms() {
        refused("{\"contents\":[]}", "contents");
        refused("{}", "contents");
        refused("{\"contents\":[{\"role\":\"system\",\"parts\":[{\"text\":\"x\"}]}]}", "contents[0].role");
        refused("{\"contents\":[{\"role\":\"user\"}]}", "contents[0].parts");
        refused("{\"contents\":[{\"parts\":[{\"text\":\"x\"},{}]}]}", "contents[0].parts[1]");
        refused(
                "{\"contents\":[{\"parts\":[{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":7}}]}]}",
                "contents[0].parts[0].inlineData.data");
        refused(
                "{\"contents\":[{\"parts\":[{\"functionResponse\":{\"name\":\"f\",\"response\":{}}}]}]}",
                "contents[0].parts[0].functionResponse");
        refused(
                "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}],\"tools\":[{\"functionDeclarations\":[{}]}]}",
                "tools[0].functionDeclarations[0].name");
        refused(
                "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}],\"generationConfig\":{\"topK\":1.5}}",
                "generationConfig.topK");
        refused(
                "{\"contents\":[{\"parts\":[{\"text\":\"x\"}]}],\"systemInstruction\":{\"parts\":[{\"fileData\":"
                        + "{\"fileUri\":\"gs://a\"}}]}}",
                "systemInstruction.parts[0]");
    }

    private static void refused(String body, String param) {
        assertThatThrownBy(() -> Wire.decode(body))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo(param));
    }

    @Test
    void losses_are_told_in_googles_terms() {
        ChatRequest request = Wire.decode("{\"systemInstruction\":{\"parts\":{\"text\":\"s\"}},\"contents\":["
                + "{\"parts\":[{\"text\":\"Time?\"}]},"
                + "{\"role\":\"model\",\"parts\":[{\"functionCall\":{\"name\":\"a\"}},{\"functionCall\":{\"name\":\"b\"}}]},"
                + "{\"role\":\"user\",\"parts\":[{\"functionResponse\":{\"name\":\"a\",\"response\":{\"output\":\"1\"}}},"
                + "{\"functionResponse\":{\"name\":\"b\",\"response\":{\"output\":\"2\"}}},"
                + "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"aGk=\"}}]}]}");
        assertThat(new GeminiPaths().locate(request, "messages[0].parts[0].text"))
                .isEqualTo("systemInstruction.parts[0].text");
        assertThat(new GeminiPaths().locate(request, "messages[2].parts[1].arguments"))
                .isEqualTo("contents[1].parts[1].functionCall.args");
        assertThat(new GeminiPaths().locate(request, "messages[4].parts[0].content[0]"))
                .isEqualTo("contents[2].parts[1].functionResponse.response");
        assertThat(new GeminiPaths().locate(request, "messages[5].parts[0].source.mediaType"))
                .isEqualTo("contents[2].parts[2].inlineData.mimeType");
        assertThat(new GeminiPaths().locate(request, "sampling.topK")).isEqualTo("generationConfig.topK");
        assertThat(new GeminiPaths().locate(request, "extensions.gemini.safetySettings"))
                .isEqualTo("safetySettings");
    }
}
