// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.translate.Translated;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code openai-chat} and {@code anthropic-messages} clients served by vendors of {@code gemini}, and the other way round. */
class OpenAiChatToGeminiTest {
    private static final String OPENAI = "openai-chat";
    private static final String ANTHROPIC = "anthropic-messages";
    private static final String GEMINI = "gemini";

    private final Translator translator = Translator.create();

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private Translated request(String from, String to, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        WireRequest wire =
                from.equals(GEMINI) ? new WireRequest(bytes, "some-model", false, Map.of()) : WireRequest.of(bytes);
        return translator.request(from, to, wire);
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
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_conversation_with_tools_reads_in_googles_own_types() throws Exception {
        Translated translated = request(
                OPENAI,
                GEMINI,
                "{'model':'gemini-2.5-flash','max_completion_tokens':100,'temperature':0.5,'stop':['END'],'seed':7,"
                        + "'messages':[{'role':'system','content':'Be brief.'},"
                        + "{'role':'user','content':[{'type':'text','text':'Time?'},{'type':'image_url','image_url':"
                        + "{'url':'data:image/png;base64,aGk='}}]},{'role':'assistant','content':null,'tool_calls':["
                        + "{'id':'a','type':'function','function':{'name':'clock','arguments':'{\\'zone\\':\\'UTC\\'}'}},"
                        + "{'id':'b','type':'function','function':{'name':'clock','arguments':''}}]},"
                        + "{'role':'tool','tool_call_id':'b','content':'13'},"
                        + "{'role':'tool','tool_call_id':'a','content':'{\\'hour\\':12}'}],"
                        + "'tools':[{'type':'function','function':{'name':'clock','parameters':{'type':'object',"
                        + "'properties':{'zone':{'type':'string'}}}}}],'tool_choice':{'type':'function','function':{'name':'clock'}}}"
                                .replace("\\'", "\\\\\""));
        JsonNode body = json(translated.text());
        assertThat(body.at("/contents/2"))
                .isEqualTo(json("{'role':'user','parts':[{'functionResponse':{'id':'a','name':'clock','response':"
                        + "{'hour':12}}},{'functionResponse':{'id':'b','name':'clock','response':{'output':'13'}}}]}"));
        assertThat(body.get("toolConfig"))
                .isEqualTo(json("{'functionCallingConfig':{'mode':'ANY','allowedFunctionNames':['clock']}}"));
        JsonNode again = GeminiSdk.again(body);
        assertThat(again.get("contents")).isEqualTo(body.get("contents"));
        assertThat(again.get("systemInstruction")).isEqualTo(body.get("systemInstruction"));
        assertThat(again.get("tools")).isEqualTo(body.get("tools"));
        assertThat(again.get("toolConfig")).isEqualTo(body.get("toolConfig"));
        assertThat(again.at("/generationConfig/maxOutputTokens").asInt()).isEqualTo(100);
        assertThat(again.at("/generationConfig/stopSequences/0").asText()).isEqualTo("END");
        assertThat(lost(translated)).contains("messages[3]", "MOVED");
    }

    @Test
    void pitfall_10_a_signature_of_gemini_survives_a_turn_of_an_openai_client() {
        String answer = "{'candidates':[{'content':{'role':'model','parts':[{'text':'Hm.','thought':true},"
                + "{'functionCall':{'id':'fc_1','name':'clock','args':{}},'thoughtSignature':'c2lnbmF0dXJl'}]},"
                + "'finishReason':'STOP','index':0}],'usageMetadata':{'promptTokenCount':9,'candidatesTokenCount':4,"
                + "'thoughtsTokenCount':6,'totalTokenCount':19},'responseId':'r1'}";
        JsonNode told = json(
                translator.response(GEMINI, OPENAI, answer.replace('\'', '"')).text());
        assertThat(told.at("/choices/0/finish_reason").asText()).isEqualTo("tool_calls");
        assertThat(told.at("/usage/completion_tokens").asInt()).isEqualTo(10);
        ObjectNode turn =
                (ObjectNode) json("{'model':'gemini-3-flash-preview','messages':[{'role':'user','content':'Time?'}],"
                        + "'tools':[{'type':'function','function':{'name':'clock'}}]}");
        turn.withArray("messages").add(told.at("/choices/0/message"));
        turn.withArray("messages").add(json("{'role':'tool','tool_call_id':'fc_1','content':'noon'}"));
        Translated back = translator.request(OPENAI, GEMINI, turn.toString());
        JsonNode parts = json(back.text()).at("/contents/1/parts");
        assertThat(parts)
                .isEqualTo(json("[{'text':'Hm.','thought':true},{'functionCall':{'id':'fc_1','name':'clock','args':{}},"
                        + "'thoughtSignature':'c2lnbmF0dXJl'}]"));
    }

    @Test
    void pitfall_8_a_signature_of_anthropic_survives_a_turn_of_a_gemini_client() throws Exception {
        String answer = "{'id':'msg_1','type':'message','role':'assistant','model':'claude','content':["
                + "{'type':'thinking','thinking':'Let me see.','signature':'c2lnbmF0dXJl'},"
                + "{'type':'tool_use','id':'toolu_1','name':'clock','input':{}}],'stop_reason':'tool_use',"
                + "'usage':{'input_tokens':9,'output_tokens':4}}";
        String told = translator
                .response(ANTHROPIC, GEMINI, answer.replace('\'', '"'))
                .text();
        GenerateContentResponse read = GeminiSdk.response(told);
        assertThat(read.finishReason().knownEnum()).isEqualTo(FinishReason.Known.STOP);
        assertThat(read.functionCalls()).hasSize(1);
        // What the SDK sends back is what it read, written by its typed models.
        String content =
                read.candidates().orElseThrow().get(0).content().orElseThrow().toJson();
        Translated back = request(
                GEMINI,
                ANTHROPIC,
                "{'contents':[{'role':'user','parts':[{'text':'Time?'}]}," + content
                        + ",{'role':'user','parts':[{'functionResponse':{'id':'toolu_1','name':'clock','response':{'output':'noon'}}}]}],"
                        + "'generationConfig':{'maxOutputTokens':500},'tools':[{'functionDeclarations':[{'name':'clock'}]}]}");
        JsonNode assistant = json(back.text()).at("/messages/1/content");
        assertThat(assistant.at("/1")).isEqualTo(json("{'type':'tool_use','id':'toolu_1','name':'clock','input':{}}"));
        assertThat(assistant.at("/0"))
                .isEqualTo(json("{'type':'thinking','thinking':'Let me see.','signature':'c2lnbmF0dXJl'}"));
    }

    @Test
    void a_stream_of_an_openai_vendor_reads_in_googles_own_types() {
        Translated translated = translator.stream(
                OPENAI,
                GEMINI,
                chunks(
                        "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':[{'index':0,'delta':{'role':'assistant','content':'Hel'}}]}",
                        "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':[{'index':0,'delta':{'content':'lo'}}]}",
                        "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'a','type':'function','function':{'name':'clock','arguments':''}},{'index':1,'id':'b','type':'function','function':{'name':'clock','arguments':'{'}}]}}]}",
                        "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':[{'index':0,'delta':{'tool_calls':[{'index':1,'function':{'arguments':'}'}}]}}]}",
                        "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':[{'index':0,'delta':{},'finish_reason':'tool_calls'}]}",
                        "{'id':'c1','object':'chat.completion.chunk','created':7,'model':'m','choices':[],'usage':{'prompt_tokens':5,'completion_tokens':3,'total_tokens':8}}",
                        "[DONE]"));
        List<GenerateContentResponse> answers = GeminiSdk.stream(translated.text());
        assertThat(answers.stream()
                        .map(answer -> answer.text() == null ? "" : answer.text())
                        .collect(Collectors.joining()))
                .isEqualTo("Hello");
        long calls = answers.stream()
                .filter(answer -> answer.functionCalls() != null)
                .mapToLong(answer -> answer.functionCalls().size())
                .sum();
        assertThat(calls).isEqualTo(2);
        GenerateContentResponse last = answers.get(answers.size() - 1);
        assertThat(last.finishReason().knownEnum()).isEqualTo(FinishReason.Known.STOP);
        assertThat(last.usageMetadata().orElseThrow().totalTokenCount()).hasValue(8);
        assertThat(translated.text()).doesNotContain("[DONE]").doesNotContain("event:");
    }

    @Test
    void pitfall_38_a_cut_stream_of_gemini_is_an_error_to_each_client() {
        byte[] cut = chunks("{'candidates':[{'content':{'role':'model','parts':[{'text':'Hel'}]},'index':0}]}");
        assertThat(translator.stream(GEMINI, OPENAI, cut).text())
                .contains("\"error\"")
                .doesNotContain("[DONE]");
        assertThat(translator.stream(GEMINI, ANTHROPIC, cut).text())
                .contains("event: error")
                .doesNotContain("message_stop");
    }

    @Test
    void a_blocked_prompt_is_no_fault() {
        String blocked = "{'promptFeedback':{'blockReason':'SAFETY'},'usageMetadata':{'promptTokenCount':9}}";
        assertThat(json(translator
                                .response(GEMINI, ANTHROPIC, blocked.replace('\'', '"'))
                                .text())
                        .get("stop_reason")
                        .asText())
                .isEqualTo("refusal");
        Translated error = translator.error(
                OPENAI, GEMINI, 429, "{\"error\":{\"message\":\"Slow down\",\"type\":\"rate_limit_error\"}}");
        assertThat(json(error.text()).at("/error/status").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    }
}
