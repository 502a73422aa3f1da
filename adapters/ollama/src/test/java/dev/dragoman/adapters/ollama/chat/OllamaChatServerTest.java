// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ServerProbe;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask besides chats. */
class OllamaChatServerTest {
    private static final ServerProbe PROBE = Wire.DIALECT.serverProbe().orElseThrow();

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static ChatRequest request(String members) {
        return Wire.DIALECT
                .requestDecoder()
                .decode(WireRequest.of(bytes("{'model':'m'" + members + "}")))
                .request();
    }

    @Test
    void the_version_is_one_that_clients_can_compare() {
        assertThat(Wire.json(PROBE.version()).get("version").asText()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void a_question_for_a_model_names_it_in_either_word() {
        assertThat(PROBE.decodeModelQuestion(bytes("{'model':'a/b','verbose':true}")))
                .isEqualTo("a/b");
        assertThat(PROBE.decodeModelQuestion(bytes("{'name':'a/b','options':{'x':1}}")))
                .isEqualTo("a/b");
        assertThat(PROBE.decodeModelQuestion(bytes("{'name':'old','model':'new'}")))
                .isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'model':''}", "{'model':7}"})
    void a_question_for_no_model_is_refused_with_its_path(String body) {
        assertThatThrownBy(() -> PROBE.decodeModelQuestion(bytes(body)))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo("model"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', load",
        "',''messages'':[]', load",
        "',''keep_alive'':''5m''', load",
        "',''keep_alive'':-1', load",
        "',''keep_alive'':0', unload",
        "',''keep_alive'':''0s''', unload"
    })
    void a_request_without_messages_loads_or_unloads(String members, String reason) {
        byte[] body = Wire.DIALECT
                .responseEncoder()
                .encode(
                        Wire.DIALECT.answerWithoutModel(request(members)).orElseThrow(),
                        EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, "m"));
        assertThat(Wire.json(body).get("model").asText()).isEqualTo("m");
        assertThat(Wire.json(body).get("done_reason").asText()).isEqualTo(reason);
        assertThat(Wire.json(body).get("done").asBoolean()).isTrue();
        assertThat(Wire.json(body).at("/message/content").asText("none")).isEmpty();
    }

    @Test
    void a_request_with_a_message_is_for_a_model() {
        assertThat(Wire.DIALECT.answerWithoutModel(request(",'messages':[{'role':'user','content':'Hi'}]")))
                .isEmpty();
    }

    @Test
    void a_vendor_is_asked_to_unload_in_its_own_words() {
        ChatRequest request = request(",'keep_alive':0");
        assertThat(Wire.json(Wire.DIALECT
                                .requestEncoder()
                                .encode(request, EncodeContext.toVendor(new Losses(), "ollama"))
                                .body())
                        .get("keep_alive")
                        .asInt())
                .isZero();
    }
}
