// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How a client of a profile wants its reply.
 *
 * @param base what the dialect inside made of it
 * @param echoed fields of the reply that repeat the request
 */
record ProfiledShape(ReplyShape base, Map<String, RawJson> echoed) implements ReplyShape {
    ProfiledShape {
        Objects.requireNonNull(base, "base");
        echoed = Collections.unmodifiableMap(new LinkedHashMap<>(echoed));
    }
}
