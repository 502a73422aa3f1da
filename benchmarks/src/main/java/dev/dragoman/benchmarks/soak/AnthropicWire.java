// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.json.JsonObject;

/** Anthropic's Messages. */
final class AnthropicWire implements Wire {
    private static final String MESSAGE =
            "\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-4-5\",";

    private static String event(String type, String members) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + members + "}\n\n";
    }

    @Override
    public String path() {
        return "/v1/messages";
    }

    @Override
    public String whole(String text) {
        return "{" + MESSAGE + "\"content\":[{\"type\":\"text\",\"text\":\"" + text
                + "\"}],\"stop_reason\":\"end_turn\",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":7,\"output_tokens\":3}}";
    }

    @Override
    public String begin() {
        return event(
                        "message_start",
                        ",\"message\":{" + MESSAGE + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
                                + "\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}")
                + event("content_block_start", ",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
    }

    @Override
    public String piece(String text) {
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
    public String error(String type) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + type + "\"}}";
    }

    @Override
    public Said read(String frame) {
        String data = Wire.data(frame);
        if (data == null) {
            return Said.NOTHING;
        }
        JsonObject event = new JsonObject(data);
        return switch (event.getString("type")) {
            case "content_block_delta" -> new Said(event.getJsonObject("delta").getString("text", ""), false, false);
            case "message_stop" -> Said.END;
            case "error" -> Said.ERROR;
            default -> Said.NOTHING;
        };
    }

    @Override
    public String text(JsonObject body) {
        return body.getJsonArray("content").getJsonObject(0).getString("text");
    }

    @Override
    public boolean isError(JsonObject body) {
        return "error".equals(body.getString("type"))
                && body.getValue("error") instanceof JsonObject error
                && error.getString("message") != null;
    }
}
