// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;

/** Writes the fitted parts of an answer. */
final class GeminiReplyParts {
    private GeminiReplyParts() {}

    /** Writes a part as an element of an array. */
    static void encode(Part part, String path, JsonWriter json, Losses losses) {
        Part written = part;
        if (part instanceof ToolCall call) {
            if (call.kind() == ToolKind.CUSTOM) {
                RawJson wrapped = ObjectArguments.wrap(call.arguments());
                written = call.withArguments(wrapped.toString());
            } else {
                ObjectArguments.report(call.arguments(), path + ".arguments", losses);
            }
        }
        new GeminiPartEncoder(json, GeminiSigner.TO_CLIENT, true).encode(written);
    }
}
