// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.gateway.door.InboundKey;
import dev.dragoman.runtime.routing.Pool;
import dev.dragoman.runtime.routing.Route;
import dev.dragoman.runtime.routing.Router;
import java.util.List;
import java.util.function.Supplier;

/** The models that a key opens. Of others its holder does not even learn whether they exist. */
final class VisibleModels {
    private final Router router;
    private final InboundKey key;

    VisibleModels(Router router, InboundKey key) {
        this.router = router;
        this.key = key;
    }

    /** @throws ChatException of kind {@code PERMISSION} or {@code NOT_FOUND} */
    Pool pool(String model) {
        return find(model, () -> router.pool(model));
    }

    /** @throws ChatException of kind {@code PERMISSION} or {@code NOT_FOUND} */
    Route route(String model) {
        return find(model, () -> router.route(model));
    }

    /** @throws ChatException of kind {@code PERMISSION} or {@code NOT_FOUND} */
    ModelEntry model(String id) {
        return find(id, () -> router.model(id));
    }

    List<ModelEntry> models() {
        List<ModelEntry> all = router.models();
        return key.isRestricted()
                ? all.stream().filter(model -> key.allows(model.id())).toList()
                : all;
    }

    /** Whether it could lead somewhere else where a vendor's path holds the model. */
    private static boolean isAPath(String model) {
        int start = 0;
        for (int i = 0; i <= model.length(); i++) {
            if (i == model.length() || model.charAt(i) == '/' || model.charAt(i) == '\\') {
                if (isDots(model, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    private static boolean isDots(String model, int start, int end) {
        int length = end - start;
        return (length == 1 || length == 2) && model.charAt(start) == '.' && model.charAt(end - 1) == '.';
    }

    private <T> T find(String model, Supplier<T> look) {
        if (isAPath(model)) {
            throw ChatException.invalid("model", "A model cannot have '.' or '..' between slashes");
        }
        key.check(model);
        try {
            return look.get();
        } catch (ChatException e) {
            if (key.isRestricted() && e.error().kind() == ErrorKind.NOT_FOUND) {
                // The router's message lists what there is.
                throw ChatError.of(ErrorKind.NOT_FOUND, "The model does not exist here")
                        .withCode(e.error().code())
                        .withParam(e.error().param())
                        .toException();
            }
            throw e;
        }
    }
}
