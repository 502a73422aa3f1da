// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.TopLevelEdit;
import java.util.Map;

/** Same dialect on both sides: only the name of the model changes. */
final class OpenAiChatForwarder {
    private OpenAiChatForwarder() {}

    static EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context) {
        byte[] body = TopLevelEdit.set(wire.body(), Map.of("model", RawJson.string(model)));
        return new EncodedRequest(OpenAiChatDialect.PATH, Map.of(), body);
    }
}
