// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import java.util.Map;
import java.util.Set;

/**
 * Writes extensions the way every dialect does: its own at their place, those of other dialects where their name belongs to its
 * vocabulary, and the rest into the losses. Immutable.
 */
public final class ExtensionWriter {
    private final String dialect;
    private final Set<String> vocabulary;

    /**
     * A writer for a dialect.
     *
     * @param vocabulary names of the fields without a canonical home that the dialect knows at the top level of a request
     */
    public ExtensionWriter(String dialect, Set<String> vocabulary) {
        this.dialect = dialect;
        this.vocabulary = Set.copyOf(vocabulary);
    }

    /** Id of the dialect whose fields are written. */
    public String dialect() {
        return dialect;
    }

    /**
     * Writes the fields that belong directly into the object being written.
     *
     * @param path canonical path of the value that the extensions belong to; empty for the root
     */
    public void write(Extensions extensions, String path, JsonWriter out, Losses losses) {
        if (extensions.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Map<String, RawJson>> entry :
                extensions.byDialect().entrySet()) {
            boolean own = entry.getKey().equals(dialect);
            for (Map.Entry<String, RawJson> field : entry.getValue().entrySet()) {
                String name = field.getKey();
                if (own) {
                    if (name.indexOf('.') < 0) {
                        out.field(name, field.getValue());
                    }
                } else if (path.isEmpty()
                        && vocabulary.contains(name)
                        && !extensions.of(dialect).containsKey(name)) {
                    out.field(name, field.getValue());
                } else {
                    drop(path, entry.getKey(), name, losses);
                }
            }
        }
    }

    /** Writes the own fields that belong directly into the object being written; what is not own was reported before. */
    public void writeOwn(Extensions extensions, JsonWriter out) {
        if (extensions.isEmpty()) {
            return;
        }
        for (Map.Entry<String, RawJson> field : extensions.of(dialect).entrySet()) {
            if (field.getKey().indexOf('.') < 0) {
                out.field(field.getKey(), field.getValue());
            }
        }
    }

    /** Writes the own fields that belong into this object below the value, which is being written. */
    public void writeNested(Extensions extensions, String object, JsonWriter out) {
        if (extensions.isEmpty()) {
            return;
        }
        String prefix = object + ".";
        extensions.of(dialect).forEach((name, value) -> {
            if (name.startsWith(prefix) && name.indexOf('.', prefix.length()) < 0) {
                out.field(name.substring(prefix.length()), value);
            }
        });
    }

    /** Whether own fields belong into this object below the value. */
    public boolean hasNested(Extensions extensions, String object) {
        if (extensions.isEmpty()) {
            return false;
        }
        String prefix = object + ".";
        return extensions.of(dialect).keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    /**
     * The own fields only, for a value that is written later; reports those of other dialects.
     *
     * @param path canonical path of the value that the extensions belong to; empty for the root
     */
    public Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        dropForeign(extensions, path, losses);
        return Extensions.of(dialect, extensions.of(dialect));
    }

    /** Reports the fields of other dialects as lost, for a value whose own ones are written one by one. */
    public void dropForeign(Extensions extensions, String path, Losses losses) {
        for (Map.Entry<String, Map<String, RawJson>> entry :
                extensions.byDialect().entrySet()) {
            if (!entry.getKey().equals(dialect)) {
                for (String name : entry.getValue().keySet()) {
                    drop(path, entry.getKey(), name, "a field of " + entry.getKey(), losses);
                }
            }
        }
    }

    /** Reports all fields as lost, for a value that cannot carry any. */
    public void dropAll(Extensions extensions, String path, Losses losses) {
        extensions
                .byDialect()
                .forEach((owner, fields) -> fields.keySet().forEach(name -> drop(path, owner, name, losses)));
    }

    private void drop(String path, String owner, String name, Losses losses) {
        drop(path, owner, name, dialect + " has no field '" + name + "'", losses);
    }

    private static void drop(String path, String owner, String name, String reason, Losses losses) {
        String value = path.isEmpty() ? "" : path + ".";
        losses.add(LossKind.DROPPED, value + "extensions." + owner + "." + name, reason);
    }
}
