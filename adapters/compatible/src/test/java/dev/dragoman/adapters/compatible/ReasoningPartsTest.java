// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.profile.ProfiledDialect;
import dev.dragoman.testkit.json.JsonTrees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Databricks keeps reasoning among the parts of the content, in answers and in histories. */
class ReasoningPartsTest {
    private static final Dialect DATABRICKS = Vendors.dialect("databricks");
    private static final ReplySource SOURCE = new ReplySource("databricks", "databricks-claude-sonnet-4", null);
    private static final String CONTENT =
            "[{'type':'reasoning','summary':[{'type':'summary_text','text':'Hm.','signature':'c2ln'}]},"
                    + "{'type':'text','text':'Yes.'}]";

    private final Losses losses = new Losses();

    @Test
    void a_whole_answer() {
        List<Part> parts = whole(CONTENT);
        assertThat(parts).containsExactly(thought("Hm.", "c2ln", null), Text.of("Yes."));
    }

    @Test
    void a_streamed_answer_is_the_same() {
        StreamDecoder decoder = DATABRICKS.streamDecoder(SOURCE);
        ResponseAssembler assembler = new ResponseAssembler();
        for (String delta : List.of(
                "{'role':'assistant','content':[{'type':'reasoning','summary':[{'type':'summary_text','text':'H'}]}]}",
                "{'content':[{'type':'reasoning','summary':[{'type':'summary_text','text':'m.','signature':'c2ln'}]}]}",
                "{'content':[{'type':'text','text':'Yes'}]}",
                "{'content':'.'}")) {
            decoder.decode(Frame.of(null, json("{'choices':[{'index':0,'delta':" + delta + "}]}")), assembler);
            assertThat(decoder.isRegular()).isFalse();
        }
        decoder.decode(Frame.of(null, json("{'choices':[{'index':0,'delta':{},'finish_reason':'stop'}]}")), assembler);
        decoder.decode(Frame.of(null, "[DONE]"), assembler);
        decoder.end(assembler);
        assertThat(assembler.response().choices().get(0).message().parts()).isEqualTo(whole(CONTENT));
    }

    @Test
    void what_is_encrypted_is_kept() {
        List<Part> parts =
                whole("[{'type':'reasoning','summary':[{'type':'summary_encrypted_text','data':'ZGF0YQ'}]}]");
        assertThat(parts).containsExactly(thought(null, null, "ZGF0YQ"));
    }

    @Test
    void it_goes_back_to_the_content() {
        JsonNode sent = sent(thought("Hm.", "c2ln", null));
        assertThat(sent.at("/messages/1/content")).isEqualTo(JsonTrees.parse(json(CONTENT)));
        assertThat(sent.at("/messages/1").has("reasoning_content")).isFalse();
        assertThat(losses.toList()).extracting("kind").asString().isEqualTo("[MOVED]");
        assertThat(sent(thought(null, null, "ZGF0YQ")).at("/messages/1/content/0/summary"))
                .isEqualTo(JsonTrees.parse(json("[{'type':'summary_encrypted_text','data':'ZGF0YQ'}]")));
    }

    @Test
    void a_text_without_a_signature_does_not_go_back() {
        assertThat(sent(thought("Hm.", null, null)).at("/messages/1/content").asText())
                .isEqualTo("Yes.");
        assertThat(losses.toList()).extracting("path").containsExactly("messages[1].parts[0]");
    }

    @Test
    void no_client_gets_the_parts_as_they_are() {
        Dialect openai = Vendors.DIALECTS.get("openai-chat");
        assertThat(ProfiledDialect.passes(DATABRICKS, openai, false)).isFalse();
        assertThat(ProfiledDialect.passes(DATABRICKS, openai, true)).isFalse();
    }

    private JsonNode sent(Reasoning thought) {
        ChatRequest request = ChatRequest.builder("databricks-claude-sonnet-4")
                .user("Well?")
                .message(Message.of(Role.ASSISTANT, List.of(thought, Text.of("Yes."))))
                .user("Sure?")
                .build();
        return JsonTrees.parse(DATABRICKS
                .requestEncoder()
                .encode(request, EncodeContext.toVendor(losses, "databricks"))
                .body());
    }

    private static Reasoning thought(@Nullable String text, @Nullable String signature, @Nullable String data) {
        return new Reasoning(
                text,
                List.of(),
                signature,
                data,
                null,
                new Origin("databricks", "databricks-claude-sonnet-4"),
                Extensions.NONE);
    }

    private static List<Part> whole(String content) {
        String body = "{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':" + content
                + "}}]}";
        return DATABRICKS
                .responseDecoder()
                .decode(json(body).getBytes(StandardCharsets.UTF_8), SOURCE)
                .choices()
                .get(0)
                .message()
                .parts();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
