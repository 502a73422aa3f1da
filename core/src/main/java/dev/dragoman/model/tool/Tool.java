// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import dev.dragoman.model.Extensions;

/** Something a model may call. */
public sealed interface Tool permits FunctionTool, CustomTool, HostedTool {
    /** Dispatches without casts. */
    <R> R accept(Cases<R> cases);

    /** The tool's name, unique among the tools of a request. */
    String name();

    /** Fields only one dialect knows. */
    Extensions extensions();

    /**
     * One method a kind and no defaults.
     *
     * @param <R> what a case gives
     */
    interface Cases<R> {
        /** A function of the client. */
        R function(FunctionTool tool);

        /** A free-text tool of the client. */
        R custom(CustomTool tool);

        /** A tool that the vendor runs or defines. */
        R hosted(HostedTool tool);
    }
}
