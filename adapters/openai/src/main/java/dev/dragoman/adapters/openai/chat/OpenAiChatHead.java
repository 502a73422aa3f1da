// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.EncodeContext;
import org.jspecify.annotations.Nullable;

/** Members that every answer of this dialect has; made up where the vendor gave none. */
final class OpenAiChatHead {
    private OpenAiChatHead() {}

    static String id(@Nullable String id, EncodeContext context) {
        return id != null ? id : "chatcmpl-" + context.ids().get();
    }

    static long created(@Nullable Long created, EncodeContext context) {
        return created != null ? created : context.clock().instant().getEpochSecond();
    }

    static String model(@Nullable String model, EncodeContext context) {
        if (model != null) {
            return model;
        }
        return context.model() != null ? context.model() : "unknown";
    }
}
