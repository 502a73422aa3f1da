// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseStatus;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Severity;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openai-responses} served by vendors of other dialects, and clients of those served by vendors of it. */
class OpenAiResponsesTranslationTest {
    private static final String CHAT = "openai-chat";
    private static final String RESPONSES = "openai-responses";
    private static final String ANTHROPIC = "anthropic-messages";

    private final Translator translator = Translator.create();

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private Translated request(String from, String to, String body) {
        return translator.request(from, to, body.replace('\'', '"'));
    }

    private static String lost(Translated translated) {
        return translated.losses().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private static byte[] sse(String... events) {
        StringBuilder stream = new StringBuilder();
        for (String event : events) {
            String type = event.equals("[DONE]") ? "" : json(event).path("type").asText();
            stream.append(type.isEmpty() ? "" : "event: " + type + "\n")
                    .append("data: ")
                    .append(event.replace('\'', '"'))
                    .append("\n\n");
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_chat_request_becomes_items() {
        Translated translated = request(
                CHAT,
                RESPONSES,
                "{'model':'gpt-x','max_tokens':100,'messages':[{'role':'system','content':'Be brief.'},"
                        + "{'role':'user','content':[{'type':'text','text':'Time?'},{'type':'image_url','image_url':"
                        + "{'url':'https://example.com/a.png','detail':'low'}}]},{'role':'assistant','content':'Hm.',"
                        + "'tool_calls':[{'id':'call/1','type':'function','function':{'name':'clock','arguments':''}}]},"
                        + "{'role':'tool','tool_call_id':'call/1','content':'12'}],"
                        + "'tools':[{'type':'function','function':{'name':'clock'}}],'tool_choice':{'type':'function',"
                        + "'function':{'name':'clock'}},'response_format':{'type':'json_object'},'stop':['END']}");
        assertThat(json(translated.text()))
                .isEqualTo(json("{'model':'gpt-x','instructions':'Be brief.','input':[{'type':'message','role':'user',"
                        + "'content':[{'type':'input_text','text':'Time?'},{'type':'input_image','image_url':"
                        + "'https://example.com/a.png','detail':'low'}]},{'type':'message','role':'assistant','content':'Hm.'},"
                        + "{'type':'function_call','call_id':'dgm_Y2FsbC8x','name':'clock','arguments':'{}'},"
                        + "{'type':'function_call_output','call_id':'dgm_Y2FsbC8x','output':'12'}],'tools':["
                        + "{'type':'function','name':'clock','parameters':null,'strict':false}],'tool_choice':"
                        + "{'type':'function','name':'clock'},'max_output_tokens':100,'text':{'format':"
                        + "{'type':'json_object'}},'store':false}"));
        assertThat(lost(translated))
                .contains("stop DROPPED", "messages[2].tool_calls[0].id EMULATED", "messages[3].tool_call_id EMULATED");
        ResponseCreateParams.Body read = OpenAiResponsesSdk.request(translated.text());
        assertThat(read.tools().orElseThrow().get(0).asFunction().name()).isEqualTo("clock");
        assertThat(read.input().orElseThrow().asResponse()).hasSize(4);
    }

    @Test
    void what_only_openai_remembers_is_told_to_change_the_answer() {
        Translated translated = request(
                RESPONSES,
                ANTHROPIC,
                "{'model':'claude-sonnet-4-5','instructions':'Be brief.','input':[{'role':'user','content':'Hi'},"
                        + "{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':'b3BhcXVl'},"
                        + "{'type':'message','role':'assistant','id':'msg_1','content':[{'type':'output_text','text':'Yes?'}]},"
                        + "{'role':'user','content':'Go on.'}],'previous_response_id':'resp_1','max_output_tokens':50,"
                        + "'store':true}");
        JsonNode body = json(translated.text());
        assertThat(body.get("system").asText()).isEqualTo("Be brief.");
        assertThat(body.get("messages"))
                .isEqualTo(json("[{'role':'user','content':'Hi'},{'role':'assistant','content':'Yes?'},"
                        + "{'role':'user','content':'Go on.'}]"));
        assertThat(translated.losses())
                .extracting(Loss::path, Loss::kind, Loss::severity)
                .contains(
                        tuple("previous_response_id", LossKind.DROPPED, Severity.CHANGES_ANSWER),
                        tuple("input[1]", LossKind.DROPPED, Severity.CHANGES_ANSWER),
                        tuple("store", LossKind.DROPPED, Severity.NOTE));
    }

    @Test
    void pitfall_3_an_sdk_takes_the_stream_of_another_vendor() {
        Translated translated = translator.stream(
                ANTHROPIC,
                RESPONSES,
                sse(
                        "{'type':'message_start','message':{'id':'msg_1','model':'m','content':[],"
                                + "'usage':{'input_tokens':9,'output_tokens':1}}}",
                        "{'type':'content_block_start','index':0,'content_block':{'type':'thinking','thinking':''}}",
                        "{'type':'content_block_delta','index':0,'delta':{'type':'thinking_delta','thinking':'Hm.'}}",
                        "{'type':'content_block_delta','index':0,'delta':{'type':'signature_delta','signature':'c2ln'}}",
                        "{'type':'content_block_stop','index':0}",
                        "{'type':'content_block_start','index':1,'content_block':{'type':'text','text':''}}",
                        "{'type':'content_block_delta','index':1,'delta':{'type':'text_delta','text':'Let me '}}",
                        "{'type':'content_block_delta','index':1,'delta':{'type':'text_delta','text':'look.'}}",
                        "{'type':'content_block_stop','index':1}",
                        "{'type':'content_block_start','index':2,'content_block':{'type':'tool_use','id':'a','name':'x',"
                                + "'input':{}}}",
                        "{'type':'content_block_stop','index':2}",
                        "{'type':'content_block_start','index':3,'content_block':{'type':'tool_use','id':'b','name':'y',"
                                + "'input':{}}}",
                        "{'type':'content_block_delta','index':3,'delta':{'type':'input_json_delta',"
                                + "'partial_json':'{}'}}",
                        "{'type':'content_block_stop','index':3}",
                        "{'type':'message_delta','delta':{'stop_reason':'tool_use'},'usage':{'output_tokens':7}}",
                        "{'type':'message_stop'}"));
        Response response = OpenAiResponsesSdk.accumulate(translated.text());
        assertThat(OpenAiResponsesSdk.kinds(response))
                .containsExactly("reasoning", "text Let me look.", "call x a", "call y b");
        assertThat(response.status()).contains(ResponseStatus.COMPLETED);
        assertThat(response.usage().orElseThrow().totalTokens()).isEqualTo(16);
    }

    @Test
    void pitfall_9_thinking_returns_to_its_maker_through_a_client_of_responses() {
        String answer = "{'id':'msg_1','type':'message','role':'assistant','model':'claude-sonnet-4-5','content':["
                + "{'type':'thinking','thinking':'Hm.','signature':'c2ln'},"
                + "{'type':'tool_use','id':'a','name':'clock','input':{}}],'stop_reason':'tool_use',"
                + "'usage':{'input_tokens':9,'output_tokens':4}}";
        String told = translator
                .response(ANTHROPIC, RESPONSES, answer.replace('\'', '"'))
                .text();
        assertThat(OpenAiResponsesSdk.kinds(OpenAiResponsesSdk.response(told)))
                .containsExactly("reasoning", "call clock a");
        ObjectNode next = (ObjectNode) json("{'model':'claude-sonnet-4-5','input':[{'role':'user','content':'Time?'}],"
                + "'tools':[{'type':'function','name':'clock','parameters':{'type':'object'}}]}");
        ArrayNode input = (ArrayNode) next.get("input");
        json(told).get("output").forEach(input::add);
        input.add(json("{'type':'function_call_output','call_id':'a','output':'12'}"));
        Translated back = translator.request(RESPONSES, ANTHROPIC, next.toString());
        assertThat(json(back.text()).at("/messages/1/content/0"))
                .isEqualTo(json("{'type':'thinking','thinking':'Hm.','signature':'c2ln'}"));
        Translated elsewhere = translator.request(RESPONSES, CHAT, next.toString());
        assertThat(elsewhere.text()).doesNotContain("c2ln").doesNotContain("dragoman.1");
        assertThat(lost(elsewhere)).contains("input[1] DROPPED");
    }

    @Test
    void pitfall_10_reasoning_of_responses_returns_through_a_client_of_chat() {
        String answer =
                "{'id':'resp_1','object':'response','created_at':1,'model':'gpt-x','status':'completed','output':["
                        + "{'type':'reasoning','id':'rs_1','summary':[{'type':'summary_text','text':'Plan'}],"
                        + "'encrypted_content':'b3BhcXVl'},{'type':'message','id':'msg_1','role':'assistant','status':'completed',"
                        + "'content':[{'type':'output_text','text':'Hi.','annotations':[]}]}],'usage':{'input_tokens':9,"
                        + "'input_tokens_details':{'cached_tokens':4},'output_tokens':8,'output_tokens_details':"
                        + "{'reasoning_tokens':5},'total_tokens':17}}";
        JsonNode told = json(
                translator.response(RESPONSES, CHAT, answer.replace('\'', '"')).text());
        assertThat(told.at("/choices/0/message/reasoning_content").asText()).isEqualTo("Plan");
        assertThat(told.at("/usage/completion_tokens_details/reasoning_tokens").asInt())
                .isEqualTo(5);
        ObjectNode next = (ObjectNode) json("{'model':'gpt-x','messages':[{'role':'user','content':'Hi'}]}");
        ((ArrayNode) next.get("messages"))
                .add(told.at("/choices/0/message"))
                .add(json("{'role':'user','content':'Go on.'}"));
        JsonNode back =
                json(translator.request(CHAT, RESPONSES, next.toString()).text());
        assertThat(back.at("/input/1"))
                .isEqualTo(json("{'type':'reasoning','id':'rs_1','summary':[{'type':'summary_text','text':'Plan'}],"
                        + "'encrypted_content':'b3BhcXVl'}"));
    }

    @Test
    void pitfall_23_names_come_back_as_the_client_knows_them() {
        Translated asked = request(
                RESPONSES,
                ANTHROPIC,
                "{'model':'claude-sonnet-4-5','input':'Hi','tools':[{'type':'function','name':'weather.get'},"
                        + "{'type':'custom','name':'sql'}]}");
        String answer = "{'id':'msg_1','type':'message','role':'assistant','model':'m','content':["
                + "{'type':'tool_use','id':'a','name':'weather_get','input':{'city':'Oslo'}},"
                + "{'type':'tool_use','id':'b','name':'sql','input':{'input':'select 1'}}],"
                + "'stop_reason':'tool_use','usage':{'input_tokens':9,'output_tokens':4}}";
        JsonNode output = json(translator
                        .response(ANTHROPIC, RESPONSES, answer.replace('\'', '"'), asked.plan())
                        .text())
                .get("output");
        assertThat(output.at("/0/name").asText()).isEqualTo("weather.get");
        assertThat(output.at("/1/type").asText()).isEqualTo("custom_tool_call");
        assertThat(output.at("/1/input").asText()).isEqualTo("select 1");
    }

    @Test
    void pitfall_23_both_dialects_of_openai_refuse_the_same_names() {
        String tool = "{'type':'function','name':'weather.get','parameters':null}";
        Translated asked =
                request(RESPONSES, CHAT, "{'model':'gpt-x','input':'Hi','tools':[" + tool + "],'store':false}");
        assertThat(json(asked.text()).at("/tools/0/function/name").asText()).isEqualTo("weather_get");
        String answer = "{'id':'c','object':'chat.completion','created':1,'model':'m','choices':[{'index':0,'message':"
                + "{'role':'assistant','content':null,'tool_calls':[{'id':'a','type':'function','function':"
                + "{'name':'weather_get','arguments':'{}'}}]},'finish_reason':'tool_calls'}]}";
        assertThat(json(translator
                                .response(CHAT, RESPONSES, answer.replace('\'', '"'), asked.plan())
                                .text())
                        .at("/output/0/name")
                        .asText())
                .isEqualTo("weather.get");
        Translated other = request(
                CHAT,
                RESPONSES,
                "{'model':'gpt-x','messages':[{'role':'user','content':'Hi'}],'tools':[{'type':'function','function':"
                        + "{'name':'weather.get'}}]}");
        assertThat(json(other.text()).at("/tools/0/name").asText()).isEqualTo("weather_get");
        assertThat(other.plan().toolNames()).isEqualTo(asked.plan().toolNames());
    }

    @Test
    void pitfall_38_a_cut_stream_ends_in_the_clients_error() {
        String stream = translator.stream(
                        CHAT, RESPONSES, "data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8))
                .text();
        assertThat(stream).contains("event: error\n").doesNotContain("response.completed");
    }

    @Test
    void pitfall_13_chunks_of_reasoning_and_calls_become_items() {
        String stream = translator.stream(
                        CHAT,
                        RESPONSES,
                        sse(
                                chunk("'reasoning_content':'Hm.'", "null"),
                                chunk("'content':'Hi'", "null"),
                                chunk(
                                        "'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'x',"
                                                + "'arguments':'{}'}}]",
                                        "null"),
                                chunk("", "'tool_calls'"),
                                "[DONE]"))
                .text();
        assertThat(OpenAiResponsesSdk.kinds(OpenAiResponsesSdk.accumulate(stream)))
                .containsExactly("reasoning", "text Hi", "call x a");
    }

    private static String chunk(String delta, String finish) {
        return "{'id':'c','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,'delta':{"
                + delta + "},'finish_reason':" + finish + "}]}";
    }
}
