// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.ServerProbe;
import dev.dragoman.json.JsonReader;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /}, {@code GET /api/version} and {@code POST /api/show}. Source: routes and {@code api.ShowRequest} of
 * {@code ollama/ollama}, 2026-08-21.
 */
final class OllamaChatServerProbe implements ServerProbe {
    /** The version of the server that this dialect was read from: clients refuse servers that are too old. */
    private static final String VERSION = "{\"version\":\"0.33.0\"}";

    @Override
    public String greeting() {
        return "Ollama is running";
    }

    @Override
    public byte[] version() {
        return VERSION.getBytes(StandardCharsets.UTF_8);
    }

    /** {@code name} is an older word for {@code model}. */
    @Override
    public String decodeModelQuestion(byte[] body) {
        String model = "";
        String name = "";
        try (JsonReader in = JsonReader.request(body)) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "model" -> model = in.string();
                    case "name" -> name = in.string();
                    default -> in.skip();
                }
            }
            in.end();
            if (model.isBlank() && name.isBlank()) {
                throw in.missing("model");
            }
        }
        return model.isBlank() ? name : model;
    }
}
