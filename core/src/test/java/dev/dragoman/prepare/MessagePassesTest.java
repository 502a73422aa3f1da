// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessagePassesTest {
    private static final TargetRules.Instructions AFTER_USER = TargetRules.Instructions.AFTER_USER;

    @Test
    void pitfall_26_instructions_among_the_messages_stay_where_they_may() {
        Prepared prepared = new Prepared(
                Prepared.rules().instructions(AFTER_USER),
                Message.system("S1"),
                Message.user("U1"),
                Message.system("S2"),
                Message.assistant("A1"),
                Message.system("S3"),
                Message.user("U2"),
                Message.assistant("A2"),
                Message.system("S4"));

        assertThat(prepared.conversation())
                .isEqualTo("system S1; system S4; user U1; system S2; assistant A1; user U2; system S3; assistant A2");
        assertThat(prepared.lost()).isEqualTo("messages[4] MOVED; messages[7] MOVED");
    }

    @Test
    void pitfall_26_instructions_stand_behind_the_users_messages_where_not_behind_others() {
        Prepared prepared = new Prepared(
                Prepared.rules().instructions(TargetRules.Instructions.BEHIND_USER_MESSAGE),
                Message.system("S1"),
                Message.user("U1"),
                Message.system("S2"),
                Message.system("S3"),
                Message.user("U2"),
                Prepared.calls("a"),
                Message.toolResult("a", "12"),
                Message.system("S4"),
                Message.user("U3"),
                Message.assistant("A2"),
                Message.system("S5"));

        assertThat(prepared.conversation())
                .isEqualTo("system S1; system S5; user U1; system S2; system S3; user U2; assistant clock#a{}; "
                        + "tool result#a; user U3; system S4; assistant A2");
        assertThat(prepared.lost()).isEqualTo("messages[7] MOVED; messages[10] MOVED");
    }

    @Test
    void instructions_are_hoisted_in_order_where_they_stand_at_the_front_only() {
        Prepared prepared = new Prepared(
                Prepared.rules().instructions(TargetRules.Instructions.LEADING),
                Message.user("U1"),
                Message.system("S1"),
                Message.assistant("A1"),
                Message.of(Role.DEVELOPER, "S2"),
                Message.user("U2"));

        assertThat(prepared.conversation()).isEqualTo("system S1; developer S2; user U1; assistant A1; user U2");
    }

    @Test
    void instructions_never_come_between_calls_and_results() {
        Prepared prepared = new Prepared(
                Prepared.rules().pairedResults().instructions(AFTER_USER).mergedTurns(),
                Message.user("U1"),
                Prepared.calls("a"),
                Message.system("S1"),
                Message.toolResult("a", "12"),
                Message.assistant("A1"));

        assertThat(prepared.conversation())
                .isEqualTo("user U1; assistant clock#a{}; user result#a; system S1; assistant A1");
    }

    @Test
    void pitfall_29_empty_texts_are_left_out_and_empty_users_say_so() {
        Text hinted = new Text(" ", List.of(), null, CacheHint.DEFAULT, Extensions.NONE);
        Prepared prepared = new Prepared(
                Prepared.rules().noEmptyText(),
                Message.of(Role.USER, List.of(Text.of("U1"), hinted)),
                Message.assistant(""),
                Message.user(" \n"));

        assertThat(prepared.conversation()).isEqualTo("user U1; user (empty)");
        assertThat(CacheHints.of(
                        prepared.request.messages().get(0).parts().get(0).part()))
                .isEqualTo(CacheHint.DEFAULT);
        assertThat(prepared.lost())
                .isEqualTo("messages[0].parts[1] DROPPED; messages[0].parts[1].cache MOVED;"
                        + " messages[1].parts[0] DROPPED; messages[1] DROPPED;"
                        + " messages[2].parts[0] DROPPED; messages[2] EMULATED");
    }

    @Test
    void pitfall_29_an_empty_text_of_a_result_is_named_where_it_stood_though_pieces_before_it_are_gone() {
        Image picture = Image.of(MediaSource.Url.of("https://example.com/a.png"));
        ToolResult result =
                new ToolResult("a", null, List.of(picture, Text.of(" "), Text.of("12")), null, null, Extensions.NONE);
        Prepared prepared = new Prepared(
                Prepared.rules().noMediaInResults().noEmptyText(),
                Prepared.calls("a"),
                Message.of(Role.TOOL, List.of(result)));

        assertThat(prepared.lost())
                .isEqualTo("messages[1].parts[0].content[0] EMULATED; messages[1].parts[0].content[1] DROPPED");
    }

    @Test
    void messages_of_one_side_are_one_turn() {
        Prepared prepared = new Prepared(
                Prepared.rules().mergedTurns().noDeveloperRole().noSpeakerNames(),
                Message.system("S1"),
                Message.of(Role.DEVELOPER, "S2"),
                new Message(Role.USER, List.of(Text.of("U1")), "anna", Extensions.NONE),
                Message.user("U2"));

        assertThat(prepared.conversation()).isEqualTo("system S1|S2; user U1|U2");
        assertThat(prepared.lost())
                .isEqualTo("messages[1].role APPROXIMATED; messages[2].name DROPPED;"
                        + " messages[1] MOVED; messages[3] MOVED");
    }

    @Test
    void the_user_begins_and_a_model_without_prefill_is_asked_to_go_on() {
        Prepared prepared = new Prepared(Prepared.rules().beginsWithUser().prefill(false), Message.assistant("A1"));
        assertThat(prepared.conversation()).isEqualTo("user Continue.; assistant A1; user Continue.");

        assertThat(new Prepared(Prepared.rules().beginsWithUser(), Message.system("S1"), Message.system("S2"))
                        .conversation())
                .isEqualTo("system S1; user S2");
    }

    @Test
    void pitfall_48_the_earliest_breakpoints_in_excess_are_dropped() {
        Text hinted = new Text("x", List.of(), null, CacheHint.DEFAULT, Extensions.NONE);
        Prepared prepared = new Prepared(
                Prepared.rules().cacheBreakpoints(2), Message.of(Role.USER, List.of(hinted, hinted, hinted)));

        assertThat(prepared.request.messages().get(0).parts())
                .extracting(placed -> CacheHints.of(placed.part()))
                .containsExactly(null, CacheHint.DEFAULT, CacheHint.DEFAULT);
        assertThat(prepared.lost()).isEqualTo("messages[0].parts[0].cache DROPPED");
    }

    @Test
    void json_is_asked_for_by_a_tool_or_an_instruction() {
        OutputFormat.JsonSchema format =
                new OutputFormat.JsonSchema("x", null, RawJson.parse("{\"type\":\"object\"}"), null);
        ChatRequest request =
                ChatRequest.builder("m").user("U1").outputFormat(format).build();
        Prepared tool = new Prepared(Prepared.rules().jsonSchema(TargetRules.JsonOutput.FORCED_TOOL), request);
        assertThat(tool.request.plan().outputTool()).isEqualTo("json_output");
        assertThat(tool.request.toolChoice()).isEqualTo(new ToolChoice.Named(ToolRef.function("json_output")));
        assertThat(tool.request.outputFormat()).isNull();

        Prepared text = new Prepared(Prepared.rules().jsonSchema(TargetRules.JsonOutput.INSTRUCTION), request);
        assertThat(text.conversation())
                .startsWith("system Answer with one JSON value")
                .endsWith("user U1");
        assertThat(text.lost()).isEqualTo("outputFormat EMULATED");
    }

    @Test
    void pitfall_8_an_empty_text_that_brings_a_signature_back_stays() {
        Text signed = new Text("", List.of(), new Signature("c2ln", null), null, Extensions.NONE);
        Prepared prepared = new Prepared(
                Prepared.rules().noEmptyText(),
                Message.user("Hi"),
                Message.of(Role.ASSISTANT, List.of(Text.of("Hello"), signed)));

        assertThat(prepared.request.messages().get(1).parts()).hasSize(2);
        assertThat(prepared.lost()).isEmpty();
    }

    @Test
    void a_prefill_that_the_vendor_repeats_is_in_the_plan() {
        TargetRulesBuilder rules = Prepared.rules().repeatsPrefill();
        assertThat(new Prepared(rules, Message.user("U1"), Message.assistant("A1")).request.plan())
                .isEqualTo(new ReplyPlan(Map.of(), Set.of(), null, "A1"));
        assertThat(new Prepared(rules, Message.assistant("A1"), Message.user("U1")).request.plan())
                .isEqualTo(ReplyPlan.NONE);
        assertThat(new Prepared(rules, Message.user("U1"), Prepared.calls("a")).request.plan())
                .isEqualTo(ReplyPlan.NONE);
    }
}
