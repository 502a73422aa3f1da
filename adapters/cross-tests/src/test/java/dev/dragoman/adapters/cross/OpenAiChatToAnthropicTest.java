// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openai-chat} clients served by vendors of {@code anthropic-messages}, and the other way round. */
class OpenAiChatToAnthropicTest {
    private static final String OPENAI = "openai-chat";
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
            stream.append("event: ")
                    .append(json(event).get("type").asText())
                    .append("\ndata: ")
                    .append(event.replace('\'', '"'))
                    .append("\n\n");
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] chunks(String... chunks) {
        StringBuilder stream = new StringBuilder();
        for (String chunk : chunks) {
            stream.append("data: ").append(chunk.replace('\'', '"')).append("\n\n");
        }
        return stream.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void pitfall_18_results_and_what_the_user_says_are_one_turn() {
        Translated translated = request(
                OPENAI,
                ANTHROPIC,
                "{'model':'claude-sonnet-4-5','max_tokens':100,'messages':[{'role':'developer','content':'Be brief.'},"
                        + "{'role':'user','content':'Time?'},{'role':'assistant','content':null,'tool_calls':["
                        + "{'id':'call/1','type':'function','function':{'name':'clock','arguments':'{}'}},"
                        + "{'id':'b','type':'function','function':{'name':'clock','arguments':''}}]},"
                        + "{'role':'tool','tool_call_id':'call/1','content':'12'},"
                        + "{'role':'tool','tool_call_id':'b','content':''},{'role':'user','content':'Go on.'}],"
                        + "'tools':[{'type':'function','function':{'name':'clock'}}]}");
        assertThat(json(translated.text()))
                .isEqualTo(json("{'model':'claude-sonnet-4-5','max_tokens':100,'system':'Be brief.','messages':["
                        + "{'role':'user','content':'Time?'},{'role':'assistant','content':["
                        + "{'type':'tool_use','id':'dgm_Y2FsbC8x','name':'clock','input':{}},"
                        + "{'type':'tool_use','id':'b','name':'clock','input':{}}]},{'role':'user','content':["
                        + "{'type':'tool_result','tool_use_id':'dgm_Y2FsbC8x','content':'12'},"
                        + "{'type':'tool_result','tool_use_id':'b'},{'type':'text','text':'Go on.'}]}],"
                        + "'tools':[{'name':'clock','input_schema':{'type':'object','properties':{}}}]}"));
        assertThat(lost(translated))
                .contains("messages[2].tool_calls[0].id EMULATED", "messages[3].tool_call_id EMULATED");
    }

    @Test
    void pitfall_30_pictures_in_results_go_to_anthropic_as_they_are_and_to_openai_behind_the_results() {
        Translated translated = request(
                ANTHROPIC,
                OPENAI,
                "{'model':'gpt-x','max_tokens':100,'messages':[{'role':'user','content':'Look.'},"
                        + "{'role':'assistant','content':[{'type':'tool_use','id':'a','name':'see','input':{'x':1}}]},"
                        + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'a','content':["
                        + "{'type':'text','text':'Seen.'},{'type':'image','source':{'type':'url',"
                        + "'url':'https://example.com/a.png'}}]}]}],'tools':[{'name':'see','input_schema':"
                        + "{'type':'object'}}],'tool_choice':{'type':'any','disable_parallel_tool_use':true}}");
        JsonNode body = json(translated.text());
        assertThat(body.at("/messages/2")).isEqualTo(json("{'role':'tool','tool_call_id':'a','content':'Seen.'}"));
        assertThat(body.at("/messages/3/content/1/image_url/url").asText()).isEqualTo("https://example.com/a.png");
        assertThat(body.get("tool_choice").asText()).isEqualTo("required");
        assertThat(body.get("parallel_tool_calls").asBoolean()).isFalse();
        assertThat(body.at("/messages/1/tool_calls/0/function/arguments").asText())
                .isEqualTo("{\"x\":1}");
        assertThat(lost(translated)).isEqualTo("messages[2].content[0].content[1] EMULATED");
    }

    @Test
    void pitfall_23_names_come_back_as_the_client_knows_them() {
        Translated asked = request(
                OPENAI,
                ANTHROPIC,
                "{'model':'claude-sonnet-4-5','messages':[{'role':'user','content':'Hi'}],"
                        + "'tools':[{'type':'function','function':{'name':'weather.get'}},"
                        + "{'type':'custom','custom':{'name':'sql'}}]}");
        assertThat(json(asked.text()).at("/tools/0/name").asText()).isEqualTo("weather_get");
        String answer = "{'id':'msg_1','type':'message','role':'assistant','model':'m','content':["
                + "{'type':'tool_use','id':'a','name':'weather_get','input':{'city':'Oslo'}},"
                + "{'type':'tool_use','id':'b','name':'sql','input':{'input':'select 1'}}],"
                + "'stop_reason':'tool_use','usage':{'input_tokens':9,'output_tokens':4}}";
        Translated told = translator.response(ANTHROPIC, OPENAI, answer.replace('\'', '"'), asked.plan());
        JsonNode calls = json(told.text()).at("/choices/0/message/tool_calls");
        assertThat(calls.at("/0/function/name").asText()).isEqualTo("weather.get");
        assertThat(calls.at("/1/custom/name").asText()).isEqualTo("sql");
        assertThat(calls.at("/1/custom/input").asText()).isEqualTo("select 1");
        assertThat(json(told.text()).at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
    }

    @Test
    void pitfall_33_counts_add_up_in_both_directions() {
        String answer = "{'id':'msg_1','type':'message','role':'assistant','model':'m','content':["
                + "{'type':'text','text':'Hi.'}],'stop_reason':'end_turn','usage':{'input_tokens':9,'output_tokens':4,"
                + "'cache_read_input_tokens':5,'cache_creation_input_tokens':2}}";
        JsonNode usage = json(translator
                        .response(ANTHROPIC, OPENAI, answer.replace('\'', '"'))
                        .text())
                .get("usage");
        assertThat(usage.get("prompt_tokens").asInt()).isEqualTo(16);
        assertThat(usage.get("total_tokens").asInt()).isEqualTo(20);
        String back = "{'id':'x','object':'chat.completion','created':1,'model':'m','choices':[{'index':0,'message':"
                + "{'role':'assistant','content':'Hi.'},'finish_reason':'stop'}],'usage':" + usage + "}";
        JsonNode again = json(translator
                        .response(OPENAI, ANTHROPIC, back.replace('\'', '"'))
                        .text())
                .get("usage");
        assertThat(again.get("input_tokens").asInt()).isEqualTo(9);
        assertThat(again.get("cache_read_input_tokens").asInt()).isEqualTo(5);
    }

    @Test
    void pitfall_1_calls_of_a_stream_are_numbered_as_calls() {
        String stream = translator.stream(
                        ANTHROPIC,
                        OPENAI,
                        sse(
                                "{'type':'message_start','message':{'id':'msg_1','model':'m','content':[],"
                                        + "'usage':{'input_tokens':1,'output_tokens':1}}}",
                                "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}",
                                "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Hm.'}}",
                                "{'type':'content_block_stop','index':0}",
                                "{'type':'content_block_start','index':1,'content_block':{'type':'tool_use','id':'a',"
                                        + "'name':'x','input':{}}}",
                                "{'type':'content_block_stop','index':1}",
                                "{'type':'content_block_start','index':2,'content_block':{'type':'tool_use','id':'b',"
                                        + "'name':'y','input':{}}}",
                                "{'type':'content_block_stop','index':2}",
                                "{'type':'message_delta','delta':{'stop_reason':'tool_use'},"
                                        + "'usage':{'output_tokens':9}}",
                                "{'type':'message_stop'}"))
                .text();
        assertThat(stream)
                .contains("\"tool_calls\":[{\"index\":0,\"id\":\"a\"")
                .contains("\"tool_calls\":[{\"index\":1,\"id\":\"b\"")
                .contains("\"finish_reason\":\"tool_calls\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void pitfall_3_interleaved_calls_of_a_vendor_become_blocks_one_after_another_and_an_sdk_takes_them() {
        String stream = translator.stream(
                        OPENAI,
                        ANTHROPIC,
                        chunks(
                                chunk("'content':'Hm.'"),
                                chunk("'tool_calls':[{'index':0,'id':'a','type':'function',"
                                        + "'function':{'name':'x','arguments':''}}]"),
                                chunk("'tool_calls':[{'index':1,'id':'b','type':'function',"
                                        + "'function':{'name':'y','arguments':''}}]"),
                                chunk("'tool_calls':[{'index':0,'function':{'arguments':'{}'}}]"),
                                "{'id':'c','object':'chat.completion.chunk','created':1,'model':'m','choices':"
                                        + "[{'index':0,'delta':{},'finish_reason':'tool_calls'}]}"))
                .text();
        AnthropicSdk.Message message = AnthropicSdk.accumulate(stream);
        assertThat(message.kinds()).containsExactly("text", "tool_use x", "tool_use y");
        assertThat(message.stopReason()).isEqualTo("tool_use");
    }

    private static String chunk(String delta) {
        return "{'id':'c','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,'delta':{"
                + delta + "},'finish_reason':null}]}";
    }

    @Test
    void pitfall_38_a_cut_stream_ends_in_the_clients_error() {
        assertThat(translator.stream(OPENAI, ANTHROPIC, "data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("event: error\n");
    }

    @Test
    void pitfall_36_errors_have_the_clients_shape() {
        String error = "{'type':'error','error':{'type':'overloaded_error','message':'Busy'}}";
        assertThat(json(translator
                                .error(ANTHROPIC, OPENAI, 529, error.replace('\'', '"'))
                                .text())
                        .at("/error/code")
                        .asText())
                .isEqualTo("server_is_overloaded");
    }
}
