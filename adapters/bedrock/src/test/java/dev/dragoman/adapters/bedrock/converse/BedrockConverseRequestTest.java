// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockConverseRequestTest {
    private static final FunctionTool CLOCK = FunctionTool.of("clock", "Tells the time", "{\"type\":\"object\"}");

    private final Losses losses = new Losses();

    private static ChatRequestBuilder claude() {
        return ChatRequest.builder(Wire.CLAUDE_4_5);
    }

    @Test
    void the_example_of_the_documentation_reads_and_writes_the_same() {
        String body = "{'system':[{'text':'Be brief.'},{'cachePoint':{'type':'default'}}],'messages':["
                + "{'role':'user','content':[{'text':'Time in Rome?'}]},"
                + "{'role':'assistant','content':[{'toolUse':{'toolUseId':'t1','name':'clock','input':{'city':'Rome'}}}]},"
                + "{'role':'user','content':[{'toolResult':{'toolUseId':'t1','content':[{'text':'12:00'}],"
                + "'status':'success'}}]}],'toolConfig':{'tools':[{'toolSpec':{'name':'clock','inputSchema':{'json':"
                + "{'type':'object','properties':{'city':{'type':'string'}}}}}}]},"
                + "'inferenceConfig':{'maxTokens':500,'temperature':0.2},'additionalModelRequestFields':{'top_k':40}}";
        ChatRequest request = Wire.decode(body);
        assertThat(request.messages())
                .extracting(Message::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL);
        assertThat(request.sampling().topK()).isEqualTo(40);
        assertThat(Wire.body(request, losses)).isEqualTo(Wire.json(body));
        assertThat(Wire.lost(losses)).isEmpty();
    }

    @Test
    void the_model_is_one_segment_of_the_path() {
        ChatRequest request = claude().user("Hi").build();
        assertThat(Wire.encode(request, losses).path())
                .isEqualTo("/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse");
        EncodedRequest streamed = Wire.encode(
                request.withModel("arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.x")
                        .withStream(true),
                losses);
        assertThat(streamed.path())
                .isEqualTo(
                        "/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A123456789012%3Ainference-profile%2Feu.x/converse-stream");
        assertThat(streamed.headers()).containsEntry("Accept", "application/vnd.amazon.eventstream");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "us.anthropic.claude-sonnet-4-5-20250929-v1:0 | {'thinking':{'type':'enabled','budget_tokens':38400}}",
                "anthropic.claude-opus-4-8 | {'thinking':{'type':'adaptive','display':'summarized'},'output_config':{'effort':'high'}}",
                "openai.gpt-oss-120b-1:0 | {'reasoning_effort':'high'}",
                "us.openai.gpt-5.6-luna | {'reasoning':{'effort':'high'}}",
                "us.amazon.nova-2-lite-v1:0 | {'reasoningConfig':{'type':'enabled','maxReasoningEffort':'high'}}",
            })
    void pitfall_16_each_family_is_told_to_think_in_its_own_words(String model, String fields) {
        ChatRequest request = ChatRequest.builder(model)
                .user("Hi")
                .reasoningEffort(ReasoningEffort.HIGH)
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.get("additionalModelRequestFields")).isEqualTo(Wire.json(fields));
        assertThat(body.has("outputConfig")).isFalse();
        ChatRequest read = Wire.decode(body.toString());
        assertThat(read.reasoning()).isNotEqualTo(ReasoningSettings.DEFAULT);
    }

    @Test
    void top_k_stands_where_the_family_wants_it() {
        ChatRequestBuilder request =
                ChatRequest.builder("amazon.nova-lite-v1:0").user("Hi").topK(7);
        assertThat(Wire.body(request.build(), losses).at("/additionalModelRequestFields"))
                .isEqualTo(Wire.json("{'inferenceConfig':{'topK':7}}"));
        assertThat(Wire.body(request.model("cohere.command-r-v1:0").build(), losses)
                        .at("/additionalModelRequestFields"))
                .isEqualTo(Wire.json("{'k':7}"));
        Wire.body(request.model("meta.llama3-1-8b").build(), losses);
        assertThat(Wire.lost(losses)).isEqualTo("sampling.topK DROPPED");
    }

    @Test
    void pitfall_7_a_tool_loop_without_its_thoughts_goes_on_without_thinking() {
        ChatRequest request = claude().user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("a", "clock", "{}"))))
                .toolResult("a", "12")
                .tool(CLOCK)
                .reasoning(ReasoningSettings.ofBudget(2000))
                .build();
        assertThat(Wire.body(request, losses)
                        .at("/additionalModelRequestFields/thinking/type")
                        .asText())
                .isEqualTo("disabled");
        assertThat(Wire.lost(losses)).contains("reasoning EMULATED");
    }

    @Test
    void pitfall_18_results_and_what_the_user_says_are_one_turn() {
        ChatRequest request = claude().user("Time?")
                .message(Message.of(
                        Role.ASSISTANT, List.of(ToolCall.of("a", "clock", "{}"), ToolCall.of("b", "clock", "{}"))))
                .toolResult("a", "12")
                .toolResult("b", "13")
                .user("Go on.")
                .tool(CLOCK)
                .build();
        JsonNode turn = Wire.body(request, losses).at("/messages/2/content");
        assertThat(turn).hasSize(3);
        assertThat(turn.at("/1/toolResult/toolUseId").asText()).isEqualTo("b");
        assertThat(turn.at("/2/text").asText()).isEqualTo("Go on.");
    }

    @Test
    void pitfall_20_tools_of_the_history_are_declared_and_must_not_be_called() {
        ChatRequest request = claude().user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("a", "clock", "{}"))))
                .toolResult("a", "12")
                .user("Thanks.")
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.at("/toolConfig/tools/0/toolSpec/name").asText()).isEqualTo("clock");
        assertThat(body.at("/additionalModelRequestFields/tool_choice")).isEqualTo(Wire.json("{'type':'none'}"));
    }

    @Test
    void no_call_is_no_tool_and_parallel_calls_are_forbidden_natively_only() {
        ChatRequestBuilder request = claude().user("Hi").tool(CLOCK).toolChoice(ToolChoice.NONE);
        assertThat(Wire.body(request.build(), losses).has("toolConfig")).isFalse();
        assertThat(Wire.lost(losses)).isEqualTo("toolChoice EMULATED; tools[0] EMULATED");

        request.toolChoice(ToolChoice.REQUIRED).parallelToolCalls(false);
        JsonNode claude = Wire.body(request.build(), new Losses());
        assertThat(claude.at("/toolConfig").has("toolChoice")).isFalse();
        assertThat(claude.at("/additionalModelRequestFields/tool_choice"))
                .isEqualTo(Wire.json("{'type':'any','disable_parallel_tool_use':true}"));
        Losses others = new Losses();
        assertThat(Wire.body(request.model("amazon.nova-pro-v1:0").build(), others)
                        .at("/toolConfig/toolChoice"))
                .isEqualTo(Wire.json("{'any':{}}"));
        assertThat(Wire.lost(others)).isEqualTo("parallelToolCalls DROPPED");
    }

    @Test
    void pitfall_22_ids_fit_the_family() {
        ChatRequestBuilder request = claude().user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("call/1", "clock", "{}"))))
                .toolResult("call/1", "12")
                .tool(CLOCK);
        assertThat(Wire.body(request.build(), losses)
                        .at("/messages/1/content/0/toolUse/toolUseId")
                        .asText())
                .isEqualTo("dgm_Y2FsbC8x");
        JsonNode mistral =
                Wire.body(request.model("mistral.mistral-large-2402-v1:0").build(), losses);
        String id = mistral.at("/messages/1/content/0/toolUse/toolUseId").asText();
        assertThat(id).matches("[a-zA-Z0-9]{9}");
        assertThat(mistral.at("/messages/2/content/0/toolResult/toolUseId").asText())
                .isEqualTo(id);
    }

    @Test
    void pitfall_29_failures_say_something_and_blank_texts_are_left_out() {
        ToolResult failed = new ToolResult("a", null, List.of(Text.of("")), true, null, Extensions.NONE);
        ChatRequest request = claude().user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(Text.of(" "), ToolCall.of("a", "clock", "{}"))))
                .message(Message.of(Role.TOOL, List.of(failed)))
                .tool(CLOCK)
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.at("/messages/1/content")).hasSize(1);
        assertThat(body.at("/messages/2/content/0/toolResult/content/0/text").asText())
                .isEqualTo(BedrockConverseMessageEncoder.FAILED);
    }

    @Test
    void pitfall_31_addresses_that_the_service_cannot_fetch_are_reported() {
        ChatRequest request = claude().user(
                        Text.of("Look."),
                        Image.of(MediaSource.Url.of("https://example.com/a.png")),
                        Image.of(new MediaSource.Url("s3://bucket/a.png", "image/png")))
                .build();
        JsonNode content = Wire.body(request, losses).at("/messages/0/content");
        assertThat(content).hasSize(2);
        assertThat(content.at("/1/image/source/s3Location/uri").asText()).isEqualTo("s3://bucket/a.png");
        assertThat(Wire.lost(losses)).isEqualTo("messages[0].parts[1] DROPPED");
    }

    @Test
    void files_have_clean_names_each_once_and_a_text_beside_them() {
        MediaSource pdf = new MediaSource.Base64("application/pdf", "JVBERi0=");
        ChatRequest request = claude().user(
                        Document.of(pdf, "Q3_report: final.pdf"),
                        Document.of(pdf, "Q3 report final"),
                        Document.of(pdf, null))
                .build();
        JsonNode content = Wire.body(request, losses).at("/messages/0/content");
        assertThat(content.findValuesAsText("name"))
                .containsExactly("Q3 report final", "Q3 report final (2)", "document-3");
        assertThat(content.at("/3/text").asText()).isEqualTo(BedrockConverseMessageEncoder.FILES);
    }

    @Test
    void pitfall_48_breakpoints_are_blocks_and_an_automatic_one_stands_last() {
        ChatRequestBuilder request = claude().user("Hi").cache(new CacheSettings(null, null, "implicit", "1h"));
        assertThat(Wire.body(request.build(), losses).at("/messages/0/content"))
                .isEqualTo(Wire.json("[{'text':'Hi'},{'cachePoint':{'type':'default','ttl':'1h'}}]"));
        assertThat(Wire.lost(losses)).isEqualTo("cache EMULATED");
    }

    @Test
    void pitfall_17_a_schema_is_text_where_the_model_takes_it_and_a_tool_elsewhere() {
        OutputFormat format = new OutputFormat.JsonSchema(
                "x", "D", RawJson.parse("{\"type\":\"object\",\"additionalProperties\":false}"), true);
        ChatRequestBuilder request = claude().user("Hi").outputFormat(format);
        JsonNode native45 = Wire.body(request.build(), losses);
        assertThat(native45.at("/outputConfig/textFormat/structure/jsonSchema"))
                .isEqualTo(Wire.json("{'schema':'{\\'type\\':\\'object\\',\\'additionalProperties\\':false}',"
                        + "'name':'x','description':'D'}"));
        EncodedRequest emulated = Wire.encode(
                request.model("anthropic.claude-haiku-4-5-20251001-v1:0").build(), losses);
        assertThat(emulated.plan().outputTool()).isEqualTo("json_output");
    }

    @Test
    void a_tool_is_strict_where_the_model_takes_it() {
        FunctionTool strict = new FunctionTool(
                "clock",
                null,
                RawJson.parse("{\"type\":\"object\",\"additionalProperties\":false}"),
                true,
                null,
                Extensions.NONE);
        ChatRequestBuilder request = claude().user("Hi").tool(strict);
        assertThat(Wire.body(request.build(), losses)
                        .at("/toolConfig/tools/0/toolSpec/strict")
                        .asBoolean())
                .isTrue();
        JsonNode opus = Wire.body(request.model("anthropic.claude-opus-4-8").build(), losses);
        assertThat(opus.at("/toolConfig/tools/0/toolSpec").has("strict")).isFalse();
        assertThat(Wire.lost(losses)).isEqualTo("tools[0].strict APPROXIMATED");
    }

    @Test
    void native_fields_of_any_client_are_delivered() {
        ChatRequest request = claude().user("Hi")
                .topK(5)
                .extension("openai-chat", "additionalModelRequestFields", RawJson.parse("{\"anthropic_beta\":[\"b\"]}"))
                .extension("openai-chat", "guardrailConfig", RawJson.parse("{\"guardrailIdentifier\":\"g\"}"))
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.get("additionalModelRequestFields")).isEqualTo(Wire.json("{'top_k':5,'anthropic_beta':['b']}"));
        assertThat(body.at("/guardrailConfig/guardrailIdentifier").asText()).isEqualTo("g");
        assertThat(Wire.lost(losses)).isEmpty();
    }

    @Test
    void claude_is_asked_which_stop_sequence_was_met() {
        ChatRequest request =
                claude().user("Hi").stop(List.of("END", "", "END")).build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.at("/inferenceConfig/stopSequences")).isEqualTo(Wire.json("['END']"));
        assertThat(body.at("/additionalModelResponseFieldPaths/0").asText()).isEqualTo("/stop_sequence");
        assertThat(Wire.body(request.withStream(true), losses)
                        .at("/additionalModelResponseFieldPaths/0")
                        .asText())
                .isEqualTo("/delta/stop_sequence");
    }

    @Test
    void a_prepared_prompt_needs_no_messages_and_everything_else_does() {
        String prompt = "arn:aws:bedrock:us-east-1:123456789012:prompt/ABC:1";
        ChatRequest request = Wire.DIALECT
                .requestDecoder()
                .decode(Wire.wire(prompt, "{'promptVariables':{'city':{'text':'Rome'}}}"))
                .request();
        assertThat(Wire.body(request, losses)).isEqualTo(Wire.json("{'promptVariables':{'city':{'text':'Rome'}}}"));
        assertThatThrownBy(() -> Wire.body(request.withModel("amazon.nova-lite-v1:0"), losses))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("at least one message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'messages':[{'role':'user','content':[{'text':'a','image':{}}]}]} | messages[0].content[0].image",
                "{'messages':[{'role':'user','content':[{'toolResult':{'content':[]}}]}]} | messages[0].content[0].toolResult.toolUseId",
                "{'messages':[{'role':'user','content':[{'toolUse':{'toolUseId':'a','name':'b','input':{}}}]}]} | messages[0].content",
                "{'messages':[{'role':'tool','content':[]}]} | messages[0].role",
                "{'messages':[],'inferenceConfig':{'maxTokens':0}} | inferenceConfig.maxTokens",
                "{'messages':[],'toolConfig':{'toolChoice':{'tool':{}}}} | toolConfig.toolChoice.tool.name",
                "{'messages':[],'outputConfig':{'textFormat':{'type':'json_schema'}}} | outputConfig.textFormat.structure.jsonSchema.schema",
            })
    void pitfall_21_what_breaks_the_rules_is_refused_with_its_path(String body, String path) {
        assertThatThrownBy(() -> Wire.decode(body))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo(path));
    }

    /** AWS' models say of an answer's picture that failed why, beside a source that is demanded. */
    @ParameterizedTest
    @ValueSource(strings = {"", "'source':{},", "'source':{'s3Location':{}},"})
    void a_picture_that_failed_does_not_break_an_answer(String source) {
        byte[] body = ("{'output':{'message':{'role':'assistant','content':[{'text':'a'},{'image':{'format':'png',"
                        + source
                        + "'error':{'message':'No.'}}}]}},'stopReason':'end_turn','usage':{'inputTokens':1,"
                        + "'outputTokens':1,'totalTokens':2}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Wire.DIALECT.responseDecoder().decode(body, Wire.source()).text())
                .isEqualTo("a");
    }

    @Test
    void losses_are_located_in_the_body() {
        ChatRequest request = Wire.decode("{'system':[{'text':'S'},{'cachePoint':{'type':'default'}},{'text':'T'}],"
                + "'messages':[{'role':'user','content':[{'text':'x'}]},{'role':'assistant','content':[{'toolUse':"
                + "{'toolUseId':'a','name':'n','input':{}}}]},{'role':'user','content':[{'toolResult':"
                + "{'toolUseId':'a','content':[]}},{'cachePoint':{'type':'default'}},{'text':'y'}]}],'toolConfig':"
                + "{'tools':[{'toolSpec':{'name':'n','inputSchema':{'json':{}}}},{'cachePoint':{'type':'default'}},"
                + "{'toolSpec':{'name':'m','inputSchema':{'json':{}}}}]}}");
        assertThat(new BedrockConversePaths().locate(request, "messages[0].parts[1].cache"))
                .isEqualTo("system[3].cachePoint");
        assertThat(new BedrockConversePaths().locate(request, "messages[3].parts[0].callId"))
                .isEqualTo("messages[2].content[0].toolResult.toolUseId");
        assertThat(new BedrockConversePaths().locate(request, "messages[4].parts[0].text"))
                .isEqualTo("messages[2].content[2].text");
        assertThat(new BedrockConversePaths().locate(request, "tools[1].parameters"))
                .isEqualTo("toolConfig.tools[2].toolSpec.inputSchema.json");
        assertThat(new BedrockConversePaths().locate(request, "sampling.temperature"))
                .isEqualTo("inferenceConfig.temperature");
    }
}
