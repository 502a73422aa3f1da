// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolPassesTest {
    private static final Message ASK = Message.user("Time?");

    @Test
    void pitfall_22_ids_the_target_refuses_are_replaced_alike_for_call_and_result() {
        String longId = "x".repeat(80);
        Prepared prepared = new Prepared(
                Prepared.rules().toolIds(NameGrammar.words(64)),
                ASK,
                Prepared.calls("call/1", longId, "fine_1"),
                Message.toolResult("call/1", "12"),
                Message.toolResult(longId, "13"),
                Message.toolResult("fine_1", "14"));

        assertThat(prepared.conversation())
                .isEqualTo("user Time?; assistant clock#dgm_Y2FsbC8x{}|clock#" + hashed() + "{}|clock#fine_1{};"
                        + " tool result#dgm_Y2FsbC8x; tool result#" + hashed() + "; tool result#fine_1");
        assertThat(prepared.lost())
                .isEqualTo("messages[1].parts[0].id EMULATED; messages[1].parts[1].id EMULATED;"
                        + " messages[2].parts[0].callId EMULATED; messages[3].parts[0].callId EMULATED");
        assertThat(prepared.request.passes()).containsExactly("tool-ids");
    }

    private static String hashed() {
        return Names.id("x".repeat(80), NameGrammar.words(64));
    }

    @Test
    void ids_of_a_fixed_length_fit() {
        NameGrammar nine = new NameGrammar("", false, 9, 9);
        assertThat(Names.id("call_1", nine)).hasSize(9).matches(nine::accepts).isEqualTo(Names.id("call_1", nine));
        assertThat(Names.id("call_1", nine)).isNotEqualTo(Names.id("call_2", nine));
    }

    @Test
    void pitfall_19_ids_used_again_are_numbered_and_results_follow() {
        Prepared prepared = new Prepared(
                Prepared.rules().uniqueToolIds(),
                ASK,
                Prepared.calls("call_0"),
                Message.toolResult("call_0", "12"),
                Prepared.calls("call_0", "call_0"),
                Message.toolResult("call_0", "13"),
                Message.toolResult("call_0", "14"));

        assertThat(prepared.conversation())
                .isEqualTo("user Time?; assistant clock#call_0{}; tool result#call_0;"
                        + " assistant clock#call_0_2{}|clock#call_0_3{}; tool result#call_0_2; tool result#call_0_3");
    }

    @Test
    void pitfall_23_names_the_target_refuses_are_replaced_one_to_one() {
        ChatRequest request = ChatRequest.builder("m")
                .message(ASK)
                .tool(FunctionTool.of("weather.get", null, "{}"))
                .tool(FunctionTool.of("weather/get", null, "{}"))
                .tool(FunctionTool.of("weather_get", null, "{}"))
                .toolChoice(new ToolChoice.Named(ToolRef.function("weather/get")))
                .build();
        Prepared prepared = new Prepared(Prepared.rules().toolNames(NameGrammar.words(64)), request);

        List<String> names = prepared.request.tools().stream()
                .map(placed -> placed.tool().name())
                .toList();
        assertThat(names).doesNotHaveDuplicates().endsWith("weather_get").allMatch(NameGrammar.words(64)::accepts);
        assertThat(prepared.request.toolChoice()).isEqualTo(new ToolChoice.Named(ToolRef.function(names.get(1))));
        assertThat(prepared.request.plan().toolNames())
                .containsOnly(Map.entry(names.get(0), "weather.get"), Map.entry(names.get(1), "weather/get"));
    }

    @Test
    void pitfall_19_orphans_are_repaired() {
        Prepared prepared = new Prepared(
                Prepared.rules().pairedResults(),
                Message.toolResult("lost", "1"),
                ASK,
                Prepared.calls("a", "b"),
                Message.user("Well?"),
                Message.toolResult("b", "13"),
                Message.toolResult("b", "14"),
                Message.toolResult("c", "15"));

        assertThat(prepared.conversation())
                .isEqualTo("user Result of tool call lost:|1; user Time?; assistant clock#a{}|clock#b{};"
                        + " tool result#a!; tool result#b; user Well?; user Result of tool call c:|15");
        assertThat(prepared.lost())
                .contains(
                        "messages[0] EMULATED",
                        "messages[2].parts[0] EMULATED",
                        "messages[4] DROPPED",
                        "messages[5] MOVED",
                        "messages[6] EMULATED");
    }

    @Test
    void pitfall_18_results_stand_in_the_order_of_their_calls_in_one_turn_with_the_user() {
        Prepared prepared = new Prepared(
                Prepared.rules().pairedResults().mergedTurns(),
                ASK,
                Prepared.calls("a", "b"),
                Message.toolResult("b", "13"),
                Message.toolResult("a", "12"),
                Message.user("Go on."));

        assertThat(prepared.conversation())
                .isEqualTo("user Time?; assistant clock#a{}|clock#b{}; user result#a|result#b|Go on.");
        assertThat(prepared.lost()).isEqualTo("messages[3] MOVED; messages[2] MOVED");
    }

    @Test
    void pitfall_20_a_history_of_calls_gets_its_tools_declared() {
        Prepared prepared =
                new Prepared(Prepared.rules().declaredTools(), ASK, Prepared.calls("a"), Message.toolResult("a", "12"));

        assertThat(prepared.request.tools())
                .extracting(placed -> placed.tool().name())
                .containsExactly("clock");
        assertThat(prepared.request.toolChoice()).isEqualTo(ToolChoice.NONE);
        assertThat(prepared.lost()).isEqualTo("tools EMULATED");
    }

    @Test
    void allowed_tools_are_the_only_ones_declared() {
        ChatRequest request = ChatRequest.builder("m")
                .message(ASK)
                .tool(FunctionTool.of("a", null, "{}"))
                .tool(FunctionTool.of("b", null, "{}"))
                .toolChoice(new ToolChoice.Allowed(ToolChoice.ModeKind.REQUIRED, List.of(ToolRef.function("b"))))
                .build();
        Prepared prepared = new Prepared(Prepared.rules().noAllowedTools(), request);

        assertThat(prepared.request.tools())
                .extracting(placed -> placed.tool().name())
                .containsExactly("b");
        assertThat(prepared.request.toolChoice()).isEqualTo(ToolChoice.REQUIRED);
        assertThat(prepared.lost()).isEqualTo("tools[0] EMULATED; toolChoice EMULATED");
    }

    @Test
    void free_text_tools_become_functions() {
        ToolCall call = new ToolCall("a", ToolKind.CUSTOM, "sql", "select \"x\"", null, null, Extensions.NONE);
        ChatRequest request = ChatRequest.builder("m")
                .message(ASK)
                .message(Message.of(Role.ASSISTANT, List.of(call)))
                .tool(new CustomTool("sql", "Runs it.", new Grammar("lark", "start: x"), Extensions.NONE))
                .build();
        Prepared prepared = new Prepared(Prepared.rules().noCustomTools(), request);

        FunctionTool tool = (FunctionTool) prepared.request.tools().get(0).tool();
        assertThat(tool.description()).isEqualTo("Runs it.\nThe input must match this lark grammar:\nstart: x");
        assertThat(prepared.conversation()).isEqualTo("user Time?; assistant sql#a{\"input\":\"select \\\"x\\\"\"}");
        assertThat(prepared.request.plan().customTools()).containsExactly("sql");
    }

    @Test
    void pitfall_23_a_choice_among_renamed_and_free_text_tools_follows_them() {
        ChatRequest request = ChatRequest.builder("m")
                .message(ASK)
                .tool(FunctionTool.of("weather.get", null, "{}"))
                .tool(new CustomTool("run", null, null, Extensions.NONE))
                .toolChoice(new ToolChoice.Allowed(
                        ToolChoice.ModeKind.AUTO,
                        List.of(ToolRef.function("weather.get"), new ToolRef(ToolKind.CUSTOM, "run"))))
                .build();
        Prepared prepared =
                new Prepared(Prepared.rules().toolNames(NameGrammar.words(64)).noCustomTools(), request);

        assertThat(prepared.request.toolChoice())
                .isEqualTo(new ToolChoice.Allowed(
                        ToolChoice.ModeKind.AUTO, List.of(ToolRef.function("weather_get"), ToolRef.function("run"))));
    }

    private static ChatRequest choosing(ToolChoice choice) {
        return ChatRequest.builder("m")
                .system("Be brief.")
                .message(ASK)
                .tool(FunctionTool.of("clock", null, "{}"))
                .tool(FunctionTool.of("weather", null, "{}"))
                .toolChoice(choice)
                .build();
    }

    private static List<String> declared(Prepared prepared) {
        return prepared.request.tools().stream()
                .map(placed -> placed.tool().name())
                .toList();
    }

    @Test
    void one_tool_is_made_the_only_one_where_a_tool_can_be_required_but_not_named() {
        Prepared prepared = new Prepared(
                Prepared.rules().toolChoices(TargetRules.ToolChoices.MODES),
                choosing(new ToolChoice.Named(ToolRef.function("weather"))));

        assertThat(declared(prepared)).containsExactly("weather");
        assertThat(prepared.request.toolChoice()).isEqualTo(ToolChoice.REQUIRED);
        assertThat(prepared.lost()).isEqualTo("tools[0] EMULATED; toolChoice EMULATED");
    }

    @Test
    void no_tool_is_declared_where_none_may_be_called_and_that_cannot_be_said() {
        TargetRulesBuilder rules = Prepared.rules().toolChoices(TargetRules.ToolChoices.AUTO_ONLY);
        Prepared prepared = new Prepared(rules, choosing(ToolChoice.NONE));

        assertThat(declared(prepared)).isEmpty();
        assertThat(prepared.request.toolChoice()).isNull();
        assertThat(prepared.lost()).isEqualTo("tools[0] EMULATED; tools[1] EMULATED; toolChoice EMULATED");
        assertThat(new Prepared(rules, choosing(ToolChoice.AUTO)).lost()).isEqualTo("toolChoice DROPPED");
    }

    @Test
    void a_call_is_asked_for_where_it_cannot_be_required() {
        TargetRulesBuilder rules = Prepared.rules().toolChoices(TargetRules.ToolChoices.AUTO_ONLY);
        Prepared some = new Prepared(rules, choosing(ToolChoice.REQUIRED));
        Prepared one = new Prepared(rules, choosing(new ToolChoice.Named(ToolRef.function("clock"))));

        assertThat(some.conversation())
                .isEqualTo("system Be brief.; system " + ToolChoicePass.CALL_ONE + "; user Time?");
        assertThat(some.lost()).isEqualTo("toolChoice APPROXIMATED; toolChoice EMULATED");
        assertThat(some.request.passes()).containsExactly("tool-choice");
        assertThat(one.conversation()).isEqualTo("system Be brief.; system " + ToolChoicePass.CALL_IT + "; user Time?");
        assertThat(declared(one)).containsExactly("clock");
        assertThat(one.lost()).isEqualTo("tools[1] EMULATED; toolChoice APPROXIMATED; toolChoice EMULATED");
    }

    @Test
    void pitfall_30_media_in_results_follow_behind_them() {
        ToolResult seen = new ToolResult(
                "a",
                null,
                List.of(Text.of("Seen."), Image.of(MediaSource.Url.of("https://example.com/a.png"))),
                null,
                null,
                Extensions.NONE);
        Prepared prepared = new Prepared(
                Prepared.rules().noMediaInResults(),
                ASK,
                Prepared.calls("a", "b"),
                Message.of(Role.TOOL, List.of(seen)),
                Message.toolResult("b", "12"));

        assertThat(prepared.conversation())
                .isEqualTo("user Time?; assistant clock#a{}|clock#b{}; tool result#a; tool result#b;"
                        + " user Result of tool call a:|Image");
        assertThat(prepared.lost()).isEqualTo("messages[2].parts[0].content[1] EMULATED");
    }
}
