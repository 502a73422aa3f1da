// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other vendors attach to their reasoning, in the one place that this dialect has for it: the signature of a thinking block.
 * Clients return such blocks unchanged, so that the reasoning comes back with its origin and everything that its issuer wants. A
 * seal is {@code dragoman.1.} and JSON in base64url; it is never sent to a vendor of this dialect.
 *
 * <p>A seal may also hold the signature of the text or tool call that follows the block (Gemini signs those).
 *
 * @param next whether it belongs to the part that follows
 * @param origin who made what is sealed; {@code null} if unknown
 * @param shown whether the block's text is the reasoning itself
 * @param signature the issuer's own signature; {@code null} if none
 * @param encrypted what only the issuer can read; {@code null} if none
 * @param id the issuer's id; {@code null} if none
 * @param summary summaries, in order
 */
record AnthropicMessagesSeal(
        boolean next,
        @Nullable Origin origin,
        boolean shown,
        @Nullable String signature,
        @Nullable String encrypted,
        @Nullable String id,
        List<String> summary) {
    private static final String PREFIX = "dragoman.1.";

    /** The adapter whose signatures travel as they are. */
    private static final String NATIVE = "anthropic";

    /** What reasoning that came without a seal is said to be from. */
    static final Origin NATIVE_ORIGIN = new Origin(NATIVE, null);

    static boolean isSeal(@Nullable String signature) {
        return signature != null && signature.startsWith(PREFIX);
    }

    /** Bytes by which a body shows that it may hold a seal. */
    static byte[] mark() {
        return PREFIX.getBytes(StandardCharsets.US_ASCII);
    }

    static AnthropicMessagesSeal of(Reasoning part, List<String> summary, boolean shown) {
        return new AnthropicMessagesSeal(
                false, part.origin(), shown, part.signature(), part.encrypted(), part.id(), summary);
    }

    static AnthropicMessagesSeal ofNext(Signature signature) {
        return new AnthropicMessagesSeal(true, signature.origin(), false, signature.value(), null, null, List.of());
    }

    /** Whether reasoning of this origin was made by Anthropic itself. */
    static boolean isNative(@Nullable Origin origin) {
        return origin != null
                && (origin.vendor().equals(NATIVE) || origin.vendor().equals(AnthropicMessagesDialect.ID));
    }

    /** Whether this piece can be written in the dialect's own words. */
    static boolean isNative(Reasoning part) {
        boolean plain = part.summary().isEmpty() && part.id() == null && isNative(part.origin());
        return plain
                && (part.encrypted() == null
                        ? part.signature() != null
                        : part.text() == null && part.signature() == null);
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
            if (shown) {
                json.field("shown", Boolean.TRUE);
            }
            json.field("signature", signature).field("encrypted", encrypted).field("id", id);
            json.field("summary", summary);
            json.endObject();
        }
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toBytes());
    }

    /** What a signature seals; {@code null} if it is no seal, or a broken one. */
    static @Nullable AnthropicMessagesSeal read(@Nullable String text) {
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

    private static AnthropicMessagesSeal read(JsonReader in) {
        boolean next = false;
        String vendor = null;
        String model = null;
        boolean shown = false;
        String signature = null;
        String encrypted = null;
        String id = null;
        List<String> summary = new ArrayList<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "next" -> next = in.bool();
                case "vendor" -> vendor = in.stringOrNull();
                case "model" -> model = in.stringOrNull();
                case "shown" -> shown = in.bool();
                case "signature" -> signature = in.stringOrNull();
                case "encrypted" -> encrypted = in.stringOrNull();
                case "id" -> id = in.stringOrNull();
                case "summary" -> {
                    in.beginArray();
                    while (in.nextElement()) {
                        summary.add(in.string());
                    }
                }
                default -> in.skip();
            }
        }
        Origin origin = vendor == null ? null : new Origin(vendor, model);
        return new AnthropicMessagesSeal(next, origin, shown, signature, encrypted, id, summary);
    }

    /** The reasoning that was sealed. */
    Reasoning reasoning(String text, Extensions extensions) {
        return new Reasoning(shown ? text : null, summary, signature, encrypted, id, origin, extensions);
    }
}
