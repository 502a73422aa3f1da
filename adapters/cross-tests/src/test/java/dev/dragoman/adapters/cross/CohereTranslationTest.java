// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openai-chat} and {@code anthropic-messages} clients served by Cohere, and Cohere's clients served by those vendors. */
class CohereTranslationTest {
    private static final String OPENAI = "openai-chat";
    private static final String ANTHROPIC = "anthropic-messages";
    private static final String COHERE = "cohere-v2";

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

    private Translated response(String from, String to, String body) {
        return translator.response(from, to, body.replace('\'', '"'));
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

    private static byte[] chunks(String... deltas) {
        StringBuilder stream = new StringBuilder();
        for (String delta : deltas) {
            String reason = delta.startsWith("!") ? "'" + delta.substring(1) + "'" : "null";
            String chunk = "{'id':'c','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,"
                    + "'delta':{" + (delta.startsWith("!") ? "" : delta) + "},'finish_reason':" + reason + "}]}";
            stream.append("data: ").append(chunk.replace('\'', '"')).append("\n\n");
        }
        return stream.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void requests_of_openais_clients_are_requests_of_coheres_sdk() {
        Translated translated = request(
                OPENAI,
                COHERE,
                "{'model':'command-a-plus-05-2026','max_completion_tokens':9000,'temperature':1.5,'top_k':20,"
                        + "'reasoning_effort':'low','messages':[{'role':'developer','content':'Be brief.'},"
                        + "{'role':'user','content':[{'type':'text','text':'Look.'},{'type':'image_url',"
                        + "'image_url':{'url':'https://example.com/a.png','detail':'low'}}]},"
                        + "{'role':'assistant','content':null,'tool_calls':[{'id':'call_1','type':'function',"
                        + "'function':{'name':'get-time','arguments':''}}]},"
                        + "{'role':'tool','tool_call_id':'call_1','content':'12'}],"
                        + "'tools':[{'type':'function','function':{'name':'get-time','strict':true,'parameters':"
                        + "{'type':'object','properties':{'zone':{'type':'string'}},'required':['zone'],"
                        + "'additionalProperties':false}}},{'type':'function','function':{'name':'other'}}],"
                        + "'tool_choice':{'type':'function','function':{'name':'get-time'}},'safety_mode':'OFF',"
                        + "'user':'u','stream':true}");
        assertThat(json(translated.text()))
                .isEqualTo(json("{'model':'command-a-plus-05-2026','stream':true,'messages':["
                        + "{'role':'system','content':'Be brief.'},{'role':'user','content':["
                        + "{'type':'text','text':'Look.'},{'type':'image_url','image_url':"
                        + "{'url':'https://example.com/a.png','detail':'low'}}]},{'role':'assistant','tool_calls':["
                        + "{'id':'call_1','type':'function','function':{'name':'get_time','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'call_1','content':'12'}],'tools':[{'type':'function',"
                        + "'function':{'name':'get_time','parameters':{'type':'object','properties':{'zone':"
                        + "{'type':'string'}},'required':['zone'],'additionalProperties':false}}}],"
                        + "'strict_tools':true,'tool_choice':'REQUIRED','max_tokens':9000,'temperature':1,'k':20,"
                        + "'thinking':{'type':'enabled','token_budget':3276},'safety_mode':'OFF'}"));
        assertThat(lost(translated))
                .contains("tools[1] EMULATED", "temperature CLAMPED", "reasoning_effort EMULATED", "user DROPPED");
        V2ChatRequest typed = CohereSdk.request(translated.text());
        assertThat(typed.getMessages()).hasSize(4);
        assertThat(typed.getTools()
                        .orElseThrow()
                        .get(0)
                        .getFunction()
                        .orElseThrow()
                        .getName())
                .isEqualTo("get_time");
        assertThat(typed.getThinking().orElseThrow().getTokenBudget()).contains(3276);
    }

    @Test
    void pitfall_30_pictures_in_results_and_documents_of_anthropics_clients_find_a_place() {
        Translated translated = request(
                ANTHROPIC,
                COHERE,
                "{'model':'command-a-03-2025','max_tokens':100,'messages':[{'role':'user','content':["
                        + "{'type':'document','title':'T','source':{'type':'text','media_type':'text/plain',"
                        + "'data':'Words.'},'citations':{'enabled':true}},{'type':'text','text':'Look.'}]},"
                        + "{'role':'assistant','content':[{'type':'thinking','thinking':'Hm.','signature':'s'},"
                        + "{'type':'tool_use','id':'a','name':'see','input':{'x':1}}]},"
                        + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'a','content':["
                        + "{'type':'text','text':'Seen.'},{'type':'image','source':{'type':'url',"
                        + "'url':'https://example.com/a.png'}}]}]}],'tools':[{'name':'see','input_schema':"
                        + "{'type':'object'}}]}");
        JsonNode body = json(translated.text());
        assertThat(body.get("documents")).isEqualTo(json("[{'data':{'title':'T','text':'Words.'}}]"));
        assertThat(body.at("/messages/2")).isEqualTo(json("{'role':'tool','tool_call_id':'a','content':'Seen.'}"));
        assertThat(body.at("/messages/3/content/1/image_url/url").asText()).isEqualTo("https://example.com/a.png");
        assertThat(body.at("/messages/1").has("content")).isFalse();
        assertThat(lost(translated)).contains("messages[1].content[0] DROPPED");
        assertThat(CohereSdk.request(translated.text()).getDocuments()).isPresent();
    }

    @Test
    void documents_of_coheres_clients_are_documents_of_anthropics_with_citations() {
        Translated translated = request(
                COHERE,
                ANTHROPIC,
                "{'model':'claude-sonnet-4-5','messages':[{'role':'user','content':'So?'}],'max_tokens':100,"
                        + "'documents':[{'data':{'title':'T','snippet':'Words.'},'id':'d'},'More.'],"
                        + "'thinking':{'type':'disabled'},'priority':1}");
        assertThat(json(translated.text()).at("/messages/0/content"))
                .isEqualTo(json("[{'type':'document','source':{'type':'text','media_type':'text/plain',"
                        + "'data':'Words.'},'title':'T','citations':{'enabled':true}},{'type':'document','source':"
                        + "{'type':'text','media_type':'text/plain','data':'More.'},'citations':{'enabled':true}},"
                        + "{'type':'text','text':'So?'}]"));
        assertThat(lost(translated)).contains("priority DROPPED", "documents[0].id DROPPED");
    }

    @Test
    void what_claude_cites_coheres_clients_see_as_sources() {
        Translated told = response(
                ANTHROPIC,
                COHERE,
                "{'id':'msg_1','type':'message','role':'assistant','model':'m','content':["
                        + "{'type':'thinking','thinking':'Hm.','signature':'sig'},{'type':'text','text':'Words, then.',"
                        + "'citations':[{'type':'char_location','cited_text':'Words.','document_index':0,"
                        + "'document_title':'T','start_char_index':0,'end_char_index':6}]}],"
                        + "'stop_reason':'end_turn','usage':{'input_tokens':9,'output_tokens':4,"
                        + "'cache_read_input_tokens':5}}");
        assertThat(json(told.text()).at("/message/citations"))
                .isEqualTo(json("[{'start':0,'end':12,'text':'Words, then.','sources':[{'type':'document','id':'doc:0',"
                        + "'document':{'title':'T','text':'Words.'}}],'content_index':1,'type':'TEXT_CONTENT'}]"));
        V2ChatResponse typed = CohereSdk.response(told.text());
        assertThat(typed.getFinishReason().toString()).isEqualTo("COMPLETE");
        assertThat(typed.getMessage().getContent().orElseThrow().get(0).isThinking())
                .isTrue();
        assertThat(typed.getUsage().orElseThrow().getTokens().orElseThrow().getInputTokens())
                .contains(14.0);
        assertThat(typed.getUsage().orElseThrow().getCachedTokens()).contains(5.0);
    }

    @Test
    void pitfall_10_a_signature_of_claude_survives_a_turn_through_coheres_client() {
        Translated told = response(
                ANTHROPIC,
                COHERE,
                "{'id':'msg_1','type':'message','role':'assistant','model':'claude-sonnet-4-5','content':["
                        + "{'type':'thinking','thinking':'Hm.','signature':'sig'},"
                        + "{'type':'tool_use','id':'a','name':'see','input':{'x':1}}],"
                        + "'stop_reason':'tool_use','usage':{'input_tokens':9,'output_tokens':4}}");
        ObjectNode next = (ObjectNode) json("{'model':'claude-sonnet-4-5','max_tokens':2000,'thinking':"
                + "{'token_budget':1500},'messages':[{'role':'user','content':'Look.'}],'tools':[{'type':'function',"
                + "'function':{'name':'see','parameters':{'type':'object','properties':{}}}}]}");
        ArrayNode messages = (ArrayNode) next.get("messages");
        messages.add(json(told.text()).get("message"));
        messages.addObject().put("role", "tool").put("tool_call_id", "a").put("content", "12");
        JsonNode body = json(request(COHERE, ANTHROPIC, next.toString()).text());
        assertThat(body.at("/messages/1/content/0"))
                .isEqualTo(json("{'type':'thinking','thinking':'Hm.','signature':'sig'}"));
        assertThat(request(COHERE, OPENAI, next.toString()).text()).doesNotContain("dragoman.1.");
    }

    @Test
    void pitfall_7_a_plan_survives_a_turn_through_openais_client() {
        Translated told = response(
                COHERE,
                OPENAI,
                "{'id':'c1','finish_reason':'TOOL_CALL','message':{'role':'assistant','tool_plan':'I will look.',"
                        + "'tool_calls':[{'id':'a','type':'function','function':{'name':'see','arguments':'{}'}}]},"
                        + "'usage':{'tokens':{'input_tokens':9,'output_tokens':4}}}");
        JsonNode message = json(told.text()).at("/choices/0/message");
        assertThat(message.get("reasoning_content").asText()).isEqualTo("I will look.");
        assertThat(json(told.text()).at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        ObjectNode next =
                (ObjectNode) json("{'model':'command-r7b-12-2024','messages':[{'role':'user','content':'Look.'}]}");
        ArrayNode messages = (ArrayNode) next.get("messages");
        messages.add(message);
        messages.addObject().put("role", "tool").put("tool_call_id", "a").put("content", "12");
        JsonNode body = json(request(OPENAI, COHERE, next.toString()).text());
        assertThat(body.at("/messages/1/tool_plan").asText()).isEqualTo("I will look.");
        assertThat(body.at("/messages/1").has("content")).isFalse();
    }

    @Test
    void pitfall_1_and_3_streams_of_openai_are_events_of_coheres_sdk() {
        Translated translated = translator.stream(
                OPENAI,
                COHERE,
                chunks(
                        "'reasoning_content':'Hm.'",
                        "'content':'Let me '",
                        "'content':'look.'",
                        "'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'x','arguments':''}}]",
                        "'tool_calls':[{'index':1,'id':'b','type':'function','function':{'name':'y','arguments':''}}]",
                        "'tool_calls':[{'index':0,'function':{'arguments':'{}'}}]",
                        "!tool_calls"));
        List<V2ChatStreamResponse> events = CohereSdk.events(translated.text());
        assertThat(events).noneMatch(V2ChatStreamResponse::_isUnknown);
        assertThat(events.get(0).isMessageStart()).isTrue();
        assertThat(events.get(events.size() - 1)
                        .getMessageEnd()
                        .orElseThrow()
                        .getDelta()
                        .orElseThrow()
                        .getFinishReason()
                        .orElseThrow()
                        .toString())
                .isEqualTo("TOOL_CALL");
        assertThat(events.stream().filter(V2ChatStreamResponse::isToolCallStart).count())
                .isEqualTo(2);
        assertThat(events.stream()
                        .flatMap(event -> event.getToolCallStart().stream())
                        .map(start -> start.getIndex().orElseThrow()))
                .containsExactly(0, 1);
        assertThat(events.stream()
                        .flatMap(event -> event.getContentDelta().stream())
                        .flatMap(delta -> delta
                                .getDelta()
                                .orElseThrow()
                                .getMessage()
                                .orElseThrow()
                                .getContent()
                                .orElseThrow()
                                .getText()
                                .stream()))
                .containsExactly("Let me ", "look.");
    }

    @Test
    void streams_of_cohere_are_chunks_of_openai_with_calls_numbered_as_calls() {
        String stream = translator.stream(
                        COHERE,
                        OPENAI,
                        sse(
                                "{'type':'message-start','id':'c1','delta':{'message':{'role':'assistant'}}}",
                                "{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'Two things.'}}}",
                                "{'type':'tool-call-start','index':0,'delta':{'message':{'tool_calls':{'id':'a',"
                                        + "'type':'function','function':{'name':'x','arguments':''}}}}}",
                                "{'type':'tool-call-end','index':0}",
                                "{'type':'tool-call-start','index':1,'delta':{'message':{'tool_calls':{'id':'b',"
                                        + "'type':'function','function':{'name':'y','arguments':''}}}}}",
                                "{'type':'tool-call-delta','index':1,'delta':{'message':{'tool_calls':{'function':"
                                        + "{'arguments':'{}'}}}}}",
                                "{'type':'tool-call-end','index':1}",
                                "{'type':'message-end','delta':{'finish_reason':'TOOL_CALL','usage':{'tokens':"
                                        + "{'input_tokens':9,'output_tokens':4}}}}"))
                .text();
        assertThat(stream)
                .contains("\"reasoning_content\":\"Two things.\"")
                .contains("\"tool_calls\":[{\"index\":0,\"id\":\"a\"")
                .contains("\"tool_calls\":[{\"index\":1,\"id\":\"b\"")
                .contains("\"finish_reason\":\"tool_calls\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void pitfall_38_a_cut_stream_ends_in_the_clients_error() {
        String told = translator.stream(OPENAI, COHERE, "data: {\"choices\":[]}\n\n".getBytes(StandardCharsets.UTF_8))
                .text();
        assertThat(told).contains("\"finish_reason\":\"ERROR\",\"error\":");
        assertThat(translator.stream(
                                COHERE,
                                ANTHROPIC,
                                sse("{'type':'message-start','id':'c1','delta':{'message':{'role':'assistant'}}}"))
                        .text())
                .contains("event: error\n");
    }

    @Test
    void pitfall_36_errors_have_the_clients_shape() {
        String error = "{\"id\":\"e1\",\"message\":\"too many tokens: 9 over\"}";
        JsonNode told = json(translator.error(COHERE, OPENAI, 400, error).text());
        assertThat(told.at("/error/code").asText()).isEqualTo("context_length_exceeded");
        String overloaded = "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Busy\"}}";
        assertThat(json(translator.error(ANTHROPIC, COHERE, 529, overloaded).text())
                        .get("message")
                        .asText())
                .isEqualTo("Busy");
    }
}
