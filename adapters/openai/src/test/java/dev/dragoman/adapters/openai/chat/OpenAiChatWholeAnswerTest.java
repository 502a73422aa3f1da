// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.prepare.ReplyPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatWholeAnswerTest {
    private static final String CALL =
            "{'id':'call_1','type':'function','function':{'name':'f','arguments':'{}'},'unheard_of':[1]}";

    private static boolean isRegular(String choice) {
        return isRegular("{'id':'c1','object':'chat.completion','choices':[" + choice + "]}", Wire.SOURCE);
    }

    private static boolean isRegular(String body, ReplySource source) {
        try (JsonReader in = JsonReader.reply(Wire.json(body))) {
            return Wire.DIALECT.responseDecoder().isRegular(in, source);
        }
    }

    @Test
    void what_openais_sdks_read_goes_on_as_it_is() {
        assertThat(
                        isRegular(
                                "{'index':0,'message':{'role':'assistant','content':'Yes','new':{'a':1}},'finish_reason':'stop'}"))
                .isTrue();
        assertThat(isRegular("{'finish_reason':'tool_calls','message':{'content':null,'tool_calls':[" + CALL + "]}}"))
                .isTrue();
        assertThat(isRegular("{'message':{'content':'','tool_calls':null},'finish_reason':'length'}"))
                .isTrue();
        assertThat(isRegular("{'message':{'content':'Ye'},'finish_reason':'network_error'}"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'index':0,'finish_reason':'stop'}",
                "{'message':{'content':'Yes'}}",
                "{'message':{'content':'Yes'},'finish_reason':null}",
                "{'message':{'content':'Yes'},'finish_reason':'eos'}",
                "{'message':{'content':[{'type':'text','text':'Yes'}]},'finish_reason':'stop'}",
                "{'message':null,'finish_reason':'stop'}",
                "7"
            })
    void what_they_cannot_read_is_written_anew(String choice) {
        assertThat(isRegular(choice)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'function','function':{'name':'f','arguments':'{}'}}",
                "{'id':null,'type':'function','function':{'name':'f','arguments':'{}'}}",
                "{'id':'a','function':{'name':'f','arguments':'{}'}}",
                "{'id':'a','type':'function','function':{'name':'f','arguments':{'x':1}}}",
                "{'id':'a','type':'function'}"
            })
    void pitfall_4_calls_without_what_they_need_are_written_anew(String call) {
        assertThat(isRegular("{'message':{'tool_calls':[" + call + "]},'finish_reason':'tool_calls'}"))
                .isFalse();
    }

    @Test
    void pitfall_5_calls_under_the_reason_of_a_text_are_written_anew() {
        assertThat(isRegular("{'message':{'tool_calls':[" + CALL + "]},'finish_reason':'stop'}"))
                .isFalse();
    }

    @Test
    void pitfall_5_the_last_chunk_of_calls_under_the_reason_of_a_text_is_written_anew() {
        StreamDecoder decoder = Wire.DIALECT.streamDecoder(Wire.SOURCE);
        String calls = "{'index':0,'delta':{'tool_calls':[{'index':0," + CALL.substring(1) + "]},'finish_reason':null}";
        for (String choice : List.of(calls, "{'index':0,'delta':{},'finish_reason':'stop'}")) {
            assertThat(decoder.isRegular()).isTrue();
            decoder.decode(Frame.of(null, ("{'choices':[" + choice + "]}").replace('\'', '"')), event -> {});
        }
        assertThat(decoder.isRegular()).isFalse();
    }

    @Test
    void errors_disguises_and_bodies_without_choices_do_not_pass() {
        String choices = "'choices':[{'message':{'content':'Yes'},'finish_reason':'stop'}]";
        assertThat(isRegular("{" + choices + ",'error':null}", Wire.SOURCE)).isFalse();
        assertThat(isRegular("{'error':{'message':'No.'}}", Wire.SOURCE)).isFalse();
        assertThat(isRegular("{'choices':null}", Wire.SOURCE)).isFalse();
        ReplyPlan plan = new ReplyPlan(Map.of("f", "f.x"), Set.of(), null, null);
        assertThat(isRegular("{" + choices + "}", new ReplySource("openai", "m", null, plan)))
                .isFalse();
        assertThatThrownBy(() -> isRegular("{" + choices, Wire.SOURCE)).isInstanceOf(ChatException.class);
    }
}
