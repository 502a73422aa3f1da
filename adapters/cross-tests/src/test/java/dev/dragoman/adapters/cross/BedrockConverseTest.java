// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.adapters.bedrock.converse.BedrockConverseDialect;
import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolResultContentBlock;

/** {@code openai-chat} and {@code anthropic-messages} with {@code bedrock-converse}, and AWS' own client on top of it. */
class BedrockConverseTest {
    private static final String OPENAI = "openai-chat";
    private static final String ANTHROPIC = "anthropic-messages";
    private static final String BEDROCK = "bedrock-converse";
    private static final BedrockConverseDialect DIALECT = new BedrockConverseDialect();

    private final Translator translator = Translator.create();

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String lost(Translated translated) {
        return translated.losses().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private static byte[] chunks(String... chunks) {
        StringBuilder stream = new StringBuilder();
        for (String chunk : chunks) {
            stream.append("data: ").append(chunk.replace('\'', '"')).append("\n\n");
        }
        return stream.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String chunk(String delta, String finish) {
        return "{'id':'c','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,'delta':{"
                + delta + "},'finish_reason':" + finish + "}]}";
    }

    @Test
    void a_request_of_openai_goes_to_bedrock() {
        Translated translated = translator.request(
                OPENAI,
                BEDROCK,
                ("{'model':'us.anthropic.claude-sonnet-4-5-20250929-v1:0','max_tokens':100,'top_k':5,'seed':7,'messages':["
                                + "{'role':'developer','content':'Be brief.'},{'role':'user','content':'Time?'},"
                                + "{'role':'assistant','content':null,'tool_calls':[{'id':'a','type':'function',"
                                + "'function':{'name':'clock','arguments':'{}'}}]},"
                                + "{'role':'tool','tool_call_id':'a','content':'12'},{'role':'user','content':'Go on.'}],"
                                + "'tools':[{'type':'function','function':{'name':'clock'}}],'tool_choice':'required'}")
                        .replace('\'', '"'));
        assertThat(json(translated.text()))
                .isEqualTo(json(
                        "{'system':[{'text':'Be brief.'}],'messages':[{'role':'user','content':[{'text':'Time?'}]},"
                                + "{'role':'assistant','content':[{'toolUse':{'toolUseId':'a','name':'clock','input':{}}}]},"
                                + "{'role':'user','content':[{'toolResult':{'toolUseId':'a','content':[{'text':'12'}]}},"
                                + "{'text':'Go on.'}]}],'toolConfig':{'tools':[{'toolSpec':{'name':'clock','inputSchema':"
                                + "{'json':{'type':'object','properties':{}}}}}],'toolChoice':{'any':{}}},"
                                + "'inferenceConfig':{'maxTokens':100},'additionalModelRequestFields':{'top_k':5}}"));
        assertThat(lost(translated)).contains("seed DROPPED");
    }

    @Test
    void pitfall_7_thinking_of_an_anthropic_client_is_claudes_on_bedrock() {
        Translated translated = translator.request(
                ANTHROPIC,
                BEDROCK,
                ("{'model':'us.anthropic.claude-sonnet-4-5-20250929-v1:0','max_tokens':4000,'thinking':"
                                + "{'type':'enabled','budget_tokens':2000},'system':[{'type':'text','text':'S',"
                                + "'cache_control':{'type':'ephemeral'}}],'messages':[{'role':'user','content':["
                                + "{'type':'document','title':'Q3: report','source':{'type':'base64',"
                                + "'media_type':'application/pdf','data':'JVBERi0='}},{'type':'text','text':'Read.'}]}]}")
                        .replace('\'', '"'));
        JsonNode body = json(translated.text());
        assertThat(body.at("/additionalModelRequestFields/thinking"))
                .isEqualTo(json("{'type':'enabled','budget_tokens':2000}"));
        assertThat(body.at("/system/1/cachePoint/type").asText()).isEqualTo("default");
        assertThat(body.at("/messages/0/content/0/document/name").asText()).isEqualTo("Q3 report");
    }

    @Test
    void pitfall_33_counts_add_up_in_both_directions() {
        String answer =
                ("{'output':{'message':{'role':'assistant','content':[{'text':'Hi.'}]}},'stopReason':'end_turn',"
                                + "'usage':{'inputTokens':9,'outputTokens':4,'totalTokens':13,'cacheReadInputTokens':5,"
                                + "'cacheWriteInputTokens':2},'metrics':{'latencyMs':1}}")
                        .replace('\'', '"');
        JsonNode openai = json(translator.response(BEDROCK, OPENAI, answer).text());
        assertThat(openai.at("/usage/prompt_tokens").asInt()).isEqualTo(16);
        assertThat(openai.at("/usage/total_tokens").asInt()).isEqualTo(20);
        JsonNode back =
                json(translator.response(OPENAI, BEDROCK, openai.toString()).text());
        assertThat(back.at("/usage/inputTokens").asInt()).isEqualTo(9);
        assertThat(back.at("/usage/cacheReadInputTokens").asInt()).isEqualTo(5);
        JsonNode anthropic =
                json(translator.response(BEDROCK, ANTHROPIC, answer).text());
        assertThat(anthropic.at("/usage/input_tokens").asInt()).isEqualTo(9);
    }

    @Test
    void the_sdk_reads_a_whole_answer() {
        String answer = ("{'id':'x','object':'chat.completion','created':1,'model':'m','choices':[{'index':0,'message':"
                        + "{'role':'assistant','content':'Hi.','reasoning_content':'Hm.','tool_calls':[{'id':'a',"
                        + "'type':'function','function':{'name':'clock','arguments':'{\\'city\\':\\'Rome\\'}'}}]},"
                        + "'finish_reason':'tool_calls'}],'usage':{'prompt_tokens':9,'completion_tokens':4,'total_tokens':13}}")
                .replace("\\'", "\\\"")
                .replace('\'', '"');
        String body = translator.response(OPENAI, BEDROCK, answer).text();
        ConverseResponse read = BedrockSdk.converse(200, "", body.getBytes(StandardCharsets.UTF_8));
        assertThat(read.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(read.usage().totalTokens()).isEqualTo(13);
        List<ContentBlock> content = read.output().message().content();
        assertThat(content.stream().map(ContentBlock::type))
                .containsExactlyInAnyOrder(
                        ContentBlock.Type.REASONING_CONTENT, ContentBlock.Type.TEXT, ContentBlock.Type.TOOL_USE);
        ContentBlock call = content.stream()
                .filter(block -> block.type() == ContentBlock.Type.TOOL_USE)
                .findFirst()
                .orElseThrow();
        assertThat(call.toolUse().input().asMap().get("city").asString()).isEqualTo("Rome");
    }

    @Test
    void pitfall_42_the_sdk_reads_a_stream_to_its_end() {
        byte[] stream = translator.stream(
                        OPENAI,
                        BEDROCK,
                        chunks(
                                chunk("'role':'assistant','content':'Hm.'", "null"),
                                chunk(
                                        "'tool_calls':[{'index':0,'id':'a','type':'function','function':"
                                                + "{'name':'x','arguments':'{}'}}]",
                                        "null"),
                                chunk("", "'tool_calls'")))
                .body();
        List<ConverseStreamOutput> events = BedrockSdk.stream(stream);
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        ContentBlockDeltaEvent.class,
                        event -> assertThat(event.delta().text()).isEqualTo("Hm."));
        assertThat(events.get(3))
                .isInstanceOfSatisfying(
                        ContentBlockStartEvent.class,
                        event -> assertThat(event.start().toolUse().name()).isEqualTo("x"));
        assertThat(events.get(6))
                .isInstanceOfSatisfying(
                        MessageStopEvent.class,
                        event -> assertThat(event.stopReason()).isEqualTo(StopReason.TOOL_USE));
        assertThat(events.get(7)).isInstanceOf(ConverseStreamMetadataEvent.class);
    }

    @Test
    void pitfall_37_the_sdk_throws_what_a_stream_and_a_response_report() {
        var encoder = DIALECT.streamEncoder(EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, "m"));
        var out = new WireBuffer(256);
        encoder.encode(new ChatEvent.ResponseStarted(null, null, null, null, null), out);
        ChatError error = ChatError.of(ErrorKind.RATE_LIMIT, "Slow down.");
        encoder.encode(new ChatEvent.StreamFailed(error), out);
        assertThatThrownBy(() -> BedrockSdk.stream(out.toBytes()))
                .isInstanceOf(ThrottlingException.class)
                .hasMessageContaining("Slow down.");
        EncodedError whole = DIALECT.errors().encode(error);
        assertThatThrownBy(() ->
                        BedrockSdk.converse(whole.status(), whole.headers().get("x-amzn-ErrorType"), whole.body()))
                .isInstanceOf(ThrottlingException.class)
                .hasMessageContaining("Slow down.");
    }

    @Test
    void what_the_sdk_sends_goes_to_openai() {
        Document schema = Document.mapBuilder().putString("type", "object").build();
        ConverseRequest request = ConverseRequest.builder()
                .modelId("m")
                .system(SystemContentBlock.fromText("Be brief."))
                .messages(
                        Message.builder()
                                .role("user")
                                .content(ContentBlock.fromText("Time?"))
                                .build(),
                        Message.builder()
                                .role("assistant")
                                .content(ContentBlock.fromToolUse(call -> call.toolUseId("a")
                                        .name("clock")
                                        .input(Document.mapBuilder()
                                                .putNumber("hour", 12)
                                                .build())))
                                .build(),
                        Message.builder()
                                .role("user")
                                .content(ContentBlock.fromToolResult(result ->
                                        result.toolUseId("a").content(ToolResultContentBlock.fromText("12:00"))))
                                .build())
                .toolConfig(config -> config.tools(
                        Tool.fromToolSpec(spec -> spec.name("clock").inputSchema(input -> input.json(schema)))))
                .inferenceConfig(config -> config.maxTokens(50).temperature(0.5f))
                .build();
        byte[] body = BedrockSdk.sent(request).getBytes(StandardCharsets.UTF_8);
        ChatRequest read = DIALECT.requestDecoder()
                .decode(new WireRequest(body, "gpt-x", false, Map.of()))
                .request();
        assertThat(read.messages()).hasSize(4);
        assertThat(((ToolCall) read.messages().get(2).parts().get(0)).arguments())
                .isEqualTo("{\"hour\":12}");
        EncodedRequest encoded =
                new OpenAiChatDialect().requestEncoder().encode(read, EncodeContext.toVendor(new Losses(), "openai"));
        JsonNode openai = json(new String(encoded.body(), StandardCharsets.UTF_8));
        assertThat(openai.at("/messages/3/tool_call_id").asText()).isEqualTo("a");
        assertThat(openai.at("/tools/0/function/name").asText()).isEqualTo("clock");
        assertThat(openai.at("/temperature").asDouble()).isEqualTo(0.5);
    }
}
