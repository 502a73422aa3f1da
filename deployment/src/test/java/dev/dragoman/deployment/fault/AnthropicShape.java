// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

/** Anthropic's Messages. */
final class AnthropicShape implements Shape {
    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + members + "}\n\n";
    }

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public String whole(String text) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[{\"type\":\"text\",\"text\":\""
                + text + "\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":7,\"output_tokens\":3}}";
    }

    @Override
    public String begin() {
        return event(
                        "message_start",
                        ",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],"
                                + "\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}")
                + keepAlive();
    }

    @Override
    public String piece(String text) {
        return text.equals("Hel") || text.equals("Good")
                ? event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}")
                        + delta(text)
                : delta(text);
    }

    private static String delta(String text) {
        return event(
                "content_block_delta", ",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + text + "\"}");
    }

    @Override
    public String end() {
        return event("content_block_stop", ",\"index\":0")
                + event(
                        "message_delta",
                        ",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":3}")
                + event("message_stop", "");
    }

    @Override
    public String keepAlive() {
        return event("ping", "");
    }

    @Override
    public String error(String type, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message + "\"}}";
    }

    @Override
    public String tooLong() {
        return error("invalid_request_error", "prompt is too long: 300000 tokens > 200000 maximum");
    }

    @Override
    public String filtered() {
        return error("invalid_request_error", "Output blocked by content filtering policy");
    }
}
