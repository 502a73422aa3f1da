// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;

/** {@code caller} of a call: the model itself, or code that it runs. */
final class AnthropicMessagesCaller {
    private AnthropicMessagesCaller() {}

    /** Whether it is the model itself, as it is where nothing is said. */
    static boolean isDirect(RawJson caller) {
        if (caller.isNull()) {
            return true;
        }
        if (!caller.isObject()) {
            return false;
        }
        boolean direct = false;
        try (JsonReader in = caller.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (!in.name().equals("type") || !in.isString() || !in.string().equals("direct")) {
                    return false;
                }
                direct = true;
            }
        }
        return direct;
    }
}
