// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Logprobs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohereChatReplyTest {
    private static ChatResponse decode(String body) {
        return Wire.DIALECT
                .responseDecoder()
                .decode(
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                        new ReplySource("cohere", "command-a-03-2025", null));
    }

    private static JsonNode encode(Losses losses, FinishReason.Kind kind, Part... parts) {
        Choice choice = new Choice(
                0,
                Message.of(Role.ASSISTANT, List.of(parts)),
                FinishReason.of(kind, null),
                Logprobs.NONE,
                Extensions.NONE);
        ChatResponse response =
                new ChatResponse("c1", null, null, List.of(choice), null, null, null, Extensions.NONE, List.of());
        return Wire.json(Wire.DIALECT.responseEncoder().encode(response, Wire.toClient(losses)));
    }

    @Test
    void content_is_an_array_or_missing() {
        assertThat(encode(new Losses(), FinishReason.Kind.STOP, Text.of("Hi")).at("/message/content"))
                .isEqualTo(Wire.json("[{'type':'text','text':'Hi'}]"));
        assertThat(encode(new Losses(), FinishReason.Kind.TOOL_CALLS, ToolCall.of("a", "b", "{}"))
                        .get("message")
                        .has("content"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,COMPLETE,''",
        "STOP_SEQUENCE,STOP_SEQUENCE,''",
        "LENGTH,MAX_TOKENS,''",
        "ERROR,ERROR,''",
        "CONTEXT_LENGTH,MAX_TOKENS,choices[0].finishReason.kind",
        "CONTENT_FILTER,ERROR,choices[0].finishReason.kind",
        "REFUSAL,COMPLETE,choices[0].finishReason.kind"
    })
    void reasons_have_words(FinishReason.Kind kind, String word, String lost) {
        Losses losses = new Losses();
        assertThat(encode(losses, kind, Text.of("Hi")).get("finish_reason").asText())
                .isEqualTo(word);
        assertThat(losses.toList().stream().map(loss -> loss.path()).filter(path -> path.contains("finish")))
                .isEqualTo(lost.isEmpty() ? List.of() : List.of(lost));
    }

    @Test
    void a_bill_counts_where_nothing_else_does() {
        ChatResponse response = decode("{'id':'c1','finish_reason':'COMPLETE','message':{'role':'assistant',"
                + "'content':[{'type':'text','text':'Hi'}]},'usage':{'billed_units':{'input_tokens':3,"
                + "'output_tokens':2,'search_units':1}}}");
        assertThat(response.usage()).isNotNull();
        assertThat(response.usage().inputTokens()).isEqualTo(3);
        assertThat(String.valueOf(response.usage().raw())).contains("search_units");
    }

    @Test
    void an_error_in_spite_of_its_status_is_one() {
        assertThatThrownBy(() -> decode("{'id':'c1','message':'invalid request: no'}"))
                .isInstanceOf(ChatException.class)
                .hasMessage("invalid request: no");
        assertThatThrownBy(() -> decode("{'id':'c1'}")).isInstanceOf(ChatException.class);
    }

    @Test
    void a_source_is_a_citation_and_a_stretch_of_several_one_entry() {
        ChatResponse response = decode("{'id':'c1','finish_reason':'COMPLETE','message':{'role':'assistant',"
                + "'content':[{'type':'text','text':'Hi all'}],'citations':[{'start':3,'end':6,'text':'all','sources':["
                + "{'type':'document','id':'doc:1','document':{'title':'T','text':'X'}},"
                + "{'type':'tool','id':'t:0','tool_output':{'a':1}}]}]}}");
        Text text = (Text) response.choices().get(0).message().parts().get(0);
        assertThat(text.citations()).hasSize(2);
        assertThat(text.citations().get(0).document()).isEqualTo(1);
        assertThat(encode(new Losses(), FinishReason.Kind.STOP, text).at("/message/citations"))
                .isEqualTo(Wire.json("[{'start':3,'end':6,'text':'all','sources':[{'type':'document','id':'doc:1',"
                        + "'document':{'title':'T','text':'X'}},{'type':'tool','id':'t:0','tool_output':{'a':1}}],"
                        + "'content_index':0,'type':'TEXT_CONTENT'}]"));
    }
}
