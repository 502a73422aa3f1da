// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import static dev.dragoman.adapters.openai.responses.Wire.decode;
import static dev.dragoman.adapters.openai.responses.Wire.encode;
import static dev.dragoman.adapters.openai.responses.Wire.forward;
import static dev.dragoman.adapters.openai.responses.Wire.refused;
import static dev.dragoman.adapters.openai.responses.Wire.withInput;
import static dev.dragoman.adapters.openai.responses.Wire.withMembers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.loss.FieldSeverity;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiResponsesRequestTest {
    private static final Extensions NONE = Extensions.NONE;

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'model':'m'}|input|missing_required_parameter",
                "{'input':'x'}|model|missing_required_parameter",
                "{'model':'m','input':7}|input|invalid_type",
                "{'model':'m','input':[7]}|input[0]|invalid_type",
                "{'model':'m','input':[{'content':'x'}]}|input[0].type|missing_required_parameter",
                "{'model':'m','input':[{'role':'robot','content':'x'}]}|input[0].role|invalid_value",
                "{'model':'m','input':[{'role':'user'}]}|input[0].content|missing_required_parameter",
                "{'model':'m','input':[{'role':'user','content':[{'type':'input_text'}]}]}"
                        + "|input[0].content[0].text|missing_required_parameter",
                "{'model':'m','input':[{'content':[{'type':'input_text','text':1}],'role':'user'}]}"
                        + "|input[0].content[0].text|invalid_type",
                "{'model':'m','input':[{'role':'user','content':[{'type':'input_image','image_url':'data:x'}]}]}"
                        + "|input[0].content[0].image_url|invalid_value",
                "{'model':'m','input':[{'type':'function_call','name':'f','arguments':'{}'}]}"
                        + "|input[0].call_id|missing_required_parameter",
                "{'model':'m','input':[{'type':'function_call_output','output':'x'}]}"
                        + "|input[0].call_id|missing_required_parameter",
                "{'model':'m','input':'x','tools':[{'type':'function','parameters':{}}]}"
                        + "|tools[0].name|missing_required_parameter",
                "{'model':'m','input':'x','tools':[{'parameters':[],'type':'function','name':'f'}]}"
                        + "|tools[0].parameters|invalid_type",
                "{'model':'m','input':'x','tool_choice':'sometimes'}|tool_choice|invalid_value",
                "{'model':'m','input':'x','text':{'format':{'type':'json_schema','name':'n'}}}"
                        + "|text.format.schema|missing_required_parameter",
                "{'model':'m','input':'x','include':[1]}|include[0]|invalid_type",
                "{'model':'m','input':'x','max_output_tokens':-1}|max_output_tokens|invalid_value",
                "{'model':'m','input':'x','tools':[{'type':'web_search','user_location':{'city':1}}]}"
                        + "|tools[0].user_location.city|invalid_type",
            })
    void pitfall_21_a_wrong_value_is_refused_with_its_path(String body, String param, String code) {
        ChatError error = refused(body);
        assertThat(error.param()).isEqualTo(param);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.status()).isEqualTo(400);
    }

    @Test
    void the_model_s_items_are_one_message_in_order() {
        ChatRequest request =
                withInput("{'role':'user','content':'a'},{'type':'message','id':'msg_1','role':'assistant',"
                        + "'status':'completed','content':[{'type':'output_text','text':'b','annotations':[]}]},"
                        + "{'type':'function_call','call_id':'c','name':'f','arguments':'{}'},"
                        + "{'type':'web_search_call','id':'ws_1'},{'role':'assistant','content':'d'},"
                        + "{'type':'function_call_output','call_id':'c','output':'e'}");
        assertThat(request.messages()).extracting(Message::role).containsExactly(Role.USER, Role.ASSISTANT, Role.TOOL);
        assertThat(request.messages().get(1).parts())
                .extracting(part -> part.getClass().getSimpleName())
                .containsExactly("Text", "ToolCall", "Opaque", "Text");
    }

    @Test
    void pitfall_11_what_is_not_kept_is_asked_for_encrypted_and_goes_back_under_its_own_id() {
        ChatRequest request = withInput(
                        "{'role':'user','content':'x'},{'type':'reasoning','id':'rs_1','summary':[],"
                                + "'encrypted_content':'b3BhcXVl'},{'role':'assistant','content':'y'},{'role':'user','content':'z'}")
                .toBuilder()
                .model("gpt-5.1")
                .build();
        assertThat(encode(request, new Losses()))
                .contains(quoted("{'type':'reasoning','id':'rs_1','summary':[],'encrypted_content':'b3BhcXVl'}"))
                .contains(quoted("'include':['reasoning.encrypted_content']"))
                .contains(quoted("'store':false"));
        assertThat(encode(request.toBuilder().store(true).build(), new Losses()))
                .doesNotContain("include")
                .contains(quoted("'store':true"));
    }

    @Test
    void pitfall_11_reasoning_that_the_vendor_cannot_find_stays_at_home() {
        ChatRequest request = withInput("{'role':'user','content':'x'},{'type':'reasoning','id':'rs_1','summary':[]},"
                + "{'role':'assistant','content':'y'}");
        Losses losses = new Losses();
        assertThat(encode(request, losses)).doesNotContain("rs_1");
        assertThat(losses.toList())
                .extracting(Loss::path, Loss::kind)
                .containsExactly(tuple("messages[1].parts[0]", LossKind.DROPPED));
        assertThat(encode(request.toBuilder().store(true).build(), new Losses()))
                .contains("rs_1");
    }

    @Test
    void pitfall_9_a_foreign_seal_survives_at_the_client_and_never_reaches_the_vendor() {
        Reasoning foreign =
                new Reasoning("Hm.", List.of(), "sig", null, null, new Origin("anthropic", "claude-x"), NONE);
        ChatResponse answer = new ChatResponse(
                null,
                null,
                null,
                List.of(new Choice(
                        0,
                        Message.of(Role.ASSISTANT, List.of(foreign, Text.of("Hi."))),
                        FinishReason.of(FinishReason.Kind.STOP, null),
                        Logprobs.NONE,
                        NONE)),
                null,
                null,
                null,
                NONE,
                List.of());
        String told = Wire.told(answer);
        String output = told.substring(told.indexOf('['), told.indexOf(",\"id\":\"resp_"));
        String next = "{\"model\":\"m\",\"input\":" + output + "}";
        assertThat(decode(next).messages().get(0).parts().get(0)).isEqualTo(foreign);
        Losses losses = new Losses();
        assertThat(forward(next, losses)).doesNotContain("dragoman").doesNotContain("reasoning");
        assertThat(losses.toList()).extracting(Loss::path).containsExactly("input[0]");
        assertThat(encode(decode(next), new Losses()))
                .doesNotContain("dragoman")
                .doesNotContain("Hm.");
    }

    @Test
    void pitfall_10_the_signature_of_a_call_comes_back_with_it() {
        Signature signature = new Signature("dGhvdWdodA==", new Origin("gemini", "gemini-x"));
        ToolCall call = new ToolCall("c", ToolKind.FUNCTION, "f", "{}", signature, null, NONE);
        String told = Wire.told(new ChatResponse(
                null,
                null,
                null,
                List.of(new Choice(
                        0,
                        Message.of(Role.ASSISTANT, List.of(call)),
                        FinishReason.of(FinishReason.Kind.TOOL_CALLS, null),
                        Logprobs.NONE,
                        NONE)),
                null,
                null,
                null,
                NONE,
                List.of()));
        String output = told.substring(told.indexOf('['), told.indexOf(",\"id\":\"resp_"));
        assertThat(decode("{\"model\":\"m\",\"input\":" + output + "}").messages())
                .singleElement()
                .extracting(Message::parts)
                .isEqualTo(List.of(call));
    }

    @Test
    void pitfall_11_our_seal_is_taken_off_for_the_vendor_that_made_it() {
        String seal = new ReasoningSeal(
                        false, null, new Origin("openai-responses", "m"), false, null, "b3BhcXVl", "rs_7", List.of())
                .write();
        String body = "{'input':[{'encrypted_content':'" + seal + "','type':'reasoning','id':'rs_dgm_0','summary':[]},"
                + "{'role':'user','content':'x'}],'x_unknown':1.50,'model':'openai-responses/m'}";
        Losses losses = new Losses();
        assertThat(forward(body, losses))
                .isEqualTo(
                        quoted("{'input':[{'encrypted_content':'b3BhcXVl','type':'reasoning','id':'rs_7','summary':[]},"
                                + "{'role':'user','content':'x'}],'x_unknown':1.50,'model':'m'}"));
        assertThat(losses.toList()).isEmpty();
    }

    @Test
    void pitfall_19_orphans_are_repaired_unless_the_vendor_knows_the_conversation() {
        String orphan =
                "'input':[{'role':'user','content':'x'},{'type':'function_call_output','call_id':'c','output':'y'}]";
        Losses losses = new Losses();
        assertThat(encode(decode("{'model':'m'," + orphan + "}"), losses)).doesNotContain("function_call_output");
        assertThat(losses.toList()).extracting(Loss::kind).containsExactly(LossKind.EMULATED);
        losses = new Losses();
        assertThat(encode(decode("{'model':'m','previous_response_id':'resp_1'," + orphan + "}"), losses))
                .contains("function_call_output")
                .doesNotContain("store");
        assertThat(losses.toList()).isEmpty();
    }

    @Test
    void pitfall_23_names_and_choices_are_sanitised_together() {
        ChatRequest request = withMembers(",'tools':[{'type':'function','name':'a.b','parameters':null},"
                + "{'type':'custom','name':'c'}],'tool_choice':{'type':'allowed_tools','mode':'auto','tools':"
                + "[{'type':'function','name':'a.b'},{'type':'custom','name':'c'}]}");
        EncodedRequest encoded =
                Wire.DIALECT.requestEncoder().encode(request, EncodeContext.toVendor(new Losses(), "openai-responses"));
        assertThat(new String(encoded.body(), StandardCharsets.UTF_8))
                .contains(quoted("{'type':'function','name':'a_b','parameters':null,'strict':false}"))
                .contains(quoted("'tools':[{'type':'function','name':'a_b'},{'type':'custom','name':'c'}]"));
        assertThat(encoded.plan().toolNames()).isEqualTo(Map.of("a_b", "a.b"));
    }

    @Test
    void pitfall_30_pictures_stand_in_results() {
        ChatRequest request = ChatRequest.builder("m")
                .user("x")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("c", "f", "{}"))))
                .message(Message.of(
                        Role.TOOL,
                        List.of(new ToolResult(
                                "c",
                                null,
                                List.of(Text.of("see"), Image.of(MediaSource.Url.of("https://example.org/a.png"))),
                                null,
                                null,
                                NONE))))
                .build();
        Losses losses = new Losses();
        assertThat(encode(request, losses))
                .contains(quoted("'output':[{'type':'input_text','text':'see'},"
                        + "{'type':'input_image','image_url':'https://example.org/a.png'}]"));
        assertThat(losses.toList()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gpt-4.1|low|none",
                "gpt-5.1|xhigh|high",
                "gpt-5|none|minimal",
                "o3|minimal|low",
                "gpt-5.6|max|max",
                "some-model|max|max",
            })
    void a_model_is_told_an_effort_that_it_knows(String model, String asked, String told) {
        ChatRequest request = ChatRequest.builder(model)
                .user("x")
                .reasoningEffort(new ReasoningEffort(asked))
                .build();
        String effort = told.equals("none") ? "'input'" : "'reasoning':{'effort':'" + told + "'}";
        assertThat(encode(request, new Losses())).contains(quoted(effort));
    }

    @Test
    void reasoning_models_draw_as_they_like_unless_they_do_not_reason() {
        ChatRequest request =
                ChatRequest.builder("gpt-5.1").user("x").temperature(0.2).build();
        Losses losses = new Losses();
        assertThat(encode(request, losses)).doesNotContain("temperature");
        assertThat(losses.toList()).extracting(Loss::path).containsExactly("sampling.temperature");
        ChatRequest quick =
                request.toBuilder().reasoningEffort(ReasoningEffort.NONE).build();
        assertThat(encode(quick, new Losses())).contains(quoted("'temperature':0.2"));
        assertThat(encode(request.withModel("gpt-4.1"), new Losses())).contains(quoted("'temperature':0.2"));
    }

    @Test
    void what_only_the_vendor_can_remember_changes_the_answer_elsewhere() {
        ChatRequest request = withMembers(",'previous_response_id':'resp_1','conversation':{'id':'conv_1'}");
        for (String field : request.extensions().of(OpenAiResponsesDialect.ID).keySet()) {
            assertThat(FieldSeverity.of("extensions.openai-responses." + field)).isEqualTo(Severity.CHANGES_ANSWER);
        }
        assertThat(request.extensions().of(OpenAiResponsesDialect.ID)).hasSize(2);
    }

    @Test
    void defaults_and_wishes_that_are_always_granted_are_no_fields() {
        assertThat(withMembers(",'truncation':'disabled','background':false,'include':['reasoning.encrypted_content'],"
                        + "'previous_response_id':null,'prompt':null,'reasoning':{'effort':null}"))
                .isEqualTo(withMembers(""));
    }

    @Test
    void losses_are_told_in_the_terms_of_the_body() {
        ChatRequest request = decode("{'model':'m','instructions':'i','input':[{'role':'user','content':["
                + "{'type':'input_text','text':'x'},{'type':'input_image','image_url':'https://e.org/a','detail':'low'}]},"
                + "{'role':'assistant','content':'a'},{'type':'reasoning','id':'rs_1','summary':[]},"
                + "{'role':'assistant','content':[{'type':'output_text','text':'b'},{'type':'output_text','text':'c'}]},"
                + "{'type':'function_call','call_id':'c','name':'f','arguments':'{}'},"
                + "{'type':'function_call_output','call_id':'c','output':[{'type':'input_text','text':'y'},"
                + "{'type':'input_file','file_id':'file-1'}]}]}");
        List<String> located = new ArrayList<>();
        for (String path : List.of(
                "messages[0].parts[0]",
                "messages[1].parts[1].detail",
                "messages[2].parts[1].encrypted",
                "messages[2].parts[3].citations",
                "messages[2].parts[4].id",
                "messages[3].parts[0].content[1]",
                "messages[3].parts[0].callId",
                "outputFormat.schema",
                "extensions.openai-responses.truncation",
                "tools[1].extensions.openai-responses.async")) {
            located.add(new OpenAiResponsesPaths().locate(request, path));
        }
        assertThat(located)
                .containsExactly(
                        "instructions",
                        "input[0].content[1].detail",
                        "input[2].encrypted_content",
                        "input[3].content[1].annotations",
                        "input[4].call_id",
                        "input[5].output[1]",
                        "input[5].call_id",
                        "text.format.schema",
                        "truncation",
                        "tools[1].async");
    }
}
