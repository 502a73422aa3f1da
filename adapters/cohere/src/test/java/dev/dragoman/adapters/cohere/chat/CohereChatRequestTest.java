// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereChatRequestTest {
    private static final String SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}},\"required\":[\"a\"]}";

    private final Losses losses = new Losses();

    private static ChatRequestBuilder ask() {
        return ChatRequest.builder("command-a-plus-05-2026").user("Hi");
    }

    private static FunctionTool tool(String name) {
        return FunctionTool.of(name, null, SCHEMA);
    }

    private String refusedAt(String body) {
        try {
            Wire.decode(body);
            return "not refused";
        } catch (ChatException e) {
            assertThat(e.error().status()).isEqualTo(400);
            return String.valueOf(e.error().param());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'m'}|messages",
                "{'messages':[{'role':'user','content':'x'}]}|model",
                "{'model':'m','messages':[]}|messages",
                "{'model':'m','messages':[{'content':'x'}]}|messages[0].role",
                "{'model':'m','messages':[{'role':'robot','content':'x'}]}|messages[0].role",
                "{'model':'m','messages':[{'role':'user'}]}|messages[0].content",
                "{'model':'m','messages':[{'role':'user','content':[{'type':'thinking','thinking':'x'}]}]}"
                        + "|messages[0].content[0]",
                "{'model':'m','messages':[{'content':[{'type':'image_url','image_url':{}}],'role':'user'}]}"
                        + "|messages[0].content[0].image_url.url",
                "{'model':'m','messages':[{'role':'tool','content':'x'}]}|messages[0].tool_call_id",
                "{'model':'m','messages':[{'role':'assistant','tool_calls':[{'id':'a','function':{}}]}]}"
                        + "|messages[0].tool_calls[0].function.name",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'documents':[{'id':'d'}]}|documents[0].data",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tool_choice':'SOME'}|tool_choice",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'seed':-1}|seed",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'seed':18446744073709551616}|seed",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'thinking':{'type':'some'}}|thinking.type",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'response_format':{'json_schema':{}}}"
                        + "|response_format.type",
                "{'model':'m','messages':[{'role':'user','content':'x'}],'tools':[{'type':'function'}]}|tools[0].function"
            })
    void pitfall_21_what_is_wrong_is_refused_where_it_stands(String body, String path) {
        assertThat(refusedAt(body)).isEqualTo(path);
    }

    @Test
    void a_seed_of_64_bits_passes_whole() {
        ChatRequest request =
                Wire.decode("{'model':'m','messages':[{'role':'user','content':'x'}],'seed':18446744073709551615}");
        assertThat(request.sampling().seed()).isNull();
        assertThat(Wire.body(request, losses).get("seed").asText()).isEqualTo("18446744073709551615");
        assertThat(losses.toList()).isEmpty();
        assertThat(Wire.decode("{'model':'m','messages':[{'role':'user','content':'x'}],'seed':42.0}")
                        .sampling()
                        .seed())
                .isEqualTo(42);
    }

    @Test
    void pitfall_26_instructions_become_one_message_in_front() {
        ChatRequest request = ChatRequest.builder("command-a-03-2025")
                .system("One.")
                .message(Message.of(Role.DEVELOPER, "Two."))
                .user("Hi")
                .system("Three.")
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.at("/messages/0"))
                .isEqualTo(Wire.json("{'role':'system','content':[{'type':'text','text':'One.'},"
                        + "{'type':'text','text':'Two.'},{'type':'text','text':'Three.'}]}"));
        assertThat(body.get("messages")).hasSize(2);
        assertThat(Wire.lost(losses))
                .isEqualTo("messages[3] MOVED; messages[1].role APPROXIMATED; messages[1] MOVED; messages[3] MOVED");
    }

    @Test
    void the_choice_of_one_tool_is_the_only_tool_that_must_be_called() {
        ChatRequest request = ask().tool(tool("a"))
                .tool(tool("b"))
                .toolChoice(new ToolChoice.Named(ToolRef.function("b")))
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.get("tools")).hasSize(1);
        assertThat(body.at("/tools/0/function/name").asText()).isEqualTo("b");
        assertThat(body.get("tool_choice").asText()).isEqualTo("REQUIRED");
        assertThat(Wire.lost(losses)).isEqualTo("tools[0] EMULATED; toolChoice EMULATED");
    }

    @Test
    void older_models_take_no_choice() {
        ChatRequest forced = ChatRequest.builder("command-r-08-2024")
                .user("Hi")
                .tool(tool("a"))
                .toolChoice(ToolChoice.REQUIRED)
                .build();
        assertThat(Wire.body(forced, losses).has("tool_choice")).isFalse();
        assertThat(Wire.lost(losses)).isEqualTo("toolChoice APPROXIMATED");
        JsonNode none = Wire.body(forced.toBuilder().toolChoice(ToolChoice.NONE).build(), new Losses());
        assertThat(none.has("tools") || none.has("tool_choice")).isFalse();
    }

    @Test
    void pitfall_23_names_of_tools_are_words_that_do_not_begin_with_a_digit() {
        ChatRequest request = ask().tool(tool("weather-get")).tool(tool("1st")).build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.at("/tools/0/function/name").asText()).isEqualTo("weather_get");
        assertThat(body.at("/tools/1/function/name").asText()).startsWith("t_1st");
        assertThat(Wire.encode(request, losses).plan().toolNames()).containsEntry("weather_get", "weather-get");
    }

    @Test
    void pitfall_24_exact_arguments_are_wished_for_all_tools_or_none() {
        FunctionTool strict = new FunctionTool("a", null, RawJson.parse(SCHEMA), true, null, Extensions.NONE);
        assertThat(Wire.body(ask().tool(strict).build(), losses)
                        .get("strict_tools")
                        .asBoolean())
                .isTrue();
        assertThat(losses.toList()).isEmpty();
        assertThat(Wire.body(ask().tool(strict).tool(tool("b")).build(), losses).has("strict_tools"))
                .isFalse();
        assertThat(Wire.lost(losses)).isEqualTo("tools[0].strict APPROXIMATED");
    }

    @Test
    void pitfall_17_a_form_with_tools_is_asked_for_by_a_tool() {
        OutputFormat format = new OutputFormat.JsonSchema("x", null, RawJson.parse(SCHEMA), true);
        JsonNode body = Wire.body(ask().tool(tool("a")).outputFormat(format).build(), losses);
        assertThat(body.has("response_format")).isFalse();
        assertThat(body.get("tools")).hasSize(2);
        assertThat(body.get("tool_choice").asText()).isEqualTo("REQUIRED");
        assertThat(Wire.lost(losses)).isEqualTo("outputFormat EMULATED");
        JsonNode forced = Wire.body(
                ask().tool(tool("a"))
                        .toolChoice(ToolChoice.REQUIRED)
                        .outputFormat(format)
                        .build(),
                new Losses());
        assertThat(forced.get("tools")).hasSize(1);
    }

    @Test
    void pitfall_28_schemas_are_compiled_down() {
        RawJson schema =
                RawJson.parse("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":0},"
                        + "\"b\":{\"oneOf\":[{\"type\":\"string\",\"pattern\":\"^x$\"}]}}}");
        JsonNode body = Wire.body(
                ask().outputFormat(new OutputFormat.JsonSchema(null, null, schema, true))
                        .build(),
                losses);
        assertThat(body.at("/response_format/json_schema"))
                .isEqualTo(Wire.json("{'type':'object','properties':{'a':{'type':'integer',"
                        + "'description':'(minimum: 0)'},'b':{'anyOf':[{'type':'string',"
                        + "'description':'(pattern: \\'^x$\\')'}]}},'required':['a']}".replace("\\'", "\\\"")));
        RawJson list = RawJson.parse("{\"type\":\"array\"}");
        JsonNode told = Wire.body(
                ask().outputFormat(new OutputFormat.JsonSchema(null, null, list, true))
                        .build(),
                new Losses());
        assertThat(told.has("response_format")).isFalse();
        assertThat(told.at("/messages/0/role").asText()).isEqualTo("system");
    }

    @Test
    void pitfall_14_a_budget_leaves_room_for_the_answer() {
        JsonNode body = Wire.body(
                ask().reasoningEffort(ReasoningEffort.HIGH)
                        .maxOutputTokens(4000L)
                        .build(),
                losses);
        assertThat(body.at("/thinking/token_budget").asLong()).isEqualTo(2400);
        JsonNode small = Wire.body(
                ask().reasoningEffort(ReasoningEffort.LOW).maxOutputTokens(50L).build(), new Losses());
        assertThat(small.at("/thinking/token_budget").asLong()).isEqualTo(49);
        JsonNode free = Wire.body(ask().reasoningEffort(ReasoningEffort.HIGH).build(), new Losses());
        assertThat(free.at("/thinking/token_budget").asLong()).isEqualTo(19660);
        assertThat(Wire.body(ask().reasoningEffort(ReasoningEffort.NONE).build(), new Losses())
                        .get("thinking"))
                .isEqualTo(Wire.json("{'type':'disabled'}"));
    }

    @Test
    void pitfall_16_a_model_that_does_not_think_is_not_asked_to() {
        ChatRequest request = ChatRequest.builder("command-a-03-2025")
                .user("Hi")
                .reasoningEffort(ReasoningEffort.HIGH)
                .build();
        assertThat(Wire.body(request, losses).has("thinking")).isFalse();
        assertThat(losses.toList()).singleElement().satisfies(loss -> {
            assertThat(loss.path()).isEqualTo("reasoning.effort");
            assertThat(loss.severity()).isEqualTo(Severity.CHANGES_ANSWER);
        });
    }

    @Test
    void pitfall_7_own_thoughts_and_plans_go_back_as_they_came_and_those_of_others_do_not() {
        Reasoning own = Reasoning.of("Mine.", new Origin("cohere", "command-a-plus-05-2026"));
        Reasoning other = Reasoning.of("Theirs.", new Origin("deepseek", "d"));
        Reasoning plan = CohereChatResponseDecoder.plan("I will look.", new Origin("cohere", "x"));
        ChatRequest request = ask().message(Message.of(
                        Role.ASSISTANT, List.of(plan, own, other, Text.of("Hm."), ToolCall.of("a", "b", ""))))
                .toolResult("a", "12")
                .build();
        assertThat(Wire.body(request, losses).at("/messages/1"))
                .isEqualTo(Wire.json("{'role':'assistant','content':[{'type':'thinking','thinking':'Mine.'},"
                        + "{'type':'text','text':'Hm.'}],'tool_plan':'I will look.','tool_calls':["
                        + "{'id':'a','type':'function','function':{'name':'b','arguments':'{}'}}]}"));
        assertThat(Wire.lost(losses)).isEqualTo("messages[1].parts[2] DROPPED");
    }

    @Test
    void documents_stand_beside_the_messages_and_without_citations_where_none_are_wanted() {
        Document told =
                new Document(new MediaSource.PlainText("The text."), "Title", null, false, null, Extensions.NONE);
        Document encoded = Document.of(new MediaSource.Base64("text/plain", "SGkh"), null);
        Document pdf = Document.of(new MediaSource.Base64("application/pdf", "JVBERg=="), null);
        ChatRequest request = ChatRequest.builder("command-a-03-2025")
                .message(Message.of(Role.USER, List.of(told, Text.of("So?"))))
                .build();
        assertThat(Wire.body(request, losses).get("documents"))
                .isEqualTo(Wire.json("[{'data':{'title':'Title','text':'The text.'}}]"));
        assertThat(Wire.body(request, new Losses()).at("/citation_options/mode").asText())
                .isEqualTo("OFF");
        ChatRequest several = ChatRequest.builder("command-a-03-2025")
                .message(Message.of(Role.USER, List.of(told, encoded, pdf, Text.of("So?"))))
                .extension("openai-chat", "documents", RawJson.parse("[\"More.\"]"))
                .build();
        Losses found = new Losses();
        JsonNode body = Wire.body(several, found);
        assertThat(body.get("documents"))
                .isEqualTo(
                        Wire.json("[{'data':{'title':'Title','text':'The text.'}},{'data':{'text':'Hi!'}},'More.']"));
        assertThat(body.has("citation_options")).isFalse();
        assertThat(Wire.lost(found))
                .contains("messages[0].parts[0].citations APPROXIMATED", "messages[0].parts[2] DROPPED");
    }

    @Test
    void documents_of_a_client_belong_to_the_last_question() {
        ChatRequest request = Wire.decode("{'model':'m','messages':[{'role':'user','content':'One?'},"
                + "{'role':'assistant','content':'1'},{'role':'user','content':'Two?'}],"
                + "'documents':['Text.',{'data':{'title':'T','snippet':'S.'},'id':'d'},{'data':{'a':{'b':1}}}],"
                + "'citation_options':{'mode':'off'}}");
        List<Document> documents = request.messages().get(2).parts().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
        assertThat(documents)
                .extracting(document -> ((MediaSource.PlainText) document.source()).text())
                .containsExactly("Text.", "S.", "{\"a\":{\"b\":1}}");
        assertThat(documents).extracting(Document::citations).containsOnly(false);
        assertThat(documents.get(1).name()).isEqualTo("T");
        assertThat(new CohereChatPaths().locate(request, "messages[2].parts[1].name"))
                .isEqualTo("documents[1].data.title");
        assertThat(new CohereChatPaths().locate(request, "messages[2].parts[3]"))
                .isEqualTo("messages[2].content[0]");
    }

    @Test
    void pitfall_46_settings_are_brought_into_range() {
        ChatRequest request = ask().temperature(1.7)
                .topP(1.0)
                .topK(900)
                .frequencyPenalty(0.5)
                .presencePenalty(0.5)
                .stop(List.of("a", "b", "c", "d", "e", "f"))
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.get("temperature").asDouble()).isEqualTo(1);
        assertThat(body.get("p").asDouble()).isEqualTo(0.99);
        assertThat(body.get("k").asInt()).isEqualTo(500);
        assertThat(body.get("stop_sequences")).hasSize(5);
        assertThat(body.has("presence_penalty")).isFalse();
        assertThat(Wire.lost(losses))
                .isEqualTo("stop[5] DROPPED; sampling.temperature CLAMPED; sampling.topP CLAMPED;"
                        + " sampling.topK CLAMPED; sampling.presencePenalty DROPPED");
    }

    @Test
    void fields_of_this_dialect_are_delivered_from_any_other() {
        ChatRequest request = ask().extension("openai-chat", "safety_mode", RawJson.string("OFF"))
                .extension("openai-chat", "priority", RawJson.number(7))
                .extension("openai-chat", "top_a", RawJson.number(1))
                .build();
        JsonNode body = Wire.body(request, losses);
        assertThat(body.get("safety_mode").asText()).isEqualTo("OFF");
        assertThat(body.get("priority").asInt()).isEqualTo(7);
        assertThat(Wire.lost(losses)).isEqualTo("extensions.openai-chat.top_a DROPPED");
    }

    private static String sealed(String text, Origin origin, @Nullable String signature) {
        Reasoning thought = new Reasoning(text, List.of(), signature, null, null, origin, Extensions.NONE);
        return "{'type':'thinking','thinking':'" + text + "','signature':'"
                + ReasoningSeal.of(thought).write() + "'}";
    }

    @Test
    void pitfall_9_passing_through_takes_out_what_others_made_and_every_seal() {
        Origin gemini = new Origin("gemini", "g");
        String body = "{'model':'x','x':1.50,'messages':[{'role':'user','content':'Say dragoman.1.x'},"
                + "{'role':'assistant','content':[" + sealed("T", gemini, "s") + ","
                + sealed("C", new Origin("cohere", "m"), null) + ",{'type':'thinking','thinking':'V','signature':'v'},"
                + "{'type':'text','text':'Hm.'}],'tool_calls':[{'id':'a','type':'function',"
                + "'function':{'name':'b','arguments':'{}'},'signature':'"
                + ReasoningSeal.ofNext(new Signature("s", gemini)).write() + "'}]},"
                + "{'role':'assistant','content':[" + sealed("T", gemini, null) + "]}]}";
        byte[] forwarded = Wire.DIALECT
                .requestForwarder()
                .forward(
                        WireRequest.of(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        "y",
                        false,
                        EncodeContext.toVendor(losses, "cohere"))
                .body();
        String text = new String(forwarded, StandardCharsets.UTF_8);
        assertThat(text).contains("\"x\":1.50", "\"model\":\"y\"", "Say dragoman.1.x");
        assertThat(Wire.json(forwarded).at("/messages/1"))
                .isEqualTo(Wire.json("{'role':'assistant','content':[{'type':'thinking','thinking':'C'},"
                        + "{'type':'thinking','thinking':'V','signature':'v'},"
                        + "{'type':'text','text':'Hm.'}],'tool_calls':[{'id':'a','type':'function',"
                        + "'function':{'name':'b','arguments':'{}'}}]}"));
        assertThat(Wire.json(forwarded).at("/messages/2/content").asText()).isEqualTo("(empty)");
        assertThat(Wire.lost(losses)).isEqualTo("messages[1].content[0] DROPPED; messages[2].content[0] DROPPED");
    }

    @Test
    void nothing_to_say_is_refused() {
        ChatRequest nothing = ChatRequest.builder("m").build();
        assertThatThrownBy(() -> Wire.encode(nothing, losses)).isInstanceOf(ChatException.class);
    }
}
