// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was played. A cell that fails is not counted. */
final class MatrixTable {
    private final Map<String, Map<String, Integer>> passed = new TreeMap<>();
    private final Set<String> exempt = new TreeSet<>();

    void played(MatrixCell cell, boolean played) {
        if (played) {
            passed.computeIfAbsent(cell.client().id(), client -> new TreeMap<>())
                    .merge(cell.vendor().id(), 1, Integer::sum);
        } else {
            for (WireDialect dialect : new WireDialect[] {cell.client(), cell.vendor()}) {
                String reason = dialect.exempt(cell.scenario());
                if (reason != null) {
                    exempt.add(dialect.id() + ", " + cell.scenario().folderName() + ": " + reason);
                }
            }
        }
    }

    String print() {
        StringBuilder out = new StringBuilder("client \\ vendor: cells passed of ")
                .append(Scenario.values().length)
                .append(" scenarios\n");
        out.append(String.format("%-20s", ""));
        Matrix.DIALECTS.forEach(vendor -> out.append(String.format("%20s", vendor.id())));
        int pairs = 0;
        int cells = 0;
        for (WireDialect client : Matrix.DIALECTS) {
            out.append(String.format("%n%-20s", client.id()));
            for (WireDialect vendor : Matrix.DIALECTS) {
                int count = passed.getOrDefault(client.id(), Map.of()).getOrDefault(vendor.id(), 0);
                out.append(String.format("%20d", count));
                cells += count;
                pairs += count > 0 ? 1 : 0;
            }
        }
        int all = Matrix.DIALECTS.size() * Matrix.DIALECTS.size();
        out.append(
                String.format("%n%d of %d pairs, %d of %d cells%n", pairs, all, cells, all * Scenario.values().length));
        exempt.forEach(reason -> out.append("no words for it: ").append(reason).append('\n'));
        return out.toString();
    }
}
