// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the upstream answers, always the same, in the two dialects that are measured. */
final class UpstreamBodies {
    /** Pieces of text of a streamed answer. */
    static final int CHUNKS = 100;

    private static final String TEXT =
            "The capital of Norway is Oslo, a city of some 700,000 people at the end of a long fjord.";
    private static final String CHUNK_HEAD =
            "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"model\":\"bench\",\"choices\":";

    private UpstreamBodies() {}

    /** A whole answer. */
    static Buffer whole(boolean anthropic) {
        return Buffer.buffer(
                anthropic
                        ? "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"bench\",\"content\":[{\"type\":\"text\",\"text\":\""
                                + TEXT
                                + "\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":21,\"output_tokens\":24}}"
                        : "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1790000000,\"model\":\"bench\",\"choices\":[{\"index\":0,"
                                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + TEXT
                                + "\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":21,"
                                + "\"completion_tokens\":24,\"total_tokens\":45}}");
    }

    /** The frames of a streamed answer. */
    static List<Buffer> stream(boolean anthropic) {
        List<String> frames = new ArrayList<>();
        if (anthropic) {
            frames.add(
                    event(
                            "message_start",
                            "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"bench\",\"content\":[],"
                                    + "\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":21,\"output_tokens\":1}}"));
            frames.add(event("content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
            for (int i = 0; i < CHUNKS; i++) {
                frames.add(event(
                        "content_block_delta",
                        "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" token" + i + "\"}"));
            }
            frames.add(event("content_block_stop", "\"index\":0"));
            frames.add(
                    event(
                            "message_delta",
                            "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":102}"));
            frames.add("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
        } else {
            frames.add(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
            for (int i = 0; i < CHUNKS; i++) {
                frames.add(chunk("{\"content\":\" token" + i + "\"}", "null"));
            }
            frames.add(chunk("{}", "\"stop\""));
            frames.add("data: [DONE]\n\n");
        }
        return frames.stream()
                .map(frame -> Buffer.buffer(frame.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }

    private static String chunk(String delta, String finish) {
        return CHUNK_HEAD + "[{\"index\":0,\"delta\":" + delta + ",\"logprobs\":null,\"finish_reason\":" + finish
                + "}]}\n\n";
    }
}
