// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static dev.dragoman.adapters.openai.chat.Wire.decode;
import static dev.dragoman.adapters.openai.chat.Wire.encode;
import static dev.dragoman.adapters.openai.chat.Wire.refused;
import static dev.dragoman.adapters.openai.chat.Wire.withMembers;
import static dev.dragoman.adapters.openai.chat.Wire.withMessages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'max_tokens':7|'max_completion_tokens':7",
                "'max_completion_tokens':7|'max_completion_tokens':7",
                "'stop':'x'|'stop':['x']",
                "'stop':['x','y']|'stop':['x','y']",
                "'prompt_cache_retention':'in-memory'|'prompt_cache_retention':'in_memory'",
                "'seed':4944116822809979520|'seed':4944116822809979520",
                "'logit_bias':{'50256':-100}|'logit_bias':{'50256':-100}",
                "'temperature':1.0|'temperature':1",
                "'top_k':40|'top_k':40",
                "'enable_thinking':false|'enable_thinking':false",
                "'reasoning_effort':'xhigh'|'reasoning_effort':'xhigh'",
                "'thinking':{'type':'enabled','budget_tokens':2048}|'enable_thinking':true,'thinking_budget':2048",
                "'audio':{'format':'aac','voice':{'id':'voice_1'}},'modalities':['text','audio']"
                        + "|'modalities':['text','audio'],'audio':{'format':'aac','voice':{'id':'voice_1'}}",
                "'prediction':{'type':'content','content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}"
                        + "|'prediction':{'type':'content','content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}",
                "'web_search_options':{'user_location':{'type':'approximate','approximate':{'city':'Oslo'}}}"
                        + "|'web_search_options':{'user_location':{'type':'approximate','approximate':{'city':'Oslo'}}}",
                "'response_format':{'response_format':'json_object'}|'response_format':{'type':'json_object'}",
                "'moderation':{'model':'m'}|'moderation':{'model':'m'}",
                "'prompt_cache_options':{'mode':'explicit','ttl':'30m','new':1}"
                        + "|'prompt_cache_options':{'mode':'explicit','ttl':'30m','new':1}",
            })
    void members_are_read_and_written(String in, String out) {
        Losses losses = new Losses();
        String body = encode(withMembers(in), losses);
        assertThat(body)
                .isEqualTo(("{'model':'m','messages':[{'role':'user','content':'x'}]," + out + "}").replace('\'', '"'));
        assertThat(losses.toList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temperature",
                "top_p",
                "n",
                "stop",
                "seed",
                "logit_bias",
                "max_tokens",
                "metadata",
                "modalities",
                "audio",
                "prediction",
                "logprobs",
                "top_logprobs",
                "response_format",
                "service_tier",
                "store",
                "stream",
                "stream_options",
                "user",
                "verbosity",
                "web_search_options",
                "reasoning_effort",
                "function_call",
                "functions",
                "tools",
                "tool_choice",
                "prompt_cache_key",
                "prompt_cache_options",
                "safety_identifier",
                "top_k",
                "enable_thinking"
            })
    void an_explicit_null_is_the_same_as_nothing(String name) {
        assertThat(withMembers("'" + name + "':null")).isEqualTo(withMessages("{'role':'user','content':'x'}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'messages':[{'role':'user','content':'x'}]}|model|missing_required_parameter",
                "{'model':'m'}|messages|missing_required_parameter",
                "{'model':'m','messages':[]}|messages|invalid_value",
                "{'model':'','messages':[]}|model|invalid_value",
                "{'model':'m','messages':[{'content':'x'}]}|messages[0].role|missing_required_parameter",
                "{'model':'m','messages':[{'role':'robot','content':'x'}]}|messages[0].role|invalid_value",
                "{'model':'m','messages':[{'role':'user'}]}|messages[0].content|missing_required_parameter",
                "{'model':'m','messages':[{'role':'tool','content':'x'}]}|messages[0].tool_call_id|missing_required_parameter",
                "{'model':'m','messages':[{'role':'user','content':[{'text':'x'}]}]}|messages[0].content[0].type|missing_required_parameter",
                "{'model':'m','messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:x'}}]}]}"
                        + "|messages[0].content[0].image_url.url|invalid_value",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'temperature':'hot'}|temperature|invalid_type",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'max_tokens':-1}|max_tokens|invalid_value",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tools':[{'type':'function'}]}|tools[0].function|missing_required_parameter",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tools':[{'type':'function','function':{'name':'f','parameters':[]}}]}"
                        + "|tools[0].function.parameters|invalid_type",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tool_choice':'sometimes'}|tool_choice|invalid_value",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'response_format':{'type':'json_schema'}}"
                        + "|response_format.json_schema|missing_required_parameter",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'metadata':{'a':1}}|metadata.a|invalid_type",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'audio':{'format':'wav'}}|audio.voice|missing_required_parameter",
                "{'model':'m','messages':'x'}|messages|invalid_type",
            })
    void a_wrong_value_is_refused_with_its_path(String body, String param, String code) {
        ChatError error = refused(body);
        assertThat(error.param()).isEqualTo(param);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(400);
    }

    @Test
    void pitfall_25_instructions_keep_their_role_and_place() {
        ChatRequest request = withMessages("{'role':'developer','content':'a'},{'role':'user','content':'b'},"
                + "{'role':'system','content':[{'type':'text','text':'c'}],'name':'n'}");
        assertThat(request.messages())
                .extracting(Message::role)
                .containsExactly(Role.DEVELOPER, Role.USER, Role.SYSTEM);
        assertThat(encode(request, new Losses()))
                .contains("{\"role\":\"developer\",\"content\":\"a\"}")
                .contains("{\"role\":\"system\",\"content\":\"c\",\"name\":\"n\"}");
    }

    @Test
    void parts_of_all_kinds_have_their_types() {
        List<Part> parts = withMessages("{'role':'user','content':[{'type':'text','text':'t'},"
                        + "{'type':'image_url','image_url':{'url':'https://example.org/a.png','detail':'high'}},"
                        + "{'type':'image_url','image_url':{'url':'data:image/png;base64,AAAA'}},"
                        + "{'type':'input_audio','input_audio':{'data':'BBBB','format':'mp3'}},"
                        + "{'type':'file','file':{'file_data':'data:application/pdf;base64,CCCC','filename':'a.pdf'}},"
                        + "{'type':'file','file':{'file_id':'file-1'}},{'type':'hologram','hologram':{'x':1}}]}")
                .messages()
                .get(0)
                .parts();
        assertThat(parts)
                .containsExactly(
                        Text.of("t"),
                        new Image(MediaSource.Url.of("https://example.org/a.png"), "high", null, NONE),
                        Image.of(new MediaSource.Base64("image/png", "AAAA")),
                        Audio.of(new MediaSource.Base64("audio/mpeg", "BBBB")),
                        Document.of(new MediaSource.Base64("application/pdf", "CCCC"), "a.pdf"),
                        Document.of(MediaSource.FileId.of("file-1"), null),
                        new Opaque(
                                "openai-chat",
                                "hologram",
                                RawJson.parse("{\"type\":\"hologram\",\"hologram\":{\"x\":1}}")));
    }

    @Test
    void tools_of_all_kinds() {
        ChatRequest request = withMembers(
                "'tools':[{'type':'function','function':{'name':'f','parameters':{'type':'object'},'strict':true}},"
                        + "{'type':'custom','custom':{'name':'c','format':{'type':'grammar','grammar':{'definition':'x','syntax':'lark'}}}},"
                        + "{'type':'web_search','filters':{}}],'tool_choice':{'type':'allowed_tools','allowed_tools':"
                        + "{'mode':'required','tools':[{'type':'function','function':{'name':'f'}},{'type':'custom','custom':{'name':'c'}}]}}");
        assertThat(request.tools().get(0)).isInstanceOf(FunctionTool.class);
        assertThat(((CustomTool) request.tools().get(1)).grammar()).isEqualTo(new Grammar("lark", "x"));
        assertThat(request.tools().get(2)).isInstanceOf(HostedTool.class);
        assertThat(request.toolChoice())
                .isEqualTo(new ToolChoice.Allowed(
                        ToolChoice.ModeKind.REQUIRED,
                        List.of(ToolRef.function("f"), new ToolRef(ToolKind.CUSTOM, "c"))));
        assertThat(encode(request, new Losses())).contains("{\"type\":\"web_search\",\"filters\":{}}");
    }

    @Test
    void deprecated_functions_become_tools_and_the_reply_is_told() {
        var decoded = decode(
                "{'model':'m','messages':[{'role':'user','content':'x'},"
                        + "{'role':'assistant','content':null,'function_call':{'name':'f','arguments':'{}'}},"
                        + "{'role':'function','name':'f','content':'42'}],'functions':[{'name':'f'}],'function_call':{'name':'f'}}");
        ChatRequest request = decoded.request();
        assertThat(request.tools()).extracting("name").containsExactly("f");
        assertThat(request.toolChoice()).isEqualTo(new ToolChoice.Named(ToolRef.function("f")));
        ToolCall call = (ToolCall) request.messages().get(1).parts().get(0);
        ToolResult result = (ToolResult) request.messages().get(2).parts().get(0);
        assertThat(result.callId()).isEqualTo(call.id());
        assertThat(((OpenAiChatReplyShape) decoded.shape()).legacyFunctions()).isTrue();
    }

    @Test
    void pitfall_9_reasoning_goes_back_to_its_maker_only() {
        ChatRequest request = ChatRequest.builder("m")
                .message(Message.of(
                        Role.ASSISTANT,
                        List.of(
                                new Reasoning("mine", List.of(), "sig", null, null, new Origin("openai", "x"), NONE),
                                new Reasoning(
                                        "theirs", List.of(), "sig2", null, null, new Origin("anthropic", "y"), NONE),
                                Text.of("hi"))))
                .build();
        Losses losses = new Losses();
        String body = encode(request, losses);
        assertThat(body).contains("mine").doesNotContain("theirs").doesNotContain("sig2");
        assertThat(losses.toList()).singleElement().satisfies(loss -> {
            assertThat(loss.path()).isEqualTo("messages[0].parts[1]");
            assertThat(loss.kind()).isEqualTo(LossKind.DROPPED);
        });
    }

    private static final Extensions NONE = Extensions.NONE;

    @Test
    void pitfall_30_a_picture_in_a_tool_result_follows_in_a_user_message() {
        ChatRequest request = ChatRequest.builder("m")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("a", "f", "{}"), ToolCall.of("b", "f", "{}"))))
                .message(Message.of(
                        Role.TOOL,
                        List.of(new ToolResult(
                                "a",
                                null,
                                List.of(Text.of("see"), Image.of(MediaSource.Url.of("https://example.org/a.png"))),
                                null,
                                null,
                                NONE))))
                .message(Message.toolResult("b", "ok"))
                .build();
        Losses losses = new Losses();
        String body = encode(request, losses);
        assertThat(body.indexOf("\"tool_call_id\":\"b\"")).isLessThan(body.indexOf("example.org"));
        assertThat(losses.toList()).singleElement().extracting("kind").isEqualTo(LossKind.EMULATED);
    }

    @Test
    void seeds_call_thinking_by_a_switch() {
        assertThat(withMembers("'enable_thinking':true").reasoning().mode()).isEqualTo(ReasoningSettings.Mode.ON);
    }

    @Test
    void a_schema_keeps_its_text() {
        OutputFormat format = withMembers(
                        "'response_format':{'type':'json_schema','json_schema':{'name':'n','strict':true,"
                                + "'schema':{'type':'object', 'x':1.50}}}")
                .outputFormat();
        assertThat(((OutputFormat.JsonSchema) Objects.requireNonNull(format)).schema())
                .hasToString("{\"type\":\"object\", \"x\":1.50}");
    }

    @Test
    void losses_are_told_in_the_terms_of_the_body() {
        ChatRequest request =
                withMessages("{'role':'assistant','content':'a','tool_calls':[{'id':'1','type':'function',"
                        + "'function':{'name':'f','arguments':'{}'}}]},{'role':'user','content':[{'type':'text','text':'x'},"
                        + "{'type':'image_url','image_url':{'url':'https://e.org/a','detail':'low'}}]}");
        assertThat(new OpenAiChatPaths().locate(request, "messages[1].parts[1].detail"))
                .isEqualTo("messages[1].content[1].image_url.detail");
        assertThat(new OpenAiChatPaths().locate(request, "messages[0].parts[1].arguments"))
                .isEqualTo("messages[0].tool_calls[0].function.arguments");
        assertThat(new OpenAiChatPaths().locate(request, "sampling.topK")).isEqualTo("top_k");
        assertThat(new OpenAiChatPaths().locate(request, "extensions.openai-chat.foo"))
                .isEqualTo("foo");
        assertThat(new OpenAiChatPaths().locate(request, "outputFormat.schema.properties"))
                .isEqualTo("response_format.json_schema.schema.properties");
    }

    @Test
    void a_vendor_that_makes_one_answer_at_a_time_is_not_asked_for_more() {
        Losses losses = new Losses();
        EncodeContext context = EncodeContext.toVendor(losses, "acme");
        ChatRequest request = withMembers("'n':2");
        assertThat(Wire.DIALECT.takesChoices(request, context)).isTrue();
        EncodeContext refusing = context.withRefusedFields(Set.of("n"));
        assertThat(Wire.DIALECT.takesChoices(request, refusing)).isFalse();
        byte[] body = Wire.DIALECT.requestEncoder().encode(request, refusing).body();
        assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("\"n\"");
        assertThat(losses.toList()).extracting("path").containsExactly("choiceCount");
    }

    @Test
    void pitfall_23_names_that_are_refused_are_written_otherwise_everywhere() {
        ChatRequest request = withMembers(
                "'tools':[{'type':'function','function':{'name':'weather.get'}},{'type':'function','function':{'name':'"
                        + "x".repeat(70)
                        + "'}}],'tool_choice':{'type':'allowed_tools','allowed_tools':{'mode':'auto','tools':["
                        + "{'type':'function','function':{'name':'weather.get'}}]}}");
        Losses losses = new Losses();
        EncodedRequest encoded =
                Wire.DIALECT.requestEncoder().encode(request, EncodeContext.toVendor(losses, "openai"));
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8))
                .contains("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather_get\"}}")
                .contains("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather_get\"}}]}}")
                .doesNotContain("x".repeat(65));
        assertThat(encoded.plan().toolNames())
                .containsEntry("weather_get", "weather.get")
                .hasSize(2);
        assertThat(losses.toList()).extracting("kind").containsOnly(LossKind.EMULATED);
    }

    @Test
    void pitfall_22_ids_longer_than_40_characters_are_written_shorter_at_both_places() {
        String id = "ws_" + "0123456789abcdef".repeat(3);
        ChatRequest request = ChatRequest.builder("m")
                .user("x")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of(id, "f", "{}"))))
                .message(Message.toolResult(id, "y"))
                .build();
        String body = encode(request, new Losses());
        int at = body.indexOf("\"id\":\"") + 6;
        String written = body.substring(at, body.indexOf('"', at));
        assertThat(written).hasSizeLessThanOrEqualTo(40).startsWith("dgm_");
        assertThat(body).contains("\"tool_call_id\":\"" + written + "\"").doesNotContain(id);
    }

    @Test
    void pitfall_19_each_call_has_its_result_and_each_result_its_call() {
        ChatRequest request = ChatRequest.builder("m")
                .user("x")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("a", "f", "{}"), ToolCall.of("b", "f", "{}"))))
                .message(Message.toolResult("b", "y"))
                .message(Message.toolResult("z", "w"))
                .build();
        Losses losses = new Losses();
        assertThat(encode(request, losses))
                .contains("{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"No result.\"},"
                        + "{\"role\":\"tool\",\"tool_call_id\":\"b\",\"content\":\"y\"},{\"role\":\"user\"");
        assertThat(losses.toList()).extracting("path").contains("messages[1].parts[0]", "messages[3]");
    }

    @Test
    void a_choice_among_no_tools_is_not_sent() {
        Losses losses = new Losses();
        assertThat(encode(withMembers("'tool_choice':'required'"), losses)).doesNotContain("tool_choice");
        assertThat(losses.toList()).extracting("path").containsExactly("toolChoice");
    }
}
