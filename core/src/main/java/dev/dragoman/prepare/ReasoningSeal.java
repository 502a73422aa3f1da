// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

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
 * What vendors attach to their reasoning, in one text, for dialects whose only place for such things is the signature of a piece
 * of reasoning. Clients return such pieces unchanged, so that the reasoning comes back with its origin and everything that its
 * issuer wants. A seal is {@code dragoman.1.} and JSON in base64url; no vendor is ever sent one.
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
public record ReasoningSeal(
        boolean next,
        @Nullable Origin origin,
        boolean shown,
        @Nullable String signature,
        @Nullable String encrypted,
        @Nullable String id,
        List<String> summary) {
    private static final String PREFIX = "dragoman.1.";

    /** Copies the list. */
    public ReasoningSeal {
        summary = List.copyOf(summary);
    }

    /** Whether a signature is a seal, sound or broken. */
    public static boolean isSeal(@Nullable String signature) {
        return signature != null && signature.startsWith(PREFIX);
    }

    /** Bytes by which a body shows that it may hold a seal. */
    public static byte[] mark() {
        return PREFIX.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The seal of a piece of reasoning.
     *
     * @param shown whether the piece's text is the reasoning itself, and not its summaries
     */
    public static ReasoningSeal of(Reasoning part, List<String> summary, boolean shown) {
        return new ReasoningSeal(false, part.origin(), shown, part.signature(), part.encrypted(), part.id(), summary);
    }

    /** The seal that carries the signature of the part behind it. */
    public static ReasoningSeal ofNext(Signature signature) {
        return new ReasoningSeal(true, signature.origin(), false, signature.value(), null, null, List.of());
    }

    /** The text that stands in the place of a signature. */
    public String write() {
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
    public static @Nullable ReasoningSeal read(@Nullable String text) {
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

    private static ReasoningSeal read(JsonReader in) {
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
        return new ReasoningSeal(next, origin, shown, signature, encrypted, id, summary);
    }

    /**
     * The reasoning that was sealed.
     *
     * @param text text of the piece that carried the seal
     */
    public Reasoning reasoning(String text, Extensions extensions) {
        return new Reasoning(shown ? text : null, summary, signature, encrypted, id, origin, extensions);
    }

    /** Nothing of what is sealed. */
    @Override
    public String toString() {
        return "ReasoningSeal[next=" + next + ", origin=" + origin + "]";
    }
}
