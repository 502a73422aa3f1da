// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import dev.dragoman.json.RawJson;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the text of the answer must look like. */
public sealed interface OutputFormat {
    /** Any text; the default everywhere. */
    OutputFormat TEXT = new PlainText();
    /** Some JSON object. */
    OutputFormat JSON_OBJECT = new JsonObject();

    /** Dispatches without casts. */
    <R> R accept(Cases<R> cases);

    /** Any text. */
    record PlainText() implements OutputFormat {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.plainText(this);
        }
    }

    /** Some JSON object. */
    record JsonObject() implements OutputFormat {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.jsonObject(this);
        }
    }

    /**
     * JSON that fits a schema.
     *
     * @param name what the format is called: letters, digits, underscores and hyphens, at most 64; {@code null} where the
     *     dialect has no name for it
     * @param description what it is for; {@code null} if none
     * @param schema JSON Schema; {@code null} if not given
     * @param strict whether the answer must fit exactly; {@code null} for the vendor's default
     */
    record JsonSchema(
            @Nullable String name,
            @Nullable String description,
            @Nullable RawJson schema,
            @Nullable Boolean strict) implements OutputFormat {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.jsonSchema(this);
        }

        /** A name only: schemas stay out of logs. */
        @Override
        public String toString() {
            return "JsonSchema[name=" + name + ", strict=" + strict + "]";
        }
    }

    /**
     * A format that only one dialect knows.
     *
     * @param dialect id of the dialect it was read from
     * @param json the whole value
     */
    record Foreign(String dialect, RawJson json) implements OutputFormat {
        /** Checks that nothing required is missing. */
        public Foreign {
            Objects.requireNonNull(dialect, "dialect");
            Objects.requireNonNull(json, "json");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.foreign(this);
        }

        /** A dialect only. */
        @Override
        public String toString() {
            return "Foreign[dialect=" + dialect + "]";
        }
    }

    /**
     * One method a kind and no defaults.
     *
     * @param <R> what a case gives
     */
    interface Cases<R> {
        /** Any text. */
        R plainText(PlainText format);

        /** Some JSON object. */
        R jsonObject(JsonObject format);

        /** JSON of a schema. */
        R jsonSchema(JsonSchema format);

        /** A format of one dialect. */
        R foreign(Foreign format);
    }
}
