// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what schemas were compiled to: an application sends the same tools with each of its requests. Bounded in number and
 * size; what was not asked for while {@value #MOST} others were is forgotten. Thread-safe.
 */
final class CompiledSchemas {
    /** Larger schemas are compiled each time, in bytes. */
    private static final int LARGEST = 32 * 1024;
    /** Schemas in one of the two generations. */
    private static final int MOST = 256;

    /**
     * What a compilation depends on; the losses hold the path.
     *
     * @param rules {@code null} where there is one way only
     */
    record Key(RawJson schema, @Nullable SchemaRules rules, String path) {}

    /** Makes of a schema what a vendor takes. */
    @FunctionalInterface
    interface Compilation {
        /** {@code null} if it cannot be compiled. */
        @Nullable RawJson compile(Losses losses);
    }

    /**
     * What came of it.
     *
     * @param schema {@code null} if it cannot be compiled
     */
    private record Compiled(@Nullable RawJson schema, List<Loss> losses) {
        Compiled {
            losses = List.copyOf(losses);
        }
    }

    private volatile ConcurrentMap<Key, Compiled> young = new ConcurrentHashMap<>();
    private volatile ConcurrentMap<Key, Compiled> old = new ConcurrentHashMap<>();

    /** What the schema is compiled to, now or before; {@code null} if it cannot be. */
    @Nullable RawJson get(Key key, Losses losses, Compilation compilation) {
        Compiled compiled = find(key);
        if (compiled == null) {
            Losses found = new Losses();
            compiled = new Compiled(compilation.compile(found), found.toList());
            keep(key, compiled);
        }
        losses.addAll(compiled.losses());
        return compiled.schema();
    }

    private @Nullable Compiled find(Key key) {
        Compiled found = young.get(key);
        if (found == null) {
            found = old.get(key);
            if (found != null) {
                keep(key, found);
            }
        }
        return found;
    }

    private void keep(Key key, Compiled compiled) {
        if (key.schema().size() > LARGEST) {
            return;
        }
        ConcurrentMap<Key, Compiled> target = young;
        if (target.size() >= MOST) {
            old = target;
            target = new ConcurrentHashMap<>();
            young = target;
        }
        target.put(key, compiled);
    }
}
