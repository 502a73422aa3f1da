// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.testkit.golden.ProjectFiles;
import dev.dragoman.testkit.toy.ToyDialect;
import dev.dragoman.testkit.toy.ToyStreamGrammar;
import dev.dragoman.testkit.toy.ToyTurn;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A dialect without a fault obeys every law. */
class ToyLawsTest extends DialectLaws {
    @Override
    protected Dialect dialect() {
        return new ToyDialect();
    }

    @Override
    protected StreamGrammar streamGrammar() {
        return new ToyStreamGrammar();
    }

    @Override
    protected Optional<WireRequest> nextTurn(byte[] responseBody, Map<String, String> toolResults) {
        return Optional.of(ToyTurn.after(responseBody, toolResults));
    }

    @Override
    Path tableFile() {
        return ProjectFiles.module().resolve("src/test/resources/capabilities/toy.md");
    }
}
