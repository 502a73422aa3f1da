// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import com.anthropic.core.ObjectMappers;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;

/** Reads a stream as Anthropic's own SDK does. */
final class AnthropicSdk {
    /** What the SDK makes of a stream. */
    record Message(List<String> kinds, String stopReason) {}

    private AnthropicSdk() {}

    static Message accumulate(String stream) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        for (String line : stream.lines().toList()) {
            // The SDK passes pings over before it accumulates.
            if (line.startsWith("data: ") && !line.contains("\"type\":\"ping\"")) {
                accumulator.accumulate(event(line.substring("data: ".length())));
            }
        }
        var message = accumulator.message();
        return new Message(
                message.content().stream().map(AnthropicSdk::kind).toList(),
                message.stopReason().orElseThrow().asString());
    }

    private static RawMessageStreamEvent event(String json) {
        try {
            RawMessageStreamEvent event = ObjectMappers.jsonMapper().readValue(json, RawMessageStreamEvent.class);
            return event.validate();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static String kind(ContentBlock block) {
        return block.isToolUse() ? "tool_use " + block.asToolUse().name() : block.isText() ? "text" : "other";
    }
}
