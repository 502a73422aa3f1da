// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import dev.dragoman.json.RawJson;
import java.util.List;
import java.util.Objects;

/** How the model may choose among the tools. */
public sealed interface ToolChoice {
    /** The model decides. */
    ToolChoice AUTO = new Mode(ModeKind.AUTO);
    /** No tool may be called. */
    ToolChoice NONE = new Mode(ModeKind.NONE);
    /** Some tool must be called. */
    ToolChoice REQUIRED = new Mode(ModeKind.REQUIRED);

    /** Dispatches without casts. */
    <R> R accept(Cases<R> cases);

    /** The plain modes. */
    enum ModeKind {
        /** The model decides. */
        AUTO,
        /** No tool may be called. */
        NONE,
        /** Some tool must be called. */
        REQUIRED
    }

    /**
     * One of the plain modes.
     *
     * @param kind which
     */
    record Mode(ModeKind kind) implements ToolChoice {
        /** Checks that nothing required is missing. */
        public Mode {
            Objects.requireNonNull(kind, "kind");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.mode(this);
        }
    }

    /**
     * This tool must be called.
     *
     * @param tool which
     */
    record Named(ToolRef tool) implements ToolChoice {
        /** Checks that nothing required is missing. */
        public Named {
            Objects.requireNonNull(tool, "tool");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.named(this);
        }
    }

    /**
     * Only some of the tools may be called; the others stay declared, so that the prompt stays the same.
     *
     * @param kind {@link ModeKind#AUTO} if the model may call one of them, {@link ModeKind#REQUIRED} if it must
     * @param tools which; none of them means that no tool may be called
     */
    record Allowed(ModeKind kind, List<ToolRef> tools) implements ToolChoice {
        /** @throws IllegalArgumentException if {@code kind} is {@code NONE} */
        public Allowed {
            Objects.requireNonNull(kind, "kind");
            tools = List.copyOf(tools);
            if (kind == ModeKind.NONE) {
                throw new IllegalArgumentException("allowed tools need a mode that allows calls");
            }
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.allowed(this);
        }
    }

    /**
     * A choice that only one dialect knows, such as forcing a hosted tool.
     *
     * @param dialect id of the dialect it was read from
     * @param json the whole value
     */
    record Foreign(String dialect, RawJson json) implements ToolChoice {
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
        /** A plain mode. */
        R mode(Mode choice);

        /** One tool. */
        R named(Named choice);

        /** Some tools. */
        R allowed(Allowed choice);

        /** A choice of one dialect. */
        R foreign(Foreign choice);
    }
}
