// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    private final List<String> losses = new ArrayList<>();

    @Test
    void untouched_values_keep_their_text() {
        String body = "{\"a\":1.50,\"b\":{\"c\":[1,2.0E1],\"d\":null},\"u\":\"\\u00fc\"}";
        assertThat(out(body, FieldRule.of("b.x", new DropField()))).isEqualTo(body);
        assertThat(losses).isEmpty();
    }

    @Test
    void fields_are_dropped_at_any_depth() {
        String body = "{'messages':[{'role':'user','name':'Jo'},{'role':'assistant','name':'A','x':1}]}";
        assertThat(out(body, FieldRule.of("messages[role=assistant].name", new DropField())))
                .isEqualTo(json("{'messages':[{'role':'user','name':'Jo'},{'role':'assistant','x':1}]}"));
        assertThat(losses).containsExactly("DROPPED messages[1].name");
    }

    @Test
    void a_renamed_field_keeps_its_place_and_comes_back() {
        FieldRule rule = FieldRule.of("max_completion_tokens", new MoveField(FieldPath.parse("max_tokens"), true));
        assertThat(out("{'a':1,'max_completion_tokens':5,'b':2}", rule))
                .isEqualTo(json("{'a':1,'max_tokens':5,'b':2}"));
        assertThat(in("{'a':1,'max_tokens':5}", rule)).isEqualTo(json("{'a':1,'max_completion_tokens':5}"));
        assertThat(losses).isEmpty();
    }

    @Test
    void a_moved_field_makes_the_objects_it_needs_and_comes_back() {
        FieldRule rule = FieldRule.of("top_k", new MoveField(FieldPath.parse("extra.sampling.k"), false));
        assertThat(out("{'top_k':5}", rule)).isEqualTo(json("{'extra':{'sampling':{'k':5}}}"));
        assertThat(in("{'extra':{'sampling':{'k':5}}}", rule)).isEqualTo(json("{'top_k':5}"));
    }

    @Test
    void a_client_is_told_its_own_name_of_a_field() {
        List<FieldRule> rules = List.of(
                FieldRule.of("max_completion_tokens", new ClampNumber(Range.parse("[1, 9]", true), true)),
                FieldRule.of("max_completion_tokens", new MoveField(FieldPath.parse("max_tokens"), true)));
        assertThatThrownBy(() -> in("{'max_tokens':10}", rules.toArray(new FieldRule[0])))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo("max_tokens"));
    }

    @Test
    void numbers_outside_of_a_range_are_brought_into_it_both_ways() {
        FieldRule rule = FieldRule.of("temperature", new ClampNumber(Range.parse("(0, 2)", false), false));
        assertThat(out("{'temperature':2}", rule)).isEqualTo(json("{'temperature':1.999999}"));
        assertThat(in("{'temperature':0}", rule)).isEqualTo(json("{'temperature':1.0E-6}"));
        assertThat(losses).containsExactly("CLAMPED temperature", "CLAMPED temperature");
    }

    @Test
    void words_are_translated_or_left_out() {
        Map<String, RawJson> words = Map.of("a", RawJson.string("x"), "b", RawJson.string("b"));
        FieldRule rule = FieldRule.of("tier", new TranslateWord(words, true, false));
        assertThat(out("{'tier':'a'}", rule)).isEqualTo(json("{'tier':'x'}"));
        assertThat(out("{'tier':'b'}", rule)).isEqualTo(json("{'tier':'b'}"));
        assertThat(out("{'tier':'c'}", rule)).isEqualTo("{}");
        assertThat(in("{'tier':'x'}", rule)).isEqualTo(json("{'tier':'x'}"));
        FieldRule same = FieldRule.of("tier", new TranslateWord(words, false, true));
        assertThat(in("{'tier':'x'}", same)).isEqualTo(json("{'tier':'a'}"));
        assertThat(losses).containsExactly("APPROXIMATED tier", "DROPPED tier");
    }

    @Test
    void conditions_are_about_stream_model_and_other_fields() {
        RuleCondition when = new RuleCondition(false, List.of("qwen*"), List.of("a"), List.of("b"), Map.of(), null);
        FieldRule rule = new FieldRule(FieldPath.parse("x"), when, new DropField(), "because");
        assertThat(run("{'x':1,'a':1}", "qwen-plus", false, rule)).isEqualTo(json("{'a':1}"));
        assertThat(run("{'x':1,'a':1}", "qwen-plus", true, rule)).contains("x");
        assertThat(run("{'x':1,'a':1}", "glm", false, rule)).contains("x");
        assertThat(run("{'x':1}", "qwen-plus", false, rule)).contains("x");
        assertThat(run("{'x':1,'a':1,'b':1}", "qwen-plus", false, rule)).contains("x");
    }

    @Test
    void texts_are_joined_where_there_is_nothing_else() {
        FieldRule rule = FieldRule.of("messages[].content", new JoinTexts());
        String parts = "{'messages':[{'content':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}]}";
        assertThat(out(parts, rule)).isEqualTo(json("{'messages':[{'content':'ab'}]}"));
        String image = "{'messages':[{'content':[{'type':'text','text':'a'},{'type':'image_url'}]}]}";
        assertThat(out(image, rule)).isEqualTo(json(image));
        assertThat(losses).containsExactly("MOVED messages[0].content");
    }

    @Test
    void a_switch_and_its_number_are_one_number() {
        FieldRule rule = FieldRule.of("logprobs", new CountSwitch(FieldPath.parse("top_logprobs")));
        assertThat(out("{'logprobs':true,'top_logprobs':5}", rule)).isEqualTo(json("{'logprobs':5}"));
        assertThat(out("{'logprobs':true}", rule)).isEqualTo(json("{'logprobs':1}"));
        assertThat(out("{'logprobs':false}", rule)).isEqualTo(json("{'logprobs':0}"));
        assertThat(out("{'logprobs':3}", rule)).isEqualTo(json("{'logprobs':3}"));
        assertThat(losses).isEmpty();
        assertThat(out("{'logprobs':true,'top_logprobs':0}", rule)).isEqualTo(json("{'logprobs':1}"));
        assertThat(out("{'top_logprobs':5}", rule)).isEqualTo(json("{}"));
        assertThat(losses).containsExactly("APPROXIMATED top_logprobs", "APPROXIMATED top_logprobs");
        assertThat(in("{'logprobs':5}", rule)).isEqualTo(json("{'logprobs':true,'top_logprobs':5}"));
        assertThat(in("{'logprobs':1}", rule)).isEqualTo(json("{'logprobs':true}"));
        assertThat(in("{'logprobs':0}", rule)).isEqualTo(json("{'logprobs':false}"));
    }

    @Test
    void a_path_must_lead_somewhere() {
        for (String wrong : List.of("", "a..b", "a[", "a[]", "a[=b].c", "a[b].c")) {
            assertThatThrownBy(() -> FieldPath.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String out(String body, FieldRule... rules) {
        return run(body, "m", false, rules);
    }

    private String run(String body, String model, boolean stream, FieldRule... rules) {
        ObjectDraft draft = draft(body);
        new FieldRun(draft, model, stream, (kind, path, reason) -> losses.add(kind + " " + path))
                .outgoing(List.of(rules));
        return new String(draft.toBytes(), StandardCharsets.UTF_8);
    }

    private String in(String body, FieldRule... rules) {
        ObjectDraft draft = draft(body);
        new FieldRun(draft, "m", false, (kind, path, reason) -> losses.add(kind + " " + path)).incoming(List.of(rules));
        return new String(draft.toBytes(), StandardCharsets.UTF_8);
    }

    private static ObjectDraft draft(String body) {
        return ObjectDraft.request(json(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
