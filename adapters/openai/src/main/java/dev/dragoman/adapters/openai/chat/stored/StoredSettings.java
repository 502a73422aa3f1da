// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import dev.dragoman.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked of a stored answer. Tools, choice and format are kept as they were sent.
 *
 * @param requestId the vendor's id of the request ({@code request_id})
 * @param seed the seed; 64 bits, which JavaScript cannot hold exactly
 * @param temperature 0 to 2
 * @param topP 0 to 1
 * @param presencePenalty -2 to 2
 * @param frequencyPenalty -2 to 2
 * @param inputUser the end user that the request named ({@code input_user})
 * @param toolChoice {@code tool_choice} of the request
 * @param tools {@code tools} of the request
 * @param responseFormat {@code response_format} of the request
 * @param metadata up to 16 pairs, names of up to 64 and values of up to 512 characters
 */
public record StoredSettings(
        @Nullable String requestId,
        @Nullable Long seed,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Double presencePenalty,
        @Nullable Double frequencyPenalty,
        @Nullable String inputUser,
        @Nullable RawJson toolChoice,
        @Nullable RawJson tools,
        @Nullable RawJson responseFormat,
        Map<String, String> metadata) {
    /** Copies the map, in its order. */
    public StoredSettings {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** What was asked in words stays out of logs. */
    @Override
    public String toString() {
        return "StoredSettings[requestId=" + requestId + ", " + metadata.size() + " pairs]";
    }
}
