// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Same dialect on both sides: only the name of the model changes, and whether to stream is always said, since its default is
 * another one than elsewhere.
 */
final class OllamaChatForwarder {
    private OllamaChatForwarder() {}

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        Map<String, RawJson> changes = new LinkedHashMap<>();
        changes.put("model", RawJson.string(model));
        changes.put("stream", RawJson.bool(stream));
        return new EncodedRequest(OllamaChatDialect.PATH, Map.of(), TopLevelEdit.set(wire.body(), changes));
    }
}
