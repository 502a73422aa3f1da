// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openai-chat} and {@code anthropic-messages} clients served by vendors of {@code ollama}, and the other way round. */
class OpenAiChatToOllamaTest {
    private static final String OPENAI = "openai-chat";
    private static final String ANTHROPIC = "anthropic-messages";
    private static final String OLLAMA = "ollama";
    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

    private final Translator translator = Translator.create();

    /** JSON with single quotes for double ones. */
    private static JsonNode json(String text) {
        return read(text.replace('\'', '"'));
    }

    private static JsonNode read(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private Translated request(String from, String to, String body) {
        return translator.request(from, to, body.replace('\'', '"'));
    }

    private JsonNode response(String from, String to, String body) {
        return read(translator.response(from, to, body.replace('\'', '"')).text());
    }

    private static String lost(Translated translated) {
        return translated.losses().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private static byte[] lines(String... lines) {
        return (String.join("\n", lines).replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String message, String end) {
        return "{'model':'qwen3','created_at':'2026-11-20T10:00:00.5Z','message':{'role':'assistant'," + message + "},"
                + end + "}";
    }

    @Test
    void a_tool_turn_of_openai_is_one_of_ollama() {
        Translated translated = request(
                OPENAI,
                OLLAMA,
                "{'model':'qwen3','max_tokens':100,'stop':'END','stream':true,'reasoning_effort':'low',"
                        + "'response_format':{'type':'json_object'},'messages':[{'role':'developer','content':'Be brief.'},"
                        + "{'role':'user','content':[{'type':'text','text':'Where?'},{'type':'image_url','image_url':"
                        + "{'url':'data:image/png;base64," + PNG + "'}}]},"
                        + "{'role':'assistant','content':null,'tool_calls':[{'id':'c/1','type':'function','function':"
                        + "{'name':'find.place','arguments':'{\\\"q\\\":1}'}}]},"
                        + "{'role':'tool','tool_call_id':'c/1','content':'Oslo'}],"
                        + "'tools':[{'type':'function','function':{'name':'find.place'}}]}");
        assertThat(read(translated.text()))
                .isEqualTo(json("{'model':'qwen3','messages':[{'role':'system','content':'Be brief.'},"
                        + "{'role':'user','content':'Where?','images':['" + PNG + "']},"
                        + "{'role':'assistant','content':'','tool_calls':[{'id':'c/1','function':{'index':0,"
                        + "'name':'find.place','arguments':{'q':1}}}]},"
                        + "{'role':'tool','content':'Oslo','tool_name':'find.place','tool_call_id':'c/1'}],"
                        + "'tools':[{'type':'function','function':{'name':'find.place','parameters':{'type':'object',"
                        + "'properties':{}}}}],'format':'json','think':'low','stream':true,"
                        + "'options':{'num_predict':100,'stop':['END']}}"));
        assertThat(lost(translated)).isEqualTo("messages[0].role APPROXIMATED; tools[0].function.parameters DEFAULTED");
    }

    @Test
    void pitfall_5_calls_of_ollama_finish_as_calls_of_openai() {
        JsonNode told = response(
                OLLAMA,
                OPENAI,
                line(
                        "'content':'','thinking':'Hm.','tool_calls':[{'function':{'name':'clock','arguments':{'z':1}}},"
                                + "{'function':{'name':'clock','arguments':{}}}]",
                        "'done':true,'done_reason':'stop','prompt_eval_count':9,'eval_count':4,'total_duration':5"));
        JsonNode choice = told.at("/choices/0");
        assertThat(choice.get("finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(choice.at("/message/reasoning_content").asText()).isEqualTo("Hm.");
        assertThat(choice.at("/message/tool_calls/0/function/arguments").asText())
                .isEqualTo("{\"z\":1}");
        assertThat(choice.at("/message/tool_calls/0/id").asText())
                .isNotEmpty()
                .isNotEqualTo(choice.at("/message/tool_calls/1/id").asText());
        assertThat(told.at("/usage/total_tokens").asInt()).isEqualTo(13);
        assertThat(told.get("created").asLong()).isEqualTo(1795168800L);
    }

    @Test
    void a_stream_of_ollama_is_one_of_anthropic_and_an_sdk_takes_it() {
        String stream = translator.stream(
                        OLLAMA,
                        ANTHROPIC,
                        lines(
                                line("'content':'','thinking':'Hm'", "'done':false"),
                                line("'content':'','thinking':'m.'", "'done':false"),
                                line("'content':'Let me look.'", "'done':false"),
                                line(
                                        "'content':'','tool_calls':[{'id':'call_a','function':{'index':0,'name':'x',"
                                                + "'arguments':{'n':1}}}]",
                                        "'done':true,'done_reason':'stop','eval_count':4")))
                .text();
        AnthropicSdk.Message message = AnthropicSdk.accumulate(stream);
        assertThat(message.kinds()).containsExactly("other", "text", "tool_use x");
        assertThat(message.stopReason()).isEqualTo("tool_use");
    }

    @Test
    void a_stream_of_openai_is_one_of_ollama() {
        String chunk = "data: {'id':'c','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,"
                + "'delta':{%s},'finish_reason':%s}]}\n\n";
        String source = chunk.formatted("'role':'assistant','content':'Hi'", "null")
                + chunk.formatted(
                        "'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'x','arguments':''}}]",
                        "null")
                + chunk.formatted("'tool_calls':[{'index':0,'function':{'arguments':'{}'}}]", "null")
                + chunk.formatted("", "'tool_calls'")
                + "data: [DONE]\n\n";
        String stream = translator.stream(
                        OPENAI, OLLAMA, source.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .text();
        assertThat(stream.lines().map(line -> read(line).get("done").asBoolean()))
                .containsExactly(false, false, true);
        assertThat(read(stream.lines().skip(1).findFirst().orElseThrow()).at("/message/tool_calls/0"))
                .isEqualTo(json("{'id':'a','function':{'index':0,'name':'x','arguments':{}}}"));
    }

    @Test
    void pitfall_38_a_cut_stream_ends_in_the_clients_error() {
        assertThat(translator.stream(OLLAMA, OPENAI, lines(line("'content':'Hi'", "'done':false")))
                        .text())
                .contains("\"error\"")
                .doesNotContain("[DONE]");
        assertThat(read(translator.stream(OPENAI, OLLAMA, "data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8))
                                .text())
                        .get("error")
                        .isTextual())
                .isTrue();
    }

    /** Anthropic wants its signature back: a client of Ollama carries it as it carries the message. */
    @Test
    void pitfall_7_thoughts_of_claude_survive_a_turn_of_an_ollama_client() {
        JsonNode told = response(
                ANTHROPIC,
                OLLAMA,
                "{'id':'msg_1','type':'message','role':'assistant','model':'claude-sonnet-4-5','content':["
                        + "{'type':'thinking','thinking':'Hm.','signature':'c2ln'},"
                        + "{'type':'tool_use','id':'toolu_1','name':'clock','input':{}}],"
                        + "'stop_reason':'tool_use','usage':{'input_tokens':9,'output_tokens':4}}");
        ObjectNode next = (ObjectNode) json("{'model':'claude-sonnet-4-5','think':true,'stream':false,'messages':["
                + "{'role':'user','content':'Time?'}],'options':{'num_predict':4000},"
                + "'tools':[{'type':'function','function':{'name':'clock','parameters':{'type':'object'}}}]}");
        ArrayNode messages = (ArrayNode) next.get("messages");
        messages.add(told.get("message"));
        messages.addObject().put("role", "tool").put("tool_name", "clock").put("content", "12:00");
        JsonNode sent = read(request(OLLAMA, ANTHROPIC, next.toString()).text());
        assertThat(sent.at("/messages/1/content"))
                .isEqualTo(json("[{'type':'thinking','thinking':'Hm.','signature':'c2ln'},"
                        + "{'type':'tool_use','id':'toolu_1','name':'clock','input':{}}]"));
        assertThat(sent.at("/messages/2/content/0/tool_use_id").asText()).isEqualTo("toolu_1");
    }

    @Test
    void settings_of_ollama_are_those_of_openai_and_the_rest_is_reported() {
        Translated translated = request(
                OLLAMA,
                OPENAI,
                "{'model':'gpt-x','messages':[{'role':'user','content':'Hi'}],'format':{'type':'object'},"
                        + "'think':'max','keep_alive':'5m','options':{'num_predict':9,'seed':7,'num_ctx':8192,"
                        + "'num_gpu':1}}");
        JsonNode body = read(translated.text());
        assertThat(body.get("stream").asBoolean()).isTrue();
        assertThat(body.get("max_completion_tokens").asInt()).isEqualTo(9);
        assertThat(body.get("seed").asInt()).isEqualTo(7);
        assertThat(body.get("reasoning_effort").asText()).isEqualTo("max");
        assertThat(body.at("/response_format/json_schema/schema/type").asText()).isEqualTo("object");
        assertThat(lost(translated))
                .contains("keep_alive DROPPED", "options.num_ctx DROPPED", "options.num_gpu DROPPED");
    }

    @Test
    void pitfall_36_errors_have_the_clients_shape() {
        assertThat(read(translator
                                .error(OLLAMA, OPENAI, 404, "{\"error\":\"model not found\"}")
                                .text())
                        .at("/error/code")
                        .asText())
                .isEqualTo("model_not_found");
        assertThat(read(translator
                        .error(OPENAI, OLLAMA, 429, "{\"error\":{\"message\":\"Slow down\",\"type\":\"x\"}}")
                        .text()))
                .isEqualTo(json("{'error':'Slow down'}"));
    }
}
