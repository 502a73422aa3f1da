// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.json.JsonObject;

/** OpenAI's Chat Completions. */
final class OpenAiWire implements Wire {
    private static final String DONE = "[DONE]";
    private static final String CHUNK =
            "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,\"model\":\"m\",\"choices\":[";

    @Override
    public String path() {
        return "/v1/chat/completions";
    }

    @Override
    public String whole(String text) {
        return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1790000000,\"model\":\"m\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\",\"content\":\"" + text + "\"},\"finish_reason\":\"stop\"}],"
                + "\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3,\"total_tokens\":10}}";
    }

    @Override
    public String begin() {
        return chunk("\"role\":\"assistant\",\"content\":\"\"", "null");
    }

    @Override
    public String piece(String text) {
        return chunk("\"content\":\"" + text + "\"", "null");
    }

    @Override
    public String end() {
        return chunk("", "\"stop\"") + "data: " + DONE + "\n\n";
    }

    private static String chunk(String delta, String finish) {
        return CHUNK + "{\"index\":0,\"delta\":{" + delta + "},\"finish_reason\":" + finish + "}]}\n\n";
    }

    @Override
    public String keepAlive() {
        return ": keep-alive\n\n";
    }

    @Override
    public String error(String type) {
        return "{\"error\":{\"message\":\"" + type + "\",\"type\":\"" + type + "\",\"param\":null,\"code\":null}}";
    }

    @Override
    public Said read(String frame) {
        String data = Wire.data(frame);
        if (data == null) {
            return Said.NOTHING;
        }
        if (data.equals(DONE)) {
            return Said.END;
        }
        JsonObject chunk = new JsonObject(data);
        if (isError(chunk)) {
            return Said.ERROR;
        }
        if (chunk.getJsonArray("choices").isEmpty()) {
            return Said.NOTHING;
        }
        JsonObject delta = chunk.getJsonArray("choices").getJsonObject(0).getJsonObject("delta");
        String text = delta.getString("content");
        return text == null ? Said.NOTHING : new Said(text, false, false);
    }

    @Override
    public String text(JsonObject body) {
        return body.getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getString("content");
    }

    @Override
    public boolean isError(JsonObject body) {
        return body.getValue("error") instanceof JsonObject error && error.getString("message") != null;
    }
}
