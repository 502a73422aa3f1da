// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.prepare.ObjectArguments;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicMessagesRequestTest {
    private final Losses losses = new Losses();

    private static ChatRequestBuilder claude(String model) {
        return ChatRequest.builder(model).maxOutputTokens(8000L);
    }

    @Test
    void the_example_of_the_documentation_reads_and_writes_the_same() {
        String body = "{'model':'claude-sonnet-4-5','max_tokens':1024,'system':'Be brief.','messages':["
                + "{'role':'user','content':'Time in Rome and Oslo?'},{'role':'assistant','content':["
                + "{'type':'thinking','thinking':'','signature':'c2ln'},"
                + "{'type':'tool_use','id':'toolu_1','name':'clock','input':{'city':'Rome'}},"
                + "{'type':'tool_use','id':'toolu_2','name':'clock','input':{'city':'Oslo'}}]},"
                + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'toolu_1','content':'12:00'},"
                + "{'type':'tool_result','tool_use_id':'toolu_2','content':'no data','is_error':true},"
                + "{'type':'text','text':'Go on.'}]}],'tools':[{'name':'clock','description':'Time in a city',"
                + "'input_schema':{'type':'object','properties':{'city':{'type':'string'}},'required':['city']}}]}";
        ChatRequest request = Wire.decode(body);

        assertThat(request.messages())
                .extracting(Message::role)
                .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.TOOL, Role.TOOL, Role.USER);
        assertThat(Wire.body(request, losses)).isEqualTo(Wire.json(body));
        assertThat(Wire.lost(losses)).isEmpty();
    }

    @Test
    void pitfall_45_max_tokens_has_a_default_of_the_model_and_is_reported() {
        ChatRequest request = ChatRequest.builder("claude-3-5-haiku").user("Hi").build();
        assertThat(Wire.body(request, losses).get("max_tokens").asInt()).isEqualTo(8192);
        assertThat(Wire.lost(losses)).isEqualTo("maxOutputTokens DEFAULTED");
        assertThat(Wire.body(request.withModel("other"), losses)
                        .get("max_tokens")
                        .asInt())
                .isEqualTo(4096);
    }

    @Test
    void pitfall_16_new_models_get_adaptive_thinking_and_old_ones_a_budget() {
        ChatRequestBuilder request = claude("claude-opus-4-8").user("Hi").reasoningEffort(ReasoningEffort.HIGH);
        JsonNode adaptive = Wire.body(request.build(), losses);
        assertThat(adaptive.get("thinking")).isEqualTo(Wire.json("{'type':'adaptive','display':'summarized'}"));
        assertThat(adaptive.at("/output_config/effort").asText()).isEqualTo("high");

        JsonNode manual = Wire.body(
                request.model(Wire.CLAUDE_4_5).maxOutputTokens(50_000L).build(), losses);
        assertThat(manual.get("thinking")).isEqualTo(Wire.json("{'type':'enabled','budget_tokens':38400}"));
        assertThat(manual.has("output_config")).isFalse();
    }

    @Test
    void pitfall_14_a_budget_stays_below_the_limit() {
        ChatRequestBuilder request =
                ChatRequest.builder(Wire.CLAUDE_4_5).user("Hi").reasoning(ReasoningSettings.ofBudget(4000));
        assertThat(Wire.body(request.maxOutputTokens(2000L).build(), losses)
                        .at("/thinking/budget_tokens")
                        .asInt())
                .isEqualTo(1999);
        assertThat(Wire.lost(losses)).isEqualTo("reasoning.budgetTokens CLAMPED");
        assertThat(Wire.body(request.maxOutputTokens(1024L).build(), losses)
                        .at("/thinking/type")
                        .asText())
                .isEqualTo("disabled");
    }

    @Test
    void pitfall_7_a_tool_loop_without_its_thoughts_goes_on_without_thinking() {
        ChatRequest request = claude(Wire.CLAUDE_4_5)
                .user("Time?")
                .message(Message.of(Role.ASSISTANT, List.of(ToolCall.of("a", "clock", "{}"))))
                .toolResult("a", "12")
                .reasoning(ReasoningSettings.ofBudget(2000))
                .build();
        assertThat(Wire.body(request, losses).at("/thinking/type").asText()).isEqualTo("disabled");
        assertThat(Wire.lost(losses)).contains("reasoning EMULATED");
    }

    @Test
    void pitfall_9_reasoning_goes_back_to_its_issuer_only() {
        Origin here = new Origin("anthropic", Wire.CLAUDE_4_5);
        ChatRequest request = claude(Wire.CLAUDE_4_5)
                .user("Hi")
                .message(Message.of(
                        Role.ASSISTANT,
                        List.of(
                                signed("mine", here),
                                signed("foreign", new Origin("gemini", "g")),
                                signed("older", new Origin("anthropic", "claude-opus-4-1")),
                                Reasoning.of("unsigned", here),
                                Text.of("Hello"))))
                .user("Go on.")
                .build();
        assertThat(Wire.body(request, losses).at("/messages/1/content"))
                .isEqualTo(Wire.json(
                        "[{'type':'thinking','thinking':'mine','signature':'s'}," + "{'type':'text','text':'Hello'}]"));
        assertThat(Wire.lost(losses))
                .isEqualTo("messages[1].parts[1] DROPPED; messages[1].parts[2] DROPPED; messages[1].parts[3] DROPPED");
    }

    private static Reasoning signed(String text, Origin origin) {
        return new Reasoning(text, List.of(), "s", null, null, origin, Extensions.NONE);
    }

    @Test
    void pitfall_17_a_schema_is_native_where_the_model_takes_it_and_a_tool_elsewhere() {
        OutputFormat format = new OutputFormat.JsonSchema(
                "x", null, RawJson.parse("{\"type\":\"object\",\"additionalProperties\":false}"), true);
        ChatRequestBuilder request = claude(Wire.CLAUDE_4_5).user("Hi").outputFormat(format);
        assertThat(Wire.body(request.build(), losses)
                        .at("/output_config/format/type")
                        .asText())
                .isEqualTo("json_schema");

        EncodedRequest emulated = Wire.encode(request.model("claude-3-5-haiku").build(), losses);
        assertThat(emulated.plan().outputTool()).isEqualTo("json_output");
        assertThat(Wire.json(emulated.body()).get("tool_choice"))
                .isEqualTo(Wire.json("{'type':'tool','name':'json_output'}"));
    }

    @Test
    void forcing_a_tool_becomes_a_choice_where_the_model_refuses_it() {
        ChatRequestBuilder request = claude("claude-opus-5-5")
                .user("Hi")
                .tool(FunctionTool.of("a", null, "{\"type\":\"object\"}"))
                .toolChoice(ToolChoice.REQUIRED)
                .parallelToolCalls(false);
        assertThat(Wire.body(request.build(), losses).get("tool_choice"))
                .isEqualTo(Wire.json("{'type':'auto','disable_parallel_tool_use':true}"));
        assertThat(Wire.lost(losses)).contains("toolChoice APPROXIMATED");
    }

    @Test
    void pitfall_46_sampling_goes_to_models_that_take_it() {
        ChatRequestBuilder request =
                claude("claude-3-5-haiku").user("Hi").temperature(1.5).topP(0.9);
        JsonNode old = Wire.body(request.build(), losses);
        assertThat(old.get("temperature").asDouble()).isEqualTo(1);
        assertThat(old.get("top_p").asDouble()).isEqualTo(0.9);
        assertThat(Wire.lost(losses)).isEqualTo("sampling.temperature CLAMPED");

        EncodedRequest current = Wire.encode(request.model("claude-opus-4-8").build(), losses);
        assertThat(Wire.json(current.body()).has("temperature")).isFalse();
        assertThat(current.headers()).containsEntry("anthropic-version", "2026-10-21");
        assertThat(Wire.encode(request.model(Wire.CLAUDE_4_5).build(), losses).headers())
                .containsEntry("anthropic-version", "2023-06-01");
    }

    @Test
    void pitfall_47_betas_are_merged_and_users_with_a_mail_address_hashed() {
        ChatRequest request = claude(Wire.CLAUDE_4_5)
                .user("Hi")
                .endUser(new EndUser("a@example.com", null))
                .extension(AnthropicMessagesDialect.ID, "header.anthropic-beta", RawJson.string("b-2026-01-01"))
                .extension(AnthropicMessagesDialect.ID, "context_management", RawJson.EMPTY_OBJECT)
                .build();
        EncodedRequest encoded = Wire.encode(request, losses);
        assertThat(encoded.headers()).containsEntry("anthropic-beta", "b-2026-01-01,context-management-2025-06-27");
        assertThat(Wire.json(encoded.body()).at("/metadata/user_id").asText()).startsWith("user_");
        assertThat(Wire.json(encoded.body()).has("header.anthropic-beta")).isFalse();
    }

    @Test
    void a_beginning_of_the_answer_is_sent_or_the_model_asked_to_go_on() {
        ChatRequestBuilder request = claude(Wire.CLAUDE_4_5).user("Hi").assistant("Well \n");
        assertThat(Wire.body(request.build(), losses).at("/messages/1/content").asText())
                .isEqualTo("Well");
        assertThat(Wire.body(request.model("claude-opus-4-8").build(), losses)
                        .at("/messages/2/content")
                        .asText())
                .isEqualTo("Continue.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` `|{}",
                "null|{}",
                "{\"n\":12345678901234567890}|{\"n\":12345678901234567890}",
                "[1]|{\"rawInvalidInput\":[1]}",
                "{\"a\":|{\"rawInvalidInput\":\"{\\\"a\\\":\"}"
            })
    void arguments_are_an_object_and_nothing_is_thrown_away(String arguments, String input) {
        assertThat(ObjectArguments.encode(arguments)).hasToString(input);
    }

    @Test
    void pitfall_19_what_breaks_the_rules_of_messages_is_refused_with_its_path() {
        assertThatThrownBy(() -> Wire.decode("{'model':'m','max_tokens':1,'messages':[{'role':'user','content':["
                        + "{'type':'tool_result','content':'x'}]}]}"))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("messages[0].content[0].tool_use_id");
        assertThatThrownBy(() -> Wire.decode("{'model':'m','messages':[{'role':'user','content':'x'}]}"))
                .hasMessageContaining("max_tokens");
    }

    @Test
    void losses_are_located_in_the_body() {
        ChatRequest request = Wire.decode("{'model':'m','max_tokens':1,'system':'S','messages':["
                + "{'role':'user','content':'x'},{'role':'assistant','content':[{'type':'tool_use','id':'a',"
                + "'name':'n','input':{}}]},{'role':'user','content':[{'type':'tool_result','tool_use_id':'a'},"
                + "{'type':'text','text':'y'}]}]}");
        assertThat(new AnthropicMessagesPaths().locate(request, "messages[4].parts[0].cache.ttl"))
                .isEqualTo("messages[2].content[1].cache_control.ttl");
        assertThat(new AnthropicMessagesPaths().locate(request, "messages[0].parts[0]"))
                .isEqualTo("system[0]");
        assertThat(new AnthropicMessagesPaths().locate(request, "sampling.topK"))
                .isEqualTo("top_k");
    }

    @Test
    void what_another_vendor_sealed_never_reaches_anthropic() {
        String seal = ReasoningSeal.of(Reasoning.of("Hm.", new Origin("gemini", "g")), List.of(), true)
                .write();
        String body = "{'model':'x','max_tokens':1,'messages':[{'role':'user','content':'Hi'},{'role':'assistant',"
                + "'content':[{'type':'thinking','thinking':'Hm.','signature':'" + seal + "'},"
                + "{'type':'text','text':'Hello'}]},{'role':'user','content':'Go on.'}]}";
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Losses losses = new Losses();
        EncodedRequest forwarded = Wire.DIALECT
                .requestForwarder()
                .forward(WireRequest.of(bytes), "y", false, EncodeContext.toVendor(losses, "anthropic"));
        assertThat(losses.toList())
                .singleElement()
                .satisfies(loss -> assertThat(loss.path()).isEqualTo("messages[1].content[0]"));
        assertThat(Wire.json(forwarded.body()).at("/messages/1/content"))
                .isEqualTo(Wire.json("[{'type':'text','text':'Hello'}]"));
        assertThat(Wire.json(forwarded.body()).get("model").asText()).isEqualTo("y");

        Reasoning read = (Reasoning) Wire.decode(body).messages().get(1).parts().get(0);
        assertThat(read.origin()).isEqualTo(new Origin("gemini", "g"));
        assertThat(read.text()).isEqualTo("Hm.");
    }

    @Test
    void older_models_continue_a_message_of_their_own_unless_they_think() {
        EncodeContext context = EncodeContext.toVendor(new Losses(), "anthropic");
        ChatRequest old = ChatRequest.builder(Wire.CLAUDE_4_5).user("Hi").build();
        assertThat(Wire.DIALECT.continues(old, context)).isTrue();
        assertThat(Wire.DIALECT.continues(old.withModel("claude-opus-5"), context))
                .isFalse();
        ReasoningSettings thinking = new ReasoningSettings(null, null, 2048L, null, Extensions.NONE);
        assertThat(Wire.DIALECT.continues(old.toBuilder().reasoning(thinking).build(), context))
                .isFalse();
    }
}
