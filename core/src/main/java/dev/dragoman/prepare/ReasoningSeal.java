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
import dev.dragoman.model.event.ChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What vendors attach to their reasoning, for dialects that have one opaque field for it, such as the signature of a thinking
 * block, but no words for where it is from. Clients return that field unchanged, so that the reasoning comes back with its origin
 * and everything that its issuer wants. A seal is {@code dragoman.1.} and JSON in base64url; it is never sent to a vendor.
 *
 * <p>A seal may also hold the signature of another part (Gemini signs texts and calls): of the one that follows, or of a call
 * named by its number, where calls stand apart.
 *
 * @param next whether it belongs to the part that follows
 * @param call number of the call within its message that it belongs to, from 0; {@code null} if to none
 * @param origin who made what is sealed; {@code null} if unknown
 * @param shown whether the text beside the seal is the reasoning itself
 * @param signature the issuer's own signature; {@code null} if none
 * @param encrypted what only the issuer can read; {@code null} if none
 * @param id the issuer's id; {@code null} if none
 * @param summary summaries, in order
 */
public record ReasoningSeal(
        boolean next,
        @Nullable Integer call,
        @Nullable Origin origin,
        boolean shown,
        @Nullable String signature,
        @Nullable String encrypted,
        @Nullable String id,
        List<String> summary) {
    private static final String PREFIX = "dragoman.1.";
    private static final byte[] MARK = PREFIX.getBytes(StandardCharsets.US_ASCII);

    /** Copies the list. */
    public ReasoningSeal {
        summary = List.copyOf(summary);
    }

    /** The seal of a whole piece of reasoning, whose text stands beside it if it has one. */
    public static ReasoningSeal of(Reasoning part) {
        return of(part, part.summary(), part.text() != null);
    }

    /**
     * The seal of a piece of reasoning.
     *
     * @param summary its summaries, where they came in pieces
     * @param shown whether the text beside the seal is the reasoning itself
     */
    public static ReasoningSeal of(Reasoning part, List<String> summary, boolean shown) {
        return new ReasoningSeal(
                false, null, part.origin(), shown, part.signature(), part.encrypted(), part.id(), summary);
    }

    /** The seal of the part that follows. */
    public static ReasoningSeal ofNext(Signature signature) {
        return new ReasoningSeal(true, null, signature.origin(), false, signature.value(), null, null, List.of());
    }

    /** The seal of the call of this number. */
    public static ReasoningSeal ofCall(int call, Signature signature) {
        return new ReasoningSeal(false, call, signature.origin(), false, signature.value(), null, null, List.of());
    }

    /** Whether a text is a seal, perhaps a broken one. */
    public static boolean isSeal(@Nullable String text) {
        return text != null && text.startsWith(PREFIX);
    }

    /** Whether a body may hold a seal. */
    public static boolean mayBeIn(byte[] body) {
        int last = body.length - MARK.length;
        for (int i = 0; i <= last; i++) {
            int matched = 0;
            while (matched < MARK.length && body[i + matched] == MARK[matched]) {
                matched++;
            }
            if (matched == MARK.length) {
                return true;
            }
        }
        return false;
    }

    /** The text of this seal. */
    public String write() {
        WireBuffer out = new WireBuffer(128);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            if (next) {
                json.field("next", Boolean.TRUE);
            }
            json.field("call", call);
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

    /** The seal of this text; {@code null} if it is none, or a broken one. */
    public static @Nullable ReasoningSeal read(@Nullable String text) {
        if (text == null || !isSeal(text)) {
            return null;
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
            try (JsonReader in = JsonReader.request(json)) {
                ReasoningSeal seal = read(in);
                in.end();
                return seal;
            }
        } catch (IllegalArgumentException | ChatException e) {
            return null;
        }
    }

    private static ReasoningSeal read(JsonReader in) {
        boolean next = false;
        Integer call = null;
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
                case "call" -> call = in.smallIntegerOrNull();
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
        return new ReasoningSeal(next, call, origin, shown, signature, encrypted, id, summary);
    }

    /** The reasoning that was sealed, beside which this text stood. */
    public Reasoning reasoning(String text, Extensions extensions) {
        return new Reasoning(shown ? text : null, summary, signature, encrypted, id, origin, extensions);
    }

    /** The signature of another part; {@code null} if it is the seal of reasoning. */
    public @Nullable Signature ofPart() {
        return signature != null && (next || call != null) ? new Signature(signature, origin) : null;
    }

    /** Nothing of what is sealed. */
    /** Tells what is sealed beside a text, as steps of a part of a stream. */
    public void tell(int choice, int part, Consumer<? super ChatEvent> out) {
        for (int i = 0; i < summary.size(); i++) {
            out.accept(new ChatEvent.ReasoningSummaryDelta(choice, part, i, summary.get(i)));
        }
        if (signature != null || encrypted != null) {
            out.accept(new ChatEvent.ReasoningSealed(choice, part, signature, encrypted));
        }
    }

    @Override
    public String toString() {
        return "ReasoningSeal[origin=" + origin + "]";
    }
}
