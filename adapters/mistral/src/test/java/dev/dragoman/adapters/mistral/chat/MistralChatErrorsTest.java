// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MistralChatErrorsTest {
    private static ChatError decode(int status, String body) {
        return Wire.DIALECT
                .errors()
                .decode(status, Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pitfall_36_a_field_at_fault_is_told_in_the_shape_that_the_sdk_knows() {
        ChatError error = ChatException.invalid("messages[2].content[0].text", "It is empty")
                .error();
        EncodedError encoded = Wire.DIALECT.errors().encode(error);
        assertThat(encoded.status()).isEqualTo(422);
        assertThat(Wire.json(encoded.body()))
                .isEqualTo(Wire.json("{'object':'error','message':'It is empty','type':'invalid_request_error',"
                        + "'param':'messages[2].content[0].text','code':'invalid_value','detail':[{'type':'invalid_value',"
                        + "'loc':['body','messages',2,'content',0,'text'],'msg':'It is empty'}]}"));
        ChatError read = Wire.DIALECT.errors().decode(422, Map.of(), encoded.body());
        assertThat(read.message()).isEqualTo("It is empty");
        assertThat(read.param()).isEqualTo("messages[2].content[0].text");
    }

    @Test
    void pitfall_36_an_unknown_model_is_a_bad_request_here() {
        EncodedError encoded = Wire.DIALECT
                .errors()
                .encode(ChatError.of(ErrorKind.NOT_FOUND, "No such model").withParam("model"));
        assertThat(encoded.status()).isEqualTo(400);
        assertThat(Wire.json(encoded.body()).get("type").asText()).isEqualTo("invalid_model");
        assertThat(Wire.DIALECT.errors().decode(400, Map.of(), encoded.body()).kind())
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    @Test
    void every_shape_of_the_service_is_read() {
        ChatError listed = decode(
                422,
                "{'object':'Error','detail':[{'loc':['body'],'msg':'x','type':'y'}],'message':[{'loc':['body'],"
                        + "'msg':'x','type':'y'}],'type':'invalid_request_error','code':3001}");
        assertThat(listed.message()).isEqualTo("x");
        assertThat(listed.kind()).isEqualTo(ErrorKind.INVALID_REQUEST);
        assertThat(decode(401, "{'detail':'Unauthorized'}").message()).isEqualTo("Unauthorized");
        assertThat(decode(401, "{'message':'Unauthorized'}").kind()).isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(decode(403, "{'message':'Blocked by guardrail'}").kind()).isEqualTo(ErrorKind.CONTENT_BLOCKED);
        assertThat(decode(502, "<html>Bad Gateway</html>").message()).isEqualTo("<html>Bad Gateway</html>");
        assertThat(decode(503, "").kind()).isEqualTo(ErrorKind.OVERLOADED);
    }

    @Test
    void models_are_listed_as_the_sdk_reads_them() {
        byte[] list = Wire.DIALECT.modelListEncoder().encode(List.of(new ModelEntry("openai/gpt-x", "openai", 7)));
        assertThat(Wire.json(list).at("/data/0"))
                .isEqualTo(Wire.json("{'id':'openai/gpt-x','object':'model','created':7,'owned_by':'openai',"
                        + "'capabilities':{'completion_chat':true,'function_calling':true,'completion_fim':false,"
                        + "'fine_tuning':false,'vision':true},'name':'openai/gpt-x','type':'base'}"));
    }
}
