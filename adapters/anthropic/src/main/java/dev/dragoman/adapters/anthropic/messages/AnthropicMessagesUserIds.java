// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of end users that must name no person. */
final class AnthropicMessagesUserIds {
    private AnthropicMessagesUserIds() {}

    /** An opaque id that is the same for the same user. */
    static String hashed(String id) {
        UUID uuid = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return "user_" + uuid;
    }
}
