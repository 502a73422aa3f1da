// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as it is in the model. */
public class ToyErrors implements ErrorCodec {
    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        int safe = status < 400 || status > 599 ? 502 : status;
        JsonNode tree = JsonTrees.parseOrNull(new String(body, StandardCharsets.UTF_8));
        RawJson raw = null;
        ErrorKind kind = ErrorKind.ofStatus(safe);
        String message = "The toy failed";
        if (tree != null) {
            raw = RawJson.parse(JsonTrees.write(tree));
            message = tree.path("message").asText(message);
            for (ErrorKind known : ErrorKind.values()) {
                kind = known.name().equals(tree.path("kind").asText()) ? known : kind;
            }
        }
        return new ChatError(kind, safe, message, null, null, wait(headers.get("retry-after")), null, raw);
    }

    private static @Nullable Duration wait(@Nullable String seconds) {
        return seconds != null && seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = error.retryAfter() == null
                ? Map.of()
                : Map.of("Retry-After", Long.toString(error.retryAfter().toSeconds()));
        return new EncodedError(error.status(), headers, JsonTrees.write(CanonicalJson.of(error)));
    }
}
