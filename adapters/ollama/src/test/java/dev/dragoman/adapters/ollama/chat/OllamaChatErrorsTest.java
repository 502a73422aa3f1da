// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OllamaChatErrorsTest {
    private static ChatError decode(int status, String body) {
        return Wire.DIALECT
                .errors()
                .decode(status, Map.of(), body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST,think is no boolean",
        "400,CONTEXT_LENGTH,prompt too long; exceeded max context length by 12 tokens",
        "500,INVALID_REQUEST,option \"stop\" must be of type array",
        "500,INTERNAL,llama runner process has terminated",
        "502,UPSTREAM,upstream error",
        "503,OVERLOADED,server busy"
    })
    void pitfall_36_the_words_of_the_vendor_have_their_kind(int status, ErrorKind kind, String message) {
        ChatError error = decode(status, "{'error':'" + message.replace("\"", "\\\"") + "'}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.message()).isEqualTo(message);
    }

    @Test
    void pitfall_36_a_client_gets_a_text_and_our_own_word_only_where_the_status_says_less() {
        EncodedError missing = Wire.DIALECT.errors().encode(ChatError.of(ErrorKind.NOT_FOUND, "model not found"));
        assertThat(missing.status()).isEqualTo(404);
        assertThat(Wire.json(missing.body())).isEqualTo(Wire.json("{'error':'model not found'}"));
        EncodedError spent = Wire.DIALECT.errors().encode(ChatError.of(ErrorKind.QUOTA, "Spent"));
        assertThat(spent.status()).isEqualTo(429);
        assertThat(Wire.json(spent.body())).isEqualTo(Wire.json("{'error':'Spent','kind':'quota'}"));
    }

    @Test
    void other_shapes_of_errors_are_taken() {
        assertThat(decode(502, "<html>Bad gateway</html>").message()).isEqualTo("<html>Bad gateway</html>");
        assertThat(decode(500, "").message()).isNotEmpty();
        ChatError nested = decode(400, "{'error':{'message':'No.','code':'x','param':'y'}}");
        assertThat(nested.message()).isEqualTo("No.");
        assertThat(nested.code()).isEqualTo("x");
        assertThat(nested.param()).isEqualTo("y");
    }

    @Test
    void the_lists_of_models_have_ollamas_shape() {
        ModelEntry entry = new ModelEntry("openai/gpt-sample", "openai", 0);
        JsonNode tags = Wire.json(Wire.DIALECT.modelListEncoder().encode(List.of(entry)));
        assertThat(tags.at("/models/0/name").asText()).isEqualTo("openai/gpt-sample");
        assertThat(tags.at("/models/0/model").asText()).isEqualTo("openai/gpt-sample");
        assertThat(tags.at("/models/0/modified_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(tags.at("/models/0/details/family").asText()).isEqualTo("openai");
        JsonNode show = Wire.json(Wire.DIALECT.modelListEncoder().encode(entry));
        assertThat(show.at("/capabilities/1").asText()).isEqualTo("tools");
        assertThat(show.at("/model_info").isObject()).isTrue();
    }
}
