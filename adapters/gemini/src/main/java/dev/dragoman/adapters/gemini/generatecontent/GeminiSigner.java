// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.prepare.ReasoningSeal;
import org.jspecify.annotations.Nullable;

/** What stands in {@code thoughtSignature}: towards vendors their own signatures, towards clients seals. */
enum GeminiSigner {
    /** The signature as it was issued. */
    TO_VENDOR {
        @Override
        String of(Signature signature) {
            return signature.value();
        }

        @Override
        @Nullable String of(Reasoning thought) {
            return thought.signature();
        }
    },
    /** The signature with its issuer. */
    TO_CLIENT {
        @Override
        String of(Signature signature) {
            return GeminiSeal.of(signature);
        }

        @Override
        String of(Reasoning thought) {
            return GeminiSeal.write(ReasoningSeal.of(thought, thought.summary(), thought.text() != null));
        }
    };

    abstract String of(Signature signature);

    abstract @Nullable String of(Reasoning thought);
}
