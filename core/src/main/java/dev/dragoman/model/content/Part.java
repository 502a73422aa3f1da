// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;

/**
 * A piece of a message. Closed: a new kind changes the model, every codec and needs a record in {@code docs/decisions}.
 * What no kind says is an {@link Opaque} part of its dialect.
 */
public sealed interface Part
        permits Text, Image, Audio, Video, Document, ToolCall, ToolResult, Reasoning, Refusal, Opaque {
    /** Dispatches without casts; Java 17 has no pattern switch that checks exhaustiveness. */
    <R> R accept(Cases<R> cases);

    /** Fields only one dialect knows. */
    Extensions extensions();

    /**
     * One method a kind and no defaults: a forgotten kind does not compile.
     *
     * @param <R> what a case gives
     */
    interface Cases<R> {
        /** Visible text. */
        R text(Text part);

        /** A picture. */
        R image(Image part);

        /** Sound. */
        R audio(Audio part);

        /** A film. */
        R video(Video part);

        /** A file to be read. */
        R document(Document part);

        /** A wish of the model to call a tool. */
        R toolCall(ToolCall part);

        /** What a tool returned. */
        R toolResult(ToolResult part);

        /** The model's reasoning. */
        R reasoning(Reasoning part);

        /** The model's refusal. */
        R refusal(Refusal part);

        /** A piece that only one dialect understands. */
        R opaque(Opaque part);
    }
}
