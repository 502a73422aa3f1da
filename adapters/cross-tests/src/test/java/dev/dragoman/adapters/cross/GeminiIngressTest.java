// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.WireRequest;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests in the form in which Google's command line sends them: instructions in several parts, a preamble in the user's
 * name, a loop of parallel calls with signatures, declarations with JSON Schemas, thinking. Every vendor is told the same.
 */
class GeminiIngressTest {
    private static final Translator TRANSLATOR = Translator.create();

    private static final String CODER = """
            {"systemInstruction":{"role":"user","parts":[{"text":"You write code."},{"text":"Rules: be brief."},
            {"text":"Memory: the project is Java."}]},
            "contents":[{"role":"user","parts":[{"text":"Today is Monday."},{"text":"My folder is /src."}]},
            {"role":"model","parts":[{"text":"Got it."}]},
            {"role":"user","parts":[{"text":"List and read."}]},
            {"role":"model","parts":[{"text":"Let me look.","thought":true},
            {"functionCall":{"name":"list_directory","args":{"path":"/src"}},"thoughtSignature":"c2lnbmF0dXJl"},
            {"functionCall":{"name":"read_file","args":{"path":"/src/A.java","limit":20}}}]},
            {"role":"user","parts":[{"functionResponse":{"name":"list_directory","response":{"output":"A.java"}}},
            {"functionResponse":{"name":"read_file","response":{"output":"class A {}"}}}]}],
            "tools":[{"functionDeclarations":[
            {"name":"list_directory","description":"Lists a folder.","parametersJsonSchema":{"type":"object","properties":
            {"path":{"type":"string"}},"required":["path"]}},
            {"name":"read_file","description":"Reads a file.","parametersJsonSchema":{"type":"object","properties":
            {"path":{"type":"string"},"limit":{"type":"integer"}},"required":["path"]}}]}],
            "generationConfig":{"temperature":0,"topP":0.95,"topK":64,"thinkingConfig":{"includeThoughts":true,
            "thinkingBudget":8192}}}
            """;

    private static Stream<String> vendors() {
        return TRANSLATOR.dialects().all().stream().map(dialect -> dialect.id()).filter(id -> !id.equals("gemini"));
    }

    private static ChatRequest told(String vendor, String body) {
        Translated translated = TRANSLATOR.request("gemini", vendor, wire(body.getBytes(StandardCharsets.UTF_8)));
        return TRANSLATOR
                .dialects()
                .get(vendor)
                .requestDecoder()
                .decode(wire(translated.body()))
                .request();
    }

    private static WireRequest wire(byte[] body) {
        return new WireRequest(body, "some-model", false, Map.of());
    }

    private static String said(ChatRequest request, boolean instructions) {
        return request.messages().stream()
                .filter(message -> message.role().isInstruction() == instructions)
                .map(Message::text)
                .collect(Collectors.joining("|"));
    }

    private static <P extends Part> List<P> parts(ChatRequest request, Class<P> kind) {
        return request.messages().stream()
                .flatMap(message -> message.parts().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void pitfall_27_instructions_of_several_parts_stay_instructions_in_order(String vendor) {
        ChatRequest told = told(vendor, CODER);
        assertThat(said(told, true))
                .containsSubsequence("You write code.", "Rules: be brief.", "Memory: the project is Java.");
        assertThat(said(told, false)).doesNotContain("You write code.", "Rules:", "Memory:");
        assertThat(told.messages().get(0).role().isInstruction()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void pitfall_27_a_loop_of_calls_is_told_whole(String vendor) {
        ChatRequest told = told(vendor, CODER);
        assertThat(said(told, false)).containsSubsequence("Today is Monday.", "My folder is /src.", "List and read.");
        List<ToolCall> calls = parts(told, ToolCall.class);
        List<ToolResult> results = parts(told, ToolResult.class);
        assertThat(calls).extracting(ToolCall::name).containsExactly("list_directory", "read_file");
        assertThat(calls.get(1).arguments()).contains("/src/A.java", "20");
        assertThat(results)
                .extracting(ToolResult::callId)
                .containsExactlyElementsOf(calls.stream().map(ToolCall::id).toList());
        assertThat(told.tools()).extracting(tool -> tool.name()).containsExactly("list_directory", "read_file");
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void pitfall_27_instructions_in_the_other_spellings_are_instructions(String vendor) {
        for (String instruction : List.of(
                "\"system_instruction\":{\"parts\":[{\"text\":\"One.\"},{\"text\":\"Two.\"}]}",
                "\"systemInstruction\":{\"parts\":{\"text\":\"One. Two.\"}}")) {
            ChatRequest told = told(vendor, "{" + instruction + ",\"contents\":[{\"parts\":[{\"text\":\"Hello\"}]}]}");
            assertThat(said(told, true)).containsSubsequence("One.", "Two.");
            assertThat(told.messages())
                    .filteredOn(message -> message.role() == Role.USER)
                    .hasSize(1);
        }
    }
}
