// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.FunctionTool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaChatRequestTest {
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Losses losses = new Losses();

    private static String complaint(String body) {
        try {
            Wire.decode(body);
            return "none";
        } catch (ChatException e) {
            assertThat(e.error().status()).isEqualTo(400);
            return String.valueOf(e.error().param());
        }
    }

    private JsonNode body(ChatRequest request) {
        return Wire.body(request, losses);
    }

    @Test
    void a_request_that_does_not_say_so_asks_for_a_stream() {
        assertThat(Wire.decode("{'model':'m','messages':[]}").stream()).isTrue();
        assertThat(Wire.decode("{'model':'m','messages':[],'stream':null}").stream())
                .isTrue();
        assertThat(Wire.decode("{'model':'m','messages':[],'stream':false}").stream())
                .isFalse();
        assertThat(body(ChatRequest.builder("m").user("Hi").build())
                        .get("stream")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void what_passes_through_says_whether_to_stream() {
        byte[] asked = "{\"model\":\"a\",\"messages\":[],\"x\":1.50}".getBytes(StandardCharsets.UTF_8);
        EncodedRequest passed = Wire.DIALECT
                .requestForwarder()
                .forward(WireRequest.of(asked), "b", true, EncodeContext.toVendor(losses, "ollama"));
        assertThat(new String(passed.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"model\":\"b\",\"messages\":[],\"x\":1.50,\"stream\":true}");
        assertThat(passed.path()).isEqualTo("/api/chat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'messages':[]}|model",
                "{'model':'m','messages':[{'content':'x'}]}|messages[0].role",
                "{'model':'m','messages':[{'role':'developer','content':'x'}]}|messages[0].role",
                "{'model':'m','messages':[{'role':'user','content':[]}]}|messages[0].content",
                "{'model':'m','messages':[{'role':'user','images':['https://example.com/a.png']}]}|messages[0].images[0]",
                "{'model':'m','messages':[{'role':'user','tool_calls':[{}]}]}|messages[0].tool_calls",
                "{'model':'m','messages':[{'role':'assistant','tool_calls':[{'function':{}}]}]}"
                        + "|messages[0].tool_calls[0].function.name",
                "{'model':'m','think':'very'}|think",
                "{'model':'m','format':'yaml'}|format",
                "{'model':'m','top_logprobs':21}|top_logprobs",
                "{'model':'m','options':{'temperature':'hot'}}|options.temperature",
                "{'model':'m','tools':[{'type':'function'}]}|tools[0].function"
            })
    void a_wrong_value_is_named(String body, String path) {
        assertThat(complaint(body)).isEqualTo(path);
    }

    @Test
    void pitfall_19_results_without_ids_find_their_calls_by_name_and_order() {
        ChatRequest request = Wire.decode("{'model':'m','messages':[{'role':'assistant','tool_calls':["
                + "{'function':{'name':'a','arguments':{'n':1}}},{'function':{'name':'b'}},"
                + "{'function':{'name':'a','arguments':{'n':2}}}]},"
                + "{'role':'tool','name':'b','content':'B'},{'role':'TOOL','tool_name':'a','content':'A1'},"
                + "{'role':'tool','content':'A2'},{'role':'tool','tool_name':'c','content':'?'}]}");
        List<String> answered = request.messages().stream()
                .filter(message -> message.role() == Role.TOOL)
                .map(message -> ((ToolResult) message.parts().get(0)).callId())
                .toList();
        assertThat(answered).containsExactly("call_0_1", "call_0_0", "call_0_2", "call_4");
        assertThat(request.messages().get(1).extensions().isEmpty()).isTrue();
    }

    @Test
    void a_result_names_the_tool_and_the_call() {
        JsonNode body = body(ChatRequest.builder("m")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("call/1", "clock", ""))))
                .toolResult("call/1", "12:00")
                .build());
        assertThat(body.at("/messages/1"))
                .isEqualTo(Wire.json("{'role':'tool','content':'12:00','tool_name':'clock','tool_call_id':'call/1'}"));
        assertThat(body.at("/messages/0/tool_calls/0"))
                .isEqualTo(Wire.json("{'id':'call/1','function':{'index':0,'name':'clock','arguments':{}}}"));
    }

    @Test
    void pitfall_31_a_picture_by_address_is_reported() {
        JsonNode body = body(ChatRequest.builder("m")
                .user(
                        Text.of("See?"),
                        Image.of(MediaSource.Url.of("https://example.com/a.png")),
                        Image.of(new MediaSource.Base64("image/png", PNG)))
                .build());
        assertThat(body.at("/messages/0/images")).hasSize(1);
        assertThat(body.at("/messages/0/images/0").asText()).isEqualTo(PNG);
        assertThat(Wire.lost(losses)).isEqualTo("messages[0].parts[1] DROPPED");
    }

    @Test
    void data_urls_are_stripped_and_texts_around_a_picture_are_joined() {
        ChatRequest request = Wire.decode("{'model':'m','messages':[{'role':'user','content':'See?','images':["
                + "'data:image/png;base64," + PNG + "']}]}");
        assertThat(request.messages().get(0).parts().get(1))
                .isEqualTo(Image.of(new MediaSource.Base64("image/png", PNG)));
        JsonNode body = body(ChatRequest.builder("m")
                .user(Text.of("See this"), Image.of(new MediaSource.Base64("image/png", PNG)), Text.of("and tell."))
                .build());
        assertThat(body.at("/messages/0/content").asText()).isEqualTo("See this\nand tell.");
        assertThat(Wire.lost(losses)).isEqualTo("messages[0].parts[2] MOVED; messages[0].parts MOVED");
    }

    @Test
    void pitfall_30_pictures_in_results_stay_with_the_result() {
        JsonNode body = body(ChatRequest.builder("m")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("a", "see", "{}"))))
                .message(Message.of(
                        Role.TOOL,
                        List.of(new ToolResult(
                                "a",
                                null,
                                List.of(Text.of("Seen."), Image.of(new MediaSource.Base64("image/png", PNG))),
                                null,
                                null,
                                Extensions.NONE))))
                .build());
        assertThat(body.at("/messages/1/images/0").asText()).isEqualTo(PNG);
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void a_document_of_text_is_told_as_text() {
        JsonNode body = body(ChatRequest.builder("m")
                .user(Document.of(new MediaSource.PlainText("Terms."), "terms.txt"))
                .build());
        assertThat(body.at("/messages/0/content").asText()).isEqualTo("terms.txt\n\nTerms.");
        assertThat(Wire.lost(losses)).isEqualTo("messages[0].parts[0] EMULATED");
    }

    @Test
    void pitfall_9_thoughts_go_back_to_ollama_and_those_of_others_do_not() {
        JsonNode body = body(ChatRequest.builder("m")
                .message(Message.of(
                        Role.ASSISTANT,
                        List.of(
                                Reasoning.of("Mine.", new Origin("ollama", "qwen3")),
                                Reasoning.of("Theirs.", new Origin("anthropic", "claude-sample")))))
                .message(Message.of(Role.ASSISTANT, List.of(Reasoning.of("Whose?", null))))
                .build());
        assertThat(body.get("messages"))
                .isEqualTo(Wire.json("[{'role':'assistant','content':'','thinking':'Mine.'},"
                        + "{'role':'assistant','content':'','thinking':'Whose?'}]"));
        assertThat(Wire.lost(losses)).isEqualTo("messages[0].parts[1] DROPPED");
    }

    @ParameterizedTest
    @CsvSource({
        "none,false,reasoning.effort EMULATED",
        "minimal,low,reasoning.effort APPROXIMATED",
        "low,low,''",
        "medium,medium,''",
        "high,high,''",
        "xhigh,max,reasoning.effort APPROXIMATED",
        "max,max,''"
    })
    void efforts_are_ollamas_words(String effort, String think, String lost) {
        JsonNode body = body(ChatRequest.builder("qwen3")
                .user("Hi")
                .reasoningEffort(new ReasoningEffort(effort))
                .build());
        assertThat(body.get("think").asText()).isEqualTo(think);
        assertThat(Wire.lost(losses)).isEqualTo(lost);
    }

    @Test
    void a_model_that_does_not_think_is_not_asked_to() {
        JsonNode body = body(ChatRequest.builder("llama3.2")
                .user("Hi")
                .reasoning(ReasoningSettings.ofMode(ReasoningSettings.Mode.ON))
                .build());
        assertThat(body.has("think")).isFalse();
        assertThat(Wire.lost(losses)).isEqualTo("reasoning DROPPED");
    }

    @Test
    void options_of_ollama_in_a_foreign_body_are_delivered() {
        JsonNode body = body(ChatRequest.builder("m")
                .user("Hi")
                .temperature(0.5)
                .extension("openai-chat", "options", RawJson.parse("{\"num_ctx\":8192,\"temperature\":0.1}"))
                .extension("openai-chat", "min_p", RawJson.parse("0.05"))
                .extension("openai-chat", "keep_alive", RawJson.parse("\"5m\""))
                .extension("openai-chat", "unheard_of", RawJson.TRUE)
                .build());
        assertThat(body.get("options")).isEqualTo(Wire.json("{'temperature':0.5,'num_ctx':8192,'min_p':0.05}"));
        assertThat(body.get("keep_alive").asText()).isEqualTo("5m");
        assertThat(Wire.lost(losses)).isEqualTo("extensions.openai-chat.unheard_of DROPPED");
    }

    @Test
    void pitfall_46_settings_have_their_places_among_the_options() {
        ChatRequest request = ChatRequest.builder("m")
                .user("Hi")
                .temperature(0.5)
                .topP(0.9)
                .topK(40)
                .frequencyPenalty(0.1)
                .presencePenalty(0.2)
                .seed(-1L)
                .maxOutputTokens(9L)
                .stop(List.of("END", ""))
                .build();
        assertThat(body(request).get("options"))
                .isEqualTo(Wire.json("{'num_predict':9,'temperature':0.5,'top_p':0.9,'top_k':40,"
                        + "'frequency_penalty':0.1,'presence_penalty':0.2,'seed':9223372036854775807,'stop':['END']}"));
        assertThat(Wire.lost(losses)).isEqualTo("stop[1] DROPPED; sampling.seed APPROXIMATED");
        assertThat(Wire.DIALECT.requestPaths().locate(request, "stop[1]")).isEqualTo("options.stop[1]");
    }

    @Test
    void pitfall_28_what_the_server_forgets_of_a_schema_is_told_in_the_description() {
        JsonNode body = body(ChatRequest.builder("m")
                .user("Hi")
                .tool(FunctionTool.of(
                        "f",
                        null,
                        "{\"type\":\"object\",\"properties\":{\"zip\":{\"type\":\"string\",\"description\":\"ZIP\","
                                + "\"pattern\":\"^[0-9]{4}$\"},\"kind\":{\"const\":\"place\"}},"
                                + "\"additionalProperties\":false}"))
                .build());
        JsonNode properties = body.at("/tools/0/function/parameters/properties");
        assertThat(properties.at("/zip/description").asText()).isEqualTo("ZIP (pattern: \"^[0-9]{4}$\")");
        assertThat(properties.at("/kind/enum/0").asText()).isEqualTo("place");
        assertThat(Wire.lost(losses))
                .isEqualTo("tools[0].parameters.properties.zip.pattern APPROXIMATED;"
                        + " tools[0].parameters.properties.kind.const EMULATED");
    }

    @Test
    void losses_are_named_in_the_terms_of_the_body() {
        ChatRequest request = Wire.decode("{'model':'m','messages':[{'role':'assistant','content':'x',"
                + "'thinking':'t','images':['" + PNG + "'],'tool_calls':[{'id':'a','function':{'name':'f'}}]},"
                + "{'role':'tool','tool_name':'f','content':'y','images':['" + PNG + "']}]}");
        String part = "messages[0].parts";
        assertThat(located(request, part + "[0]")).isEqualTo("messages[0].thinking");
        assertThat(located(request, part + "[1].signature")).isEqualTo("messages[0].content");
        assertThat(located(request, part + "[2].source.mediaType")).isEqualTo("messages[0].images[0]");
        assertThat(located(request, part + "[3].arguments")).isEqualTo("messages[0].tool_calls[0].function.arguments");
        assertThat(located(request, "messages[1].parts[0].content[1]")).isEqualTo("messages[1].images[0]");
        assertThat(located(request, "messages[1].parts[0].name")).isEqualTo("messages[1].tool_name");
        assertThat(located(request, "extensions.ollama.options.num_ctx")).isEqualTo("options.num_ctx");
        assertThat(located(request, "reasoning.effort")).isEqualTo("think");
        assertThat(located(request, "tools[0].parameters.type")).isEqualTo("tools[0].function.parameters.type");
    }

    private static String located(ChatRequest request, String path) {
        return Wire.DIALECT.requestPaths().locate(request, path);
    }

    @Test
    void the_body_must_be_an_object() {
        assertThatThrownBy(() -> Wire.decode("[]")).isInstanceOf(ChatException.class);
    }
}
