// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import java.util.Objects;

/**
 * A tool that a vendor runs or defines itself: code execution, file search, computer use. It goes to its own dialect byte for
 * byte and is reported as lost towards any other. Searching the web, which most vendors offer, is
 * {@link dev.dragoman.model.settings.WebSearch} instead.
 *
 * @param dialect id of the dialect it was read from
 * @param type what the dialect calls it
 * @param definition the whole declaration
 */
public record HostedTool(String dialect, String type, RawJson definition) implements Tool {
    /** Checks that nothing required is missing. */
    public HostedTool {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public String name() {
        return type;
    }

    @Override
    public Extensions extensions() {
        return Extensions.NONE;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.hosted(this);
    }

    /** No definition: it may hold a credential for another server. */
    @Override
    public String toString() {
        return "HostedTool[dialect=" + dialect + ", type=" + type + "]";
    }
}
