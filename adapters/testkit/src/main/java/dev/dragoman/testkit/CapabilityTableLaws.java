// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dragoman.testkit.golden.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The capability table of a dialect, checked in at {@code docs/capabilities/<dialect>.md}, says what is true. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CapabilityTableLaws extends DialectKit {
    /** {@code -Ddragoman.docs.update=true} rewrites the table, and then fails. */
    public static final String UPDATE_PROPERTY = "dragoman.docs.update";

    private @Nullable Courier courier;
    private @Nullable Corpus corpus;

    /** For implementations. */
    protected CapabilityTableLaws() {}

    final Courier courier() {
        if (courier == null) {
            courier = new Courier(this);
        }
        return courier;
    }

    final Corpus corpus() {
        if (corpus == null) {
            corpus = new Corpus(courier());
        }
        return corpus;
    }

    @Test
    final void capability_table_is_fresh() throws IOException {
        Path file = tableFile();
        String table = CapabilityTable.of(courier(), corpus());
        String checkedIn = Files.exists(file) ? Files.readString(file) : "";
        if (Boolean.getBoolean(UPDATE_PROPERTY) && !checkedIn.equals(table)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, table);
            throw new AssertionError(
                    file + " was rewritten: read the change, then run again without -D" + UPDATE_PROPERTY);
        }
        assertEquals(checkedIn, table, () -> "the table is stale; this renews it: " + CapabilityTable.command(this));
    }

    Path tableFile() {
        return ProjectFiles.project()
                .resolve("docs/capabilities")
                .resolve(dialect().id() + ".md");
    }
}
