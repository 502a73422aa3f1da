// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openai-chat} and {@code anthropic-messages} clients served by Mistral, and the other way round. */
class MistralTest {
    private static final String OPENAI = "openai-chat";
    private static final String ANTHROPIC = "anthropic-messages";
    private static final String MISTRAL = "mistral";

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

    private JsonNode answer(String from, String to, Translated asked, String body) {
        return json(translator
                .response(from, to, body.replace('\'', '"'), asked.plan())
                .text());
    }

    private static String lost(Translated translated) {
        return translated.losses().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    private static byte[] chunks(String... choices) {
        StringBuilder stream = new StringBuilder();
        for (String choice : choices) {
            stream.append("data: ")
                    .append("{'id':'c1','object':'chat.completion.chunk','created':1,'model':'m','choices':["
                                    .replace('\'', '"')
                            + choice.replace('\'', '"') + "]}")
                    .append("\n\n");
        }
        return stream.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void pitfall_22_and_46_what_openai_says_otherwise_is_said_in_mistrals_words() {
        Translated asked = request(
                OPENAI,
                MISTRAL,
                "{'model':'mistral-medium-latest','messages':[{'role':'developer','content':'Be brief.'},"
                        + "{'role':'user','name':'ann','content':[{'type':'text','text':'Time?'},"
                        + "{'type':'image_url','image_url':{'url':'https://example.com/a.png','detail':'original'}}]},"
                        + "{'role':'assistant','content':null,'tool_calls':[{'id':'call_1','type':'function',"
                        + "'function':{'name':'clock','arguments':''}}]},"
                        + "{'role':'tool','tool_call_id':'call_1','content':'noon'}],"
                        + "'tools':[{'type':'function','function':{'name':'clock'}}],'tool_choice':'required',"
                        + "'max_completion_tokens':9,'seed':7,'user':'u','logprobs':true,'reasoning_effort':'low',"
                        + "'service_tier':'default','stream':true,'stream_options':{'include_usage':true}}");
        JsonNode body = json(asked.text());
        String id = body.at("/messages/3/tool_call_id").asText();
        assertThat(id).matches("[a-zA-Z0-9]{9}");
        assertThat(body)
                .isEqualTo(json("{'model':'mistral-medium-latest','messages':[{'role':'system','content':'Be brief.'},"
                        + "{'role':'user','content':[{'type':'text','text':'Time?'},{'type':'image_url','image_url':"
                        + "{'url':'https://example.com/a.png','detail':'high'}}]},{'role':'assistant','tool_calls':["
                        + "{'id':'" + id + "','type':'function','function':{'name':'clock','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'" + id + "','content':'noon'}],'tools':[{'type':'function',"
                        + "'function':{'name':'clock','parameters':{'type':'object','properties':{}}}}],"
                        + "'tool_choice':'any','random_seed':7,'max_tokens':9,'service_tier':'standard_only',"
                        + "'reasoning_effort':'high','stream':true}"));
        assertThat(lost(asked))
                .contains(
                        "messages[0].role APPROXIMATED",
                        "messages[1].name DROPPED",
                        "messages[1].content[1].image_url.detail APPROXIMATED",
                        "messages[2].tool_calls[0].id EMULATED",
                        "messages[3].tool_call_id EMULATED",
                        "reasoning_effort APPROXIMATED",
                        "logprobs DROPPED",
                        "user DROPPED");
    }

    @Test
    void pitfall_7_and_13_mistrals_thoughts_go_to_an_openai_client_and_come_back() {
        Translated asked = request(
                OPENAI, MISTRAL, "{'model':'mistral-medium-latest','messages':[{'role':'user','content':'2+2?'}]}");
        JsonNode told = answer(
                MISTRAL,
                OPENAI,
                asked,
                "{'id':'c1','object':'chat.completion','created':1,'model':'mistral-medium-latest','choices':[{'index':0,"
                        + "'message':{'role':'assistant','content':[{'type':'thinking','thinking':[{'type':'text',"
                        + "'text':'Easy.'}],'signature':'c2ln','closed':true},{'type':'text','text':'4'}]},"
                        + "'finish_reason':'stop'}],'usage':{'prompt_tokens':9,'completion_tokens':4,'total_tokens':13,"
                        + "'num_cached_tokens':3}}");
        JsonNode message = told.at("/choices/0/message");
        assertThat(message.get("content").asText()).isEqualTo("4");
        assertThat(message.get("reasoning_content").asText()).isEqualTo("Easy.");
        assertThat(told.at("/usage/prompt_tokens_details/cached_tokens").asInt())
                .isEqualTo(3);
        Translated next = request(
                OPENAI,
                MISTRAL,
                "{'model':'mistral-medium-latest','messages':[{'role':'user','content':'2+2?'}," + message
                        + ",{'role':'user','content':'And 3+3?'}]}");
        assertThat(json(next.text()).at("/messages/1/content"))
                .isEqualTo(json("[{'type':'thinking','thinking':[{'type':'text','text':'Easy.'}],'signature':'c2ln'},"
                        + "{'type':'text','text':'4'}]"));
    }

    @Test
    void pitfall_9_and_10_claudes_thoughts_survive_a_mistral_client_and_reach_nobody_else() {
        Translated asked = request(
                MISTRAL,
                ANTHROPIC,
                "{'model':'claude-sonnet-4-5','max_tokens':9000,'messages':[{'role':'user','content':'Weather?'}],"
                        + "'tools':[{'type':'function','function':{'name':'look','parameters':{'type':'object'}}}]}");
        JsonNode told = answer(
                ANTHROPIC,
                MISTRAL,
                asked,
                "{'id':'msg_1','type':'message','role':'assistant','model':'claude-sonnet-4-5','content':["
                        + "{'type':'thinking','thinking':'I must look.','signature':'EuYB'},"
                        + "{'type':'tool_use','id':'toolu_1','name':'look','input':{'at':'Oslo'}}],"
                        + "'stop_reason':'tool_use','usage':{'input_tokens':9,'output_tokens':4}}");
        JsonNode message = told.at("/choices/0/message");
        assertThat(message.at("/content/0/thinking/0/text").asText()).isEqualTo("I must look.");
        assertThat(message.at("/tool_calls/0/function/arguments").asText()).isEqualTo("{\"at\":\"Oslo\"}");
        String history = "'messages':[{'role':'user','content':'Weather?'}," + message
                + ",{'role':'tool','tool_call_id':'toolu_1','content':'Rain.'}],'tools':[{'type':'function','function':"
                + "{'name':'look','parameters':{'type':'object'}}}]}";
        Translated next = request(MISTRAL, ANTHROPIC, "{'model':'claude-sonnet-4-5','max_tokens':9000," + history);
        assertThat(json(next.text()).at("/messages/1/content/0"))
                .isEqualTo(json("{'type':'thinking','thinking':'I must look.','signature':'EuYB'}"));
        Translated elsewhere = request(MISTRAL, OPENAI, "{'model':'gpt-x'," + history);
        assertThat(elsewhere.text()).doesNotContain("EuYB", "I must look.");
        assertThat(lost(elsewhere)).isEqualTo("messages[1].content[0] DROPPED");
    }

    @Test
    void a_beginning_is_repeated_to_a_mistral_client_and_taken_from_mistral() {
        Translated asked = request(
                ANTHROPIC,
                MISTRAL,
                "{'model':'mistral-small-latest','max_tokens':9,'messages':[{'role':'user','content':'A poem.'},"
                        + "{'role':'assistant','content':'Roses'}]}");
        assertThat(json(asked.text()).at("/messages/1/prefix").asBoolean()).isTrue();
        JsonNode told = answer(
                MISTRAL,
                ANTHROPIC,
                asked,
                "{'id':'c1','object':'chat.completion','created':1,'model':'m','choices':[{'index':0,'message':"
                        + "{'role':'assistant','content':'Roses are red.'},'finish_reason':'stop'}],'usage':{}}");
        assertThat(told.at("/content/0/text").asText()).isEqualTo(" are red.");
    }

    @Test
    void pitfall_1_and_2_calls_that_come_whole_reach_openai_and_anthropic_clients() {
        byte[] stream = chunks(
                "{'index':0,'delta':{'role':'assistant','content':''},'finish_reason':null}",
                "{'index':0,'delta':{'content':[{'type':'thinking','thinking':[{'type':'text','text':'Hm.'}]}]},"
                        + "'finish_reason':null}",
                "{'index':0,'delta':{'content':'','tool_calls':[{'id':'aaaaaaaaa','function':{'name':'x','arguments':"
                        + "'{}'},'index':0},{'id':'bbbbbbbbb','function':{'name':'y','arguments':'{}'},'index':1}]},"
                        + "'finish_reason':'tool_calls'}");
        assertThat(translator.stream(MISTRAL, OPENAI, stream).text())
                .contains("\"reasoning_content\":\"Hm.\"")
                .contains("\"tool_calls\":[{\"index\":0,\"id\":\"aaaaaaaaa\"")
                .contains("\"tool_calls\":[{\"index\":1,\"id\":\"bbbbbbbbb\"")
                .contains("\"finish_reason\":\"tool_calls\"")
                .endsWith("data: [DONE]\n\n");
        AnthropicSdk.Message message = AnthropicSdk.accumulate(
                translator.stream(MISTRAL, ANTHROPIC, stream).text());
        assertThat(message.kinds()).containsExactly("other", "tool_use x", "tool_use y");
        assertThat(message.stopReason()).isEqualTo("tool_use");
    }

    @Test
    void pitfall_38_a_stream_without_its_end_mark_is_a_failure_for_every_client() {
        String cut = new String(
                        chunks("{'index':0,'delta':{'role':'assistant','content':'Hi'},'finish_reason':'stop'}"),
                        StandardCharsets.UTF_8)
                .replace("data: [DONE]\n\n", "");
        byte[] bytes = cut.getBytes(StandardCharsets.UTF_8);
        assertThat(translator.stream(MISTRAL, OPENAI, bytes).text())
                .doesNotContain("[DONE]")
                .contains("\"error\"");
        assertThat(translator.stream(MISTRAL, ANTHROPIC, bytes).text()).contains("event: error\n");
    }

    @Test
    void pitfall_36_errors_have_the_clients_shape() {
        String unknown =
                "{'object':'error','message':'Invalid model: x','type':'invalid_model','param':null,'code':'1500'}";
        assertThat(json(translator
                                .error(MISTRAL, OPENAI, 400, unknown.replace('\'', '"'))
                                .text())
                        .at("/error/code")
                        .asText())
                .isEqualTo("model_not_found");
        String busy = "{'type':'error','error':{'type':'overloaded_error','message':'Busy'}}";
        JsonNode told = json(translator
                .error(ANTHROPIC, MISTRAL, 529, busy.replace('\'', '"'))
                .text());
        assertThat(told.get("object").asText()).isEqualTo("error");
        assertThat(told.get("message").asText()).isEqualTo("Busy");
    }

    @Test
    void reasoning_of_mistral_is_said_to_be_from_there() {
        var source = new ReplySource(MISTRAL, "mistral-medium-latest", null);
        var response = translator
                .dialects()
                .get(MISTRAL)
                .responseDecoder()
                .decode(
                        ("{'choices':[{'index':0,'message':{'content':[{'type':'thinking','thinking':[{'type':'text',"
                                        + "'text':'Hm.'}]}]},'finish_reason':'stop'}]}")
                                .replace('\'', '"')
                                .getBytes(StandardCharsets.UTF_8),
                        source);
        assertThat(response.choices().get(0).message().parts().get(0)).isEqualTo(Reasoning.of("Hm.", source.origin()));
    }
}
