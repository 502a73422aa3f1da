// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Compares answers by their members and the types of these; values may differ. */
final class Shape {
    private Shape() {}

    /** Checks that every member of the example is there, of the same type; what is null in the example may be anything. */
    static void check(@Nullable Object example, @Nullable Object actual, String path) {
        if (example == null) {
            return;
        }
        if (example instanceof JsonObject object) {
            assertThat(actual).as(path).isInstanceOf(JsonObject.class);
            for (String name : object.fieldNames()) {
                assertThat(((JsonObject) actual).containsKey(name))
                        .as(path + "." + name)
                        .isTrue();
                check(object.getValue(name), ((JsonObject) actual).getValue(name), path + "." + name);
            }
        } else if (example instanceof JsonArray array) {
            assertThat(actual).as(path).isInstanceOf(JsonArray.class);
            if (!array.isEmpty()) {
                assertThat((JsonArray) actual).as(path).isNotEmpty();
                check(array.getValue(0), ((JsonArray) actual).getValue(0), path + "[0]");
            }
        } else if (example instanceof Number) {
            assertThat(actual).as(path).isInstanceOf(Number.class);
        } else {
            assertThat(actual).as(path).isInstanceOf(example.getClass());
        }
    }
}
