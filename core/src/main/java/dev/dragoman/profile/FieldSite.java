// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.model.error.ChatException;
import org.jspecify.annotations.Nullable;

/** A place in a body that a rule is about. The field itself may be absent. Not thread-safe. */
final class FieldSite {
    private final FieldRun run;
    private final FieldRule rule;
    private final ObjectDraft parent;
    private final String name;
    private final String path;

    FieldSite(FieldRun run, FieldRule rule, ObjectDraft parent, String name, String path) {
        this.run = run;
        this.rule = rule;
        this.parent = parent;
        this.name = name;
        this.path = path;
    }

    /** The value; {@code null} if absent or JSON {@code null}. */
    @Nullable RawJson value() {
        RawJson value = parent.get(name);
        return value == null || value.isNull() ? null : value;
    }

    boolean isPresent() {
        return parent.has(name);
    }

    void set(RawJson value) {
        parent.set(name, value);
    }

    void remove() {
        parent.remove(name);
    }

    ObjectDraft parent() {
        return parent;
    }

    ObjectDraft body() {
        return run.body();
    }

    String name() {
        return name;
    }

    FieldRun run() {
        return run;
    }

    /** Reports under the rule's own reason, or this one where it has none. */
    void lost(LossKind kind, String reason) {
        run.lost(kind, path, rule.reason() != null ? rule.reason() : reason);
    }

    ChatException refused(String reason) {
        String at = run.foreign(path);
        return ChatException.invalid(
                at, "Invalid value at '" + at + "': " + (rule.reason() != null ? rule.reason() : reason));
    }
}
