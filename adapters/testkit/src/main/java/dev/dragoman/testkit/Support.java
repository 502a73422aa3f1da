// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.testkit.model.FieldCase;

/** How well a dialect can say a value. */
enum Support {
    /** It reads back as it was. */
    EXACT("exact"),
    /** The nearest value that the dialect knows is sent. */
    APPROXIMATE("approximate"),
    /** Other means, or another place, give the same effect. */
    EMULATED("emulated"),
    /** It is left out or refused, and reported. */
    NOT_REPRESENTABLE("not representable"),
    /** It is gone without a report: a fault, see law 2. */
    LOST("LOST IN SILENCE");

    private final String words;

    Support(String words) {
        this.words = words;
    }

    /** As the table says it. */
    String words() {
        return words;
    }

    /** How well this trip carried the value of its field. */
    static Support of(FieldCase<?> field, Trip<?> trip) {
        if (trip.refusal() != null) {
            return NOT_REPRESENTABLE;
        }
        boolean exact = trip.isExactAt(field.path());
        if (!trip.unaccountedAt(field.path()).isEmpty()) {
            return LOST;
        }
        Support worst = EXACT;
        for (Loss loss : trip.lossesAt(field.path())) {
            Support support = of(loss.kind(), exact);
            worst = support.compareTo(worst) > 0 ? support : worst;
        }
        return worst;
    }

    private static Support of(LossKind kind, boolean exact) {
        return switch (kind) {
            case DROPPED -> exact ? EXACT : NOT_REPRESENTABLE;
            case APPROXIMATED, CLAMPED -> APPROXIMATE;
            case EMULATED, MOVED -> EMULATED;
            case DEFAULTED -> exact ? EXACT : APPROXIMATE;
        };
    }
}
