// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import org.jspecify.annotations.Nullable;

/** Who made reasoning, and whether it is written in the dialect's own words or behind a seal in its signature. */
final class BedrockConverseOrigins {
    /** The adapter whose signatures travel as they are. */
    private static final String NATIVE = "bedrock";

    /** What reasoning that came without a seal is said to be from. */
    static final Origin NATIVE_ORIGIN = new Origin(NATIVE, null);

    private BedrockConverseOrigins() {}

    static boolean isNative(@Nullable String vendor) {
        return NATIVE.equals(vendor) || BedrockConverseDialect.ID.equals(vendor);
    }

    /**
     * Whether a client can be told this piece in the dialect's own words. A piece whose model is known is sealed, so that its model
     * is known again when it comes back.
     */
    static boolean isPlain(Reasoning part) {
        Origin origin = part.origin();
        boolean plain = part.summary().isEmpty() && part.id() == null;
        boolean known = origin != null && isNative(origin.vendor()) && origin.model() == null;
        return plain
                && known
                && (part.encrypted() == null
                        ? part.signature() != null
                        : part.text() == null && part.signature() == null);
    }

    /** Whether two names are those of one model: with and without region, version and what stands before it in an ARN. */
    static boolean isSameModel(String one, String other) {
        String a = bare(one);
        String b = bare(other);
        return a.startsWith(b) || b.startsWith(a);
    }

    private static String bare(String model) {
        String name = model.substring(model.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        boolean region = dot > 0
                && switch (name.substring(0, dot)) {
                    case "us", "eu", "apac", "jp", "au", "ca", "us-gov", "global" -> true;
                    default -> false;
                };
        return region ? name.substring(dot + 1) : name;
    }
}
