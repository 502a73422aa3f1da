// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Who made a piece of reasoning, and what its maker attached to it that this dialect has no word for, in the one place that
 * clients return unread: {@code encrypted_content}. A seal is {@code dragoman.1.} and JSON in base64url. It is taken off before a
 * request goes to a vendor of this dialect: the maker gets its own content back, another vendor gets none of it.
 *
 * <p>A seal may also hold the signature of the text or tool call that follows the item (Gemini signs those).
 *
 * @param next whether it belongs to the part that follows
 * @param origin who made what is sealed; {@code null} if unknown
 * @param signature the maker's own signature; {@code null} if none
 * @param encrypted what only the maker can read; {@code null} if none
 * @param id the maker's id, where the item has another one; {@code null} if none
 */
record OpenAiResponsesSeal(
        boolean next,
        @Nullable Origin origin,
        @Nullable String signature,
        @Nullable String encrypted,
        @Nullable String id) {
    private static final String PREFIX = "dragoman.1.";

    static boolean isSeal(@Nullable String encrypted) {
        return encrypted != null && encrypted.startsWith(PREFIX);
    }

    /** Bytes by which a body shows that it may hold a seal. */
    static byte[] mark() {
        return PREFIX.getBytes(StandardCharsets.US_ASCII);
    }

    static OpenAiResponsesSeal ofNext(Signature signature) {
        return new OpenAiResponsesSeal(true, signature.origin(), signature.value(), null, null);
    }

    String write() {
        WireBuffer out = new WireBuffer(128);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            if (next) {
                json.field("next", Boolean.TRUE);
            }
            if (origin != null) {
                json.field("vendor", origin.vendor()).field("model", origin.model());
            }
            json.field("signature", signature).field("encrypted", encrypted).field("id", id);
            json.endObject();
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toBytes());
    }

    /** What is sealed; {@code null} if this is no seal, or a broken one. */
    static @Nullable OpenAiResponsesSeal read(@Nullable String text) {
        if (text == null || !isSeal(text)) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            try (JsonReader in = JsonReader.request(json)) {
                return read(in);
            }
        } catch (IllegalArgumentException | ChatException e) {
            return null;
        }
    }

    private static OpenAiResponsesSeal read(JsonReader in) {
        boolean next = false;
        String vendor = null;
        String model = null;
        String signature = null;
        String encrypted = null;
        String id = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "next" -> next = in.bool();
                case "vendor" -> vendor = in.stringOrNull();
                case "model" -> model = in.stringOrNull();
                case "signature" -> signature = in.stringOrNull();
                case "encrypted" -> encrypted = in.stringOrNull();
                case "id" -> id = in.stringOrNull();
                default -> in.skip();
            }
        }
        return new OpenAiResponsesSeal(
                next, vendor == null ? null : new Origin(vendor, model), signature, encrypted, id);
    }

    /** The signature of the part that follows. */
    @Nullable Signature signatureOfNext() {
        return next && signature != null ? new Signature(signature, origin) : null;
    }
}
