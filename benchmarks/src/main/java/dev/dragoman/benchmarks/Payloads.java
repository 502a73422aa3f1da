// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import java.nio.charset.StandardCharsets;

/** Bodies of the dialect {@code openai-chat}, made up and always the same. */
public final class Payloads {
    private static final String WORDS =
            "The quick brown fox jumps over the lazy dog, while \\\"quoted\\\" words and new lines\\n keep escapes honest. ";

    private Payloads() {}

    /** A question of one sentence with instructions and two settings. */
    public static byte[] smallRequest() {
        return bytes(
                "{\"model\":\"gpt-x\",\"messages\":[{\"role\":\"developer\",\"content\":\"You are a helpful assistant.\"},"
                        + "{\"role\":\"user\",\"content\":\"What is the capital of Norway?\"}],\"temperature\":0.2,"
                        + "\"max_completion_tokens\":256,\"stream\":false}");
    }

    /** About 60 KB: 20 tools and 40 messages, tool calls and results among them. */
    public static byte[] longRequest() {
        StringBuilder json = new StringBuilder("{\"model\":\"gpt-x\",\"messages\":[");
        json.append("{\"role\":\"system\",\"content\":\"")
                .append(WORDS.repeat(16))
                .append("\"}");
        for (int i = 0; i < 13; i++) {
            json.append(",{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"")
                    .append(WORDS.repeat(11))
                    .append("\"}]}");
            json.append(",{\"role\":\"assistant\",\"content\":\"")
                    .append(WORDS.repeat(9))
                    .append("\",\"tool_calls\":[{\"id\":\"call_")
                    .append(i)
                    .append("\",\"type\":\"function\",\"function\":{\"name\":\"tool_")
                    .append(i)
                    .append("\",\"arguments\":\"{\\\"city\\\":\\\"Oslo\\\",\\\"days\\\":3}\"}}]}");
            json.append(",{\"role\":\"tool\",\"tool_call_id\":\"call_")
                    .append(i)
                    .append("\",\"content\":\"")
                    .append(WORDS.repeat(11))
                    .append("\"}");
        }
        json.append("],\"tools\":[");
        for (int i = 0; i < 20; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"type\":\"function\",\"function\":{\"name\":\"tool_")
                    .append(i)
                    .append("\",\"description\":\"Looks something up and tells it in a few words.\",\"parameters\":")
                    .append(
                            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\",\"description\":\"Name of a city\"},")
                    .append(
                            "\"days\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":14},\"units\":{\"type\":\"string\",")
                    .append(
                            "\"enum\":[\"metric\",\"imperial\"]},\"options\":{\"type\":\"object\",\"properties\":{\"wind\":")
                    .append(
                            "{\"type\":\"boolean\"},\"humidity\":{\"type\":\"boolean\"},\"pressure\":{\"type\":\"boolean\"}},")
                    .append("\"additionalProperties\":false}},\"required\":[\"city\",\"days\",\"units\",\"options\"],")
                    .append("\"additionalProperties\":false},\"strict\":true}}");
        }
        json.append("],\"tool_choice\":\"auto\",\"temperature\":0.7,\"top_p\":0.9,\"max_completion_tokens\":2048}");
        return bytes(json.toString());
    }

    /** A picture of 5 MB in base64. */
    public static byte[] imageRequest() {
        return bytes(
                "{\"model\":\"gpt-x\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"What is it?\"},"
                        + "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64,"
                        + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ".repeat(5 * 1024 * 1024 / 44)
                        + "\"}}]}]}");
    }

    /** A whole answer of a few sentences. */
    public static byte[] response() {
        return bytes(
                "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1790000000,\"model\":\"gpt-x-2026\","
                        + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                        + WORDS.repeat(4)
                        + "\",\"refusal\":null,\"annotations\":[]},\"logprobs\":null,\"finish_reason\":\"stop\"}],\"usage\":"
                        + "{\"prompt_tokens\":31,\"completion_tokens\":80,\"total_tokens\":111,\"prompt_tokens_details\":"
                        + "{\"cached_tokens\":0,\"audio_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":0,"
                        + "\"audio_tokens\":0,\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}},"
                        + "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_1\"}");
    }

    /** A chunk of one token, as the payload of a frame. */
    public static byte[] chunk() {
        return bytes(
                "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"model\":\"gpt-x-2026\","
                        + "\"service_tier\":\"default\",\"system_fingerprint\":\"fp_1\",\"choices\":[{\"index\":0,\"delta\":"
                        + "{\"content\":\" capital\"},\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}");
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
