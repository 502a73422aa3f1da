// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes with a key. The key itself is not here.
 *
 * @param name what operators call it
 * @param models the models that may be asked for with it: names, or beginnings that end in {@code *}; empty for all
 * @param expires when it ends to open; {@code null} for never
 * @param limit how much may be asked with it
 */
public record InboundKey(
        String name, List<String> models, @Nullable Instant expires, KeyLimit limit) {
    /** Who comes in where no key is demanded. */
    public static final InboundKey NOBODY = new InboundKey("", List.of(), null, KeyLimit.NONE);

    private static final int LONGEST_SHOWN = 200;

    /** Copies the list. */
    public InboundKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(limit, "limit");
        models = List.copyOf(models);
    }

    /** Whether it opens less than everything. */
    public boolean isRestricted() {
        return !models.isEmpty();
    }

    /** Whether a model may be asked for by this name. */
    public boolean allows(String model) {
        if (models.isEmpty()) {
            return true;
        }
        for (String allowed : models) {
            boolean fits = allowed.endsWith("*")
                    ? model.startsWith(allowed.substring(0, allowed.length() - 1))
                    : model.equals(allowed);
            if (fits) {
                return true;
            }
        }
        return false;
    }

    /**
     * Refuses a model that may not be asked for, whether there is one of that name or not.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code PERMISSION}
     */
    public void check(String model) {
        if (!allows(model)) {
            String shown = model.length() <= LONGEST_SHOWN ? model : model.substring(0, LONGEST_SHOWN) + "…";
            throw ChatError.of(ErrorKind.PERMISSION, "This API key may not use the model '" + shown + "'")
                    .withParam("model")
                    .toException();
        }
    }

    boolean isExpired(Instant now) {
        return expires != null && !now.isBefore(expires);
    }
}
