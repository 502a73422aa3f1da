// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.fanout.ChoiceFanOut;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistralChatRequestTest {
    private final Losses losses = new Losses();

    private static ChatRequestBuilder ask(Message... messages) {
        return ChatRequest.builder("mistral-medium-latest").messages(List.of(messages));
    }

    private JsonNode messages(Message... messages) {
        return Wire.body(ask(messages).build(), losses).get("messages");
    }

    private static Message calls(String... ids) {
        return Message.of(
                Role.ASSISTANT,
                List.of(ids).stream()
                        .map(id -> (Part) ToolCall.of(id, "clock", ""))
                        .toList());
    }

    @Test
    void pitfall_22_ids_are_nine_letters_and_digits_and_name_the_same_call() {
        JsonNode messages = messages(
                Message.user("Time?"),
                calls("toolu_01AbCdEf", "a1B2c3D4e"),
                Message.toolResult("toolu_01AbCdEf", "noon"),
                Message.toolResult("a1B2c3D4e", "one"));
        String made = messages.at("/1/tool_calls/0/id").asText();
        assertThat(made).matches("[a-zA-Z0-9]{9}");
        assertThat(messages.at("/2/tool_call_id").asText()).isEqualTo(made);
        assertThat(messages.at("/1/tool_calls/1/id").asText()).isEqualTo("a1B2c3D4e");
        assertThat(messages.at("/1/tool_calls/0/function/arguments").asText()).isEqualTo("{}");
        assertThat(Wire.lost(losses))
                .isEqualTo("messages[1].parts[0].id EMULATED; messages[2].parts[0].callId EMULATED");
        assertThat(messages(Message.user("Time?"), calls("toolu_01AbCdEf"))
                        .at("/1/tool_calls/0/id")
                        .asText())
                .as("the same in every request")
                .isEqualTo(made);
    }

    @Test
    void pitfall_18_results_stay_messages_of_their_own_directly_behind_their_calls() {
        JsonNode messages = messages(
                Message.user("Time?"),
                calls("aaaaaaaaa", "bbbbbbbbb"),
                Message.toolResult("bbbbbbbbb", "2"),
                Message.user("And?"),
                Message.toolResult("aaaaaaaaa", "1"));
        assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "tool", "tool", "user");
        assertThat(messages.at("/2/content").asText()).isEqualTo("1");
        assertThat(messages.at("/3/content").asText()).isEqualTo("2");
    }

    @Test
    void pitfall_19_each_call_has_a_result_and_each_result_a_call() {
        JsonNode messages = messages(Message.user("Time?"), calls("aaaaaaaaa"), Message.toolResult("zzzzzzzzz", "1"));
        assertThat(messages.findValuesAsText("role")).containsExactly("user", "assistant", "tool", "user");
        assertThat(messages.at("/2/tool_call_id").asText()).isEqualTo("aaaaaaaaa");
        assertThat(messages.at("/3/content/1/text").asText()).isEqualTo("1");
    }

    @Test
    void pitfall_25_and_26_instructions_stand_where_the_validator_takes_them() {
        JsonNode messages = messages(
                Message.of(Role.DEVELOPER, "S1"),
                Message.user("U1"),
                calls("aaaaaaaaa"),
                Message.toolResult("aaaaaaaaa", "1"),
                Message.system("S2"),
                Message.user("U2"));
        assertThat(messages.findValuesAsText("role"))
                .containsExactly("system", "user", "assistant", "tool", "user", "system");
        assertThat(Wire.lost(losses)).isEqualTo("messages[4] MOVED; messages[0].role APPROXIMATED");
    }

    @Test
    void pitfall_29_messages_that_say_nothing() {
        JsonNode messages = messages(
                Message.system(""),
                Message.user(""),
                Message.assistant(""),
                Message.of(Role.USER, List.of()),
                Message.of(Role.TOOL, Message.toolResult("aaaaaaaaa", "").parts()));
        assertThat(messages)
                .isEqualTo(Wire.json("[{'role':'user','content':''},{'role':'user','content':null},"
                        + "{'role':'user','content':[{'type':'text','text':'Result of tool call aaaaaaaaa:'},"
                        + "{'type':'text','text':''}]}]"));
    }

    @Test
    void pitfall_9_thoughts_go_back_to_their_issuer_only() {
        Reasoning own = new Reasoning(
                "Hm.", List.of(), "sig", null, null, new Origin("mistral", "mistral-medium-2508"), Extensions.NONE);
        Reasoning foreign = Reasoning.of("Ha.", new Origin("anthropic", "c"));
        JsonNode messages =
                messages(Message.user("U1"), Message.of(Role.ASSISTANT, List.of(own, foreign, Text.of("A1"))));
        assertThat(messages.at("/1/content"))
                .isEqualTo(Wire.json("[{'type':'thinking','thinking':[{'type':'text','text':'Hm.'}]},"
                        + "{'type':'text','text':'A1'}]"));
        assertThat(Wire.lost(losses)).isEqualTo("messages[1].parts[0].signature DROPPED; messages[1].parts[1] DROPPED");
    }

    @Test
    void the_last_message_of_the_model_is_continued_and_its_repetition_undone() {
        var encoded =
                Wire.encode(ask(Message.user("U1"), Message.assistant("Roses")).build(), losses);
        assertThat(Wire.json(encoded.body()).at("/messages/1"))
                .isEqualTo(Wire.json("{'role':'assistant','content':'Roses','prefix':true}"));
        assertThat(encoded.plan().prefill()).isEqualTo("Roses");
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void pitfall_45_and_46_each_setting_has_its_name_and_range_here() {
        JsonNode body = Wire.body(
                ask(Message.user("U1"))
                        .temperature(2.0)
                        .seed(-7L)
                        .maxOutputTokens(5L)
                        .stop(List.of("a", "b"))
                        .topK(3)
                        .store(true)
                        .serviceTier("default")
                        .parallelToolCalls(false)
                        .choiceCount(2)
                        .stream(true)
                        .build(),
                losses);
        assertThat(body)
                .isEqualTo(Wire.json("{'model':'mistral-medium-latest','messages':[{'role':'user','content':'U1'}],"
                        + "'parallel_tool_calls':false,'temperature':1.5,'random_seed':9223372036854775801,"
                        + "'max_tokens':5,'stop':['a','b'],'n':2,'service_tier':'standard_only','stream':true}"));
        assertThat(Wire.lost(losses))
                .isEqualTo("sampling.temperature CLAMPED; sampling.seed APPROXIMATED; sampling.topK DROPPED; "
                        + "store DROPPED");
    }

    @ParameterizedTest
    @CsvSource({
        "mistral-medium-latest, minimal, high",
        "mistral-medium-latest, none, none",
        "mistral-large-4-0, none, low",
        "mistral-large-4-0, xhigh, high",
        "zai-glm-5-3, medium, high",
        "zai-glm-5-3, max, max",
        "some-new-model, xhigh, xhigh"
    })
    void pitfall_16_each_model_has_its_own_words_for_how_hard_to_think(String model, String asked, String said) {
        ChatRequest request = ChatRequest.builder(model)
                .user("U1")
                .reasoningEffort(new ReasoningEffort(asked))
                .build();
        assertThat(Wire.body(request, losses).get("reasoning_effort").asText()).isEqualTo(said);
        assertThat(Wire.lost(losses)).isEqualTo(asked.equals(said) ? "" : "reasoning.effort APPROXIMATED");
    }

    @Test
    void models_that_do_not_think_are_not_asked_to() {
        ChatRequest request = ChatRequest.builder("codestral-latest")
                .user("U1")
                .reasoningEffort(ReasoningEffort.HIGH)
                .build();
        assertThat(Wire.body(request, losses).has("reasoning_effort")).isFalse();
        assertThat(Wire.lost(losses)).isEqualTo("reasoning.effort DROPPED");
    }

    @Test
    void a_budget_and_a_mode_become_words() {
        ChatRequest budget = ask(Message.user("U1"))
                .reasoning(ReasoningSettings.ofBudget(30_000))
                .build();
        assertThat(Wire.body(budget, losses).get("reasoning_effort").asText()).isEqualTo("high");
        ChatRequest off = ask(Message.user("U1"))
                .reasoning(ReasoningSettings.ofMode(ReasoningSettings.Mode.OFF))
                .build();
        assertThat(Wire.body(off, losses).get("reasoning_effort").asText()).isEqualTo("none");
    }

    @Test
    void foreign_fields_of_this_vocabulary_are_delivered() {
        ChatRequest request = Wire.decode("{'model':'m','messages':[{'role':'user','content':'U1'}]}").toBuilder()
                .extension("openai-chat", "safe_prompt", RawJson.TRUE)
                .extension("openai-chat", "top_a", RawJson.TRUE)
                .build();
        assertThat(Wire.body(request, losses).get("safe_prompt").asBoolean()).isTrue();
        assertThat(Wire.lost(losses)).isEqualTo("extensions.openai-chat.top_a DROPPED");
    }

    @Test
    void choices_are_words_or_a_function() {
        assertThat(Wire.decode("{'model':'m','messages':[{'role':'user','content':'U'}],'tool_choice':'any'}")
                        .toolChoice())
                .isEqualTo(ToolChoice.REQUIRED);
        assertThat(Wire.decode("{'model':'m','messages':[{'role':'user','content':'U'}],"
                                + "'tool_choice':{'function':{'name':'clock'}}}")
                        .toolChoice())
                .isEqualTo(new ToolChoice.Named(ToolRef.function("clock")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'messages':[]}|messages",
                "{'model':'m','messages':[{'role':'developer','content':'x'}]}|messages[0].role",
                "{'model':'m','messages':[{'role':'user','content':[{'type':'text'}]}]}|messages[0].content[0].text",
                "{'model':'m','messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'data:x'}}]}]}"
                        + "|messages[0].content[0].image_url.url",
                "{'model':'m','messages':[{'role':'tool','content':'x'}]}|messages[0].tool_call_id",
                "{'model':'m','messages':[{'role':'assistant','tool_calls':[{'id':'a','function':{'arguments':'{}'}}]}]}"
                        + "|messages[0].tool_calls[0].function.name",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'random_seed':-1}|random_seed",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tool_choice':'must'}|tool_choice",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'response_format':{'type':'json_schema',"
                        + "'json_schema':{'name':'a'}}}|response_format.json_schema.schema"
            })
    void pitfall_21_bad_input_is_named_in_the_clients_own_terms(String body, String path) {
        assertThatThrownBy(() -> Wire.decode(body)).isInstanceOfSatisfying(ChatException.class, e -> {
            assertThat(e.error().param()).isEqualTo(path);
            assertThat(e.error().status()).isEqualTo(400);
        });
    }

    @Test
    void several_answers_are_asked_for_at_once_unless_the_vendor_refuses() {
        ChatRequest request = ask(Message.user("U1")).choiceCount(2).build();
        EncodeContext context = EncodeContext.toVendor(losses, "mistral");
        assertThat(ChoiceFanOut.isNeeded(request, Wire.DIALECT, context)).isFalse();
        assertThat(ChoiceFanOut.isNeeded(request, Wire.DIALECT, context.withRefusedFields(Set.of("n"))))
                .isTrue();
    }

    @Test
    void what_passes_through_is_fitted_where_another_vendor_answered_before() {
        String foreign = ReasoningSeal.of(Reasoning.of("Ha.", new Origin("anthropic", "c")))
                .write();
        String own = ReasoningSeal.of(new Reasoning(
                        "Hm.", List.of(), "sig", null, null, new Origin("mistral", "m-1"), Extensions.NONE))
                .write();
        String body =
                ("{'model':'x','unknown':1.50,'messages':[{'role':'user','content':'U'},{'role':'assistant','content':["
                                + "{'type':'thinking','thinking':[],'signature':'" + foreign + "'},"
                                + "{'type':'thinking','thinking':[{'type':'text','text':'Hm.'}],'signature':'" + own
                                + "'}],"
                                + "'tool_calls':[{'id':'toolu_1','function':{'name':'f','arguments':{}}}]},"
                                + "{'role':'tool','tool_call_id':'toolu_1','content':'1'}]}")
                        .replace('\'', '"');
        byte[] forwarded = Wire.DIALECT
                .requestForwarder()
                .forward(
                        WireRequest.of(body.getBytes(StandardCharsets.UTF_8)),
                        "m-1",
                        false,
                        EncodeContext.toVendor(losses, "mistral"))
                .body();
        JsonNode sent = Wire.json(forwarded);
        assertThat(new String(forwarded, StandardCharsets.UTF_8)).contains("1.50");
        assertThat(sent.get("model").asText()).isEqualTo("m-1");
        assertThat(sent.at("/messages/1/content"))
                .isEqualTo(
                        Wire.json("[{'type':'thinking','thinking':[{'type':'text','text':'Hm.'}],'signature':'sig'}]"));
        assertThat(sent.at("/messages/1/tool_calls/0/id").asText()).matches("[a-zA-Z0-9]{9}");
        assertThat(sent.at("/messages/2/tool_call_id")).isEqualTo(sent.at("/messages/1/tool_calls/0/id"));
        assertThat(Wire.lost(losses))
                .isEqualTo("messages[1].content[0] DROPPED; messages[1].tool_calls[0].id EMULATED; "
                        + "messages[2].tool_call_id EMULATED");
    }

    @Test
    void what_needs_no_fitting_passes_through_as_it_is() {
        String body =
                "{\"messages\":[{\"role\":\"assistant\", \"tool_calls\":[{\"id\":\"a1B2c3D4e\"}]}],\"model\":\"m\"}";
        byte[] forwarded = Wire.DIALECT
                .requestForwarder()
                .forward(
                        WireRequest.of(body.getBytes(StandardCharsets.UTF_8)),
                        "m",
                        false,
                        EncodeContext.toVendor(losses, "mistral"))
                .body();
        assertThat(new String(forwarded, StandardCharsets.UTF_8)).isEqualTo(body);
    }
}
