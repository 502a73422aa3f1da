// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.prepare.ReasoningSeal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code thoughtSignature} holds towards clients: the signature with its issuer, and for reasoning all that its issuer wants.
 * The field is base64 in every SDK (Java and Python decode it), so a seal is a {@link ReasoningSeal} in base64. Vendors are sent
 * what is sealed, if it is theirs, and never a seal.
 *
 * <p>In a stream a thought begins with a seal that belongs to what follows and ends with one that holds the rest; both stand at
 * empty thoughts.
 */
final class GeminiSeal {
    /**
     * A word instead of a signature for calls that never had one. Source: "Thought signatures" of Google's API documentation.
     */
    static final String UNSIGNED = "skip_thought_signature_validator";

    /** The other such word of the same page. */
    private static final String UNSIGNED_TOO = "context_engineering_is_the_way_to_go";

    /** What signatures that came without a seal are said to be from. */
    static final Origin NATIVE = new Origin(GeminiDialect.ID, null);

    /** Twelve bytes that every seal begins with are sixteen characters. */
    private static final String MARK =
            Base64.getEncoder().encodeToString("dragoman.1.e".getBytes(StandardCharsets.US_ASCII));

    private GeminiSeal() {}

    static boolean isSeal(String wire) {
        return wire.startsWith(MARK);
    }

    /** Bytes by which a body shows that it may hold a seal. */
    static byte[] mark() {
        return MARK.getBytes(StandardCharsets.US_ASCII);
    }

    static String write(ReasoningSeal seal) {
        return Base64.getEncoder().encodeToString(seal.write().getBytes(StandardCharsets.US_ASCII));
    }

    /** The signature of a text or call for a client. */
    static String of(Signature signature) {
        return write(
                new ReasoningSeal(false, null, signature.origin(), false, signature.value(), null, null, List.of()));
    }

    /** What is sealed; {@code null} if it is no seal, or a broken one. */
    static @Nullable ReasoningSeal read(@Nullable String wire) {
        if (wire == null || !isSeal(wire)) {
            return null;
        }
        try {
            String standard = wire.replace('-', '+').replace('_', '/');
            return ReasoningSeal.read(new String(Base64.getDecoder().decode(standard), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * A signature as it stands on the wire.
     *
     * @param origin who issued it, if it is not sealed
     */
    static @Nullable Signature signature(@Nullable String wire, Origin origin) {
        if (wire == null || wire.isEmpty() || isWord(wire)) {
            return null;
        }
        ReasoningSeal seal = read(wire);
        if (seal == null) {
            return isSeal(wire) ? null : new Signature(wire, origin);
        }
        return seal.signature() == null ? null : new Signature(seal.signature(), seal.origin());
    }

    /** Whether it is one of the words that stand for no signature. */
    static boolean isWord(String wire) {
        return wire.equals(UNSIGNED) || wire.equals(UNSIGNED_TOO);
    }

    /** A whole thought as it stands on the wire. */
    static Reasoning reasoning(String text, @Nullable String wire, Origin origin, Extensions extensions) {
        ReasoningSeal seal = read(wire);
        if (seal != null) {
            return seal.reasoning(text, extensions);
        }
        Signature signature = signature(wire, origin);
        String shown = text.isEmpty() && signature != null ? null : text;
        return new Reasoning(
                shown, List.of(), signature == null ? null : signature.value(), null, null, origin, extensions);
    }

    /** The text that is shown of a thought: itself, or its summaries where it has none. */
    static String shown(Reasoning part) {
        return part.text() != null ? part.text() : String.join("\n\n", part.summary());
    }

    /** Whether this was issued where requests of this dialect go to, and by the model that is asked. */
    static boolean issuedBy(@Nullable Origin origin, @Nullable String vendor, String model) {
        if (origin == null) {
            return false;
        }
        String maker = origin.model();
        boolean unsealed = maker == null && origin.vendor().equals(GeminiDialect.ID);
        boolean vendorFits = unsealed || origin.vendor().equals(vendor);
        // Names of a model with and without its version are one model.
        return vendorFits && (maker == null || maker.isEmpty() || maker.startsWith(model) || model.startsWith(maker));
    }
}
