// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.testkit.golden.GoldenCase;
import dev.dragoman.testkit.json.JsonDiff;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import java.util.ArrayList;
import java.util.List;

/** Compares what the codecs make of a golden case with its files, or rewrites those when asked to. */
final class GoldenCheck {
    private static final String HINT = "\n(if the wire file is right and the code too, this renews the others: -D"
            + GoldenCase.UPDATE_PROPERTY + "=true)";

    private final DialectKit kit;
    private final GoldenCase golden;
    private final List<String> rewritten = new ArrayList<>();

    GoldenCheck(DialectKit kit, GoldenCase golden) {
        this.kit = kit;
        this.golden = golden;
    }

    GoldenCase golden() {
        return golden;
    }

    /** Compares a value with its canonical file, if there is one. */
    void canonical(String file, Object value) {
        JsonNode actual = CanonicalJson.of(value);
        if (GoldenCase.isUpdate()) {
            rewrite(file, JsonTrees.pretty(actual));
            return;
        }
        golden.text(file).ifPresent(text -> {
            List<String> differences = JsonDiff.between(JsonTrees.parse(text), actual, path -> false);
            require(differences.isEmpty(), file + " says otherwise: " + differences);
        });
    }

    /** Compares events with their canonical file, if there is one: one event a line. */
    void canonicalLines(String file, List<?> values) {
        List<JsonNode> actual = values.stream().map(CanonicalJson::of).toList();
        if (GoldenCase.isUpdate()) {
            StringBuilder lines = new StringBuilder();
            actual.forEach(line -> lines.append(line).append('\n'));
            rewrite(file, lines.toString());
            return;
        }
        golden.text(file).ifPresent(text -> {
            List<JsonNode> expected = text.lines().map(JsonTrees::parse).toList();
            for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                String line = "line " + (i + 1) + " of " + file;
                require(i < expected.size(), line + " is missing: " + actual.get(Math.min(i, actual.size() - 1)));
                require(i < actual.size(), line + " did not happen: " + expected.get(i));
                require(
                        JsonDiff.equal(expected.get(i), actual.get(i)),
                        line + " says " + expected.get(i) + ", but it is " + actual.get(i));
            }
        });
    }

    /** Compares a text with its file; no file is an empty text. */
    void text(String file, String actual) {
        if (GoldenCase.isUpdate()) {
            rewrite(file, actual);
            return;
        }
        require(golden.text(file).orElse("").equals(actual), file + " should say\n" + actual);
    }

    /**
     * Compares what we write with what we read.
     *
     * @param original the wire file
     * @param instead the file that says what we write, where that differs
     */
    void wire(String original, String instead, byte[] actual) {
        JsonNode tree = JsonTrees.parse(actual);
        if (GoldenCase.isUpdate()) {
            rewrite(instead, differences(original, tree).isEmpty() ? "" : JsonTrees.pretty(tree));
            return;
        }
        String file = golden.has(instead) ? instead : original;
        List<String> differences = differences(file, tree);
        require(differences.isEmpty(), "what we write differs from " + file + ": " + differences + "\n  wire: " + tree);
    }

    private List<String> differences(String file, JsonNode tree) {
        return JsonDiff.between(JsonTrees.parse(golden.text(file).orElseThrow()), tree, kit::nullIsAbsent);
    }

    /** States that nothing had to be rewritten. */
    void finish() {
        if (!rewritten.isEmpty()) {
            throw new AssertionError(rewritten + " of " + golden.name()
                    + " were rewritten: read the changes, then run again without -D" + GoldenCase.UPDATE_PROPERTY);
        }
    }

    private void rewrite(String file, String text) {
        if (!golden.text(file).orElse("").equals(text)) {
            golden.write(file, text);
            rewritten.add(file);
        }
    }

    private static void require(boolean condition, String complaint) {
        if (!condition) {
            throw new AssertionError(complaint + HINT);
        }
    }
}
